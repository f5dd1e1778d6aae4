#include "indexer/language_gazetteer.h"

#include <thread>

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {

TEST_CASE("Countries are found in the words of many languages", "[indexer][language_gazetteer]") {
  const auto [language, text, mentions] = GENERATE(table<std::string, std::string, std::string>({
      {"az", "Azərbaycanın paytaxtı Bakıda türkiyəli qonaqlar",
       "AZ:Azərbaycanın AZ:Bakıda TR:türkiyəli"},
      {"tr", "Azerbaycan'ın başkenti Bakü'de Kübalılar", "AZ:Azerbaycan AZ:Bakü CU:Kübalılar"},
      {"ru", "В Азербайджане и на Кубе белорусские врачи, из Минска",
       "AZ:Азербайджане CU:Кубе BY:белорусские BY:Минска"},
      {"ru", "США и КНР, Саудовской Аравией", "US:США CN:КНР SA:Саудовской Аравией"},
      {"uk", "Україна та Польща: українські міста, Києва",
       "UA:Україна PL:Польща UA:українські UA:Києва"},
      {"pl", "W Polsce i w Niemczech, polskie drogi", "PL:Polsce DE:Niemczech PL:polskie"},
      {"de", "Deutschlands Nachbarn: polnische Züge, Österreicher, Warschau",
       "DE:Deutschlands PL:polnische AT:Österreicher PL:Warschau"},
      {"fr", "L'Algérie, des médecins cubains, Pékin", "DZ:Algérie CU:cubains CN:Pékin"},
      {"es", "Perú y Ecuador, médicos cubanos en La Habana",
       "PE:Perú EC:Ecuador CU:cubanos CU:La Habana"},
      {"it", "L'Etiopia e gli italiani, a Pechino", "ET:Etiopia IT:italiani CN:Pechino"},
      {"pt", "Moçambique, a cidade da Beira e os portugueses",
       "MZ:Moçambique MZ:Beira PT:portugueses"},
      {"ar", "في مصر وتونس وللصين والأتراك", "EG:مصر TN:وتونس CN:وللصين"},
      {"zh", "中国和越南在河内签署", "CN:中国 VN:越南 VN:河内"},
      {"ja", "日本とインドネシア、アメリカの", "JP:日本 ID:インドネシア US:アメリカ"},
      {"ko", "한국과 북한이 서울에서", "KR:한국과 KP:북한이 KR:서울에서"},
      {"fi", "Ruotsissa ja Saksasta", "SE:Ruotsissa DE:Saksasta"},
      {"nl", "Duitsland en België", "DE:Duitsland BE:België"},
  }));
  INFO(language);
  CHECK(mentions_in(text, language) == mentions);
}

TEST_CASE("Words of another language are not names", "[indexer][language_gazetteer]") {
  const auto [language, text] = GENERATE(table<std::string, std::string>({
      {"ru", "Даниил купил кубок и мал"},
      {"az", "Maliyyə Nazirliyi"},                 // the ministry of finance
      {"ar", "القطاع المالي"},                     // the financial sector
      {"zh", "马里兰州"},                          // Maryland's "Mali"
      {"ja", "タイトル"},                          // "title", not Thailand
      {"nb", "man sier at"},                       // "one says that"
      {"es", "Germán y Francesca"},                // no German, no Frenchwoman
      {"en", "Der Deutsche sagt azerbaïdjanais"},  // not English
  }));
  INFO(language);
  const std::string found = mentions_in(text, language);
  if (language == "zh") {
    CHECK(found == "US:马里兰");
  } else {
    CHECK(found == "");
  }
}

TEST_CASE("Capitals matter to names, not to adjectives", "[indexer][language_gazetteer]") {
  CHECK(mentions_in("la république du tchad et du Tchad", "fr") == "TD:Tchad");
  CHECK(mentions_in("le président tchadien", "fr") == "");
  CHECK(mentions_in("an Egyptian and an egyptian", "en") == "EG:Egyptian");
}

TEST_CASE("English and unknown languages have no gazetteer of their own",
          "[indexer][language_gazetteer]") {
  for (const auto* language : {"en", "und", "", "xx", "../en"}) {
    CHECK(language_gazetteer(language) == nullptr);
  }
  CHECK(language_gazetteer("az") != nullptr);
  CHECK(language_gazetteer("az") == language_gazetteer("az"));
}

TEST_CASE("Threads may ask for one language at once", "[indexer][language_gazetteer]") {
  std::vector<std::thread> threads;
  std::vector<const Gazetteer*> seen(4);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    threads.emplace_back([&seen, i] { seen[i] = language_gazetteer("sw"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Gazetteer* gazetteer : seen) CHECK(gazetteer == seen[0]);
}

}  // namespace dateline
