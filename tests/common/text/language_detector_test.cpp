#include "common/text/language_detector.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "common/text/utf8.h"

namespace dateline {

TEST_CASE("Languages of news are told apart", "[text][language_detector]") {
  struct Row {
    std::string language;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"en", "The mayor opened the new bridge on Monday and thanked the engineers."},
      {"de", "Der Bürgermeister eröffnete am Montag die neue Brücke und dankte den Ingenieuren."},
      {"fr", "Le maire a inauguré lundi le nouveau pont et a remercié les ingénieurs."},
      {"es", "El alcalde inauguró el lunes el nuevo puente y agradeció a los ingenieros."},
      {"it", "Il sindaco ha inaugurato lunedì il nuovo ponte e ha ringraziato gli ingegneri."},
      {"ru", "Мэр города открыл в понедельник новый мост и поблагодарил инженеров."},
      {"uk", "Мер міста відкрив у понеділок новий міст і подякував інженерам за роботу."},
      {"tr", "Belediye başkanı pazartesi günü yeni köprüyü açtı ve mühendislere teşekkür etti."},
      {"az", "Şəhər rəhbəri bazar ertəsi yeni körpünü açdı və mühəndislərə təşəkkür etdi."},
      {"ar", "افتتح رئيس البلدية الجسر الجديد يوم الاثنين وشكر المهندسين على عملهم."},
      {"fa", "شهردار روز دوشنبه پل جدید را افتتاح کرد و از مهندسان تشکر کرد."},
      {"he", "ראש העיר חנך ביום שני את הגשר החדש והודה למהנדסים על עבודתם."},
      {"zh", "市长星期一为新桥揭幕，并感谢工程师们的辛勤工作。"},
      {"zh", "市長星期一為新橋揭幕，並感謝工程師們的辛勤工作。"},
      {"ja", "市長は月曜日に新しい橋を開通させ、技術者たちに感謝した。"},
      {"ko", "시장은 월요일에 새 다리를 개통하고 기술자들에게 감사를 표했다."},
      {"id", "Wali kota meresmikan jembatan baru pada hari Senin dan berterima kasih."},
      {"no", "Ordføreren åpnet den nye broen på mandag og takket ingeniørene for arbeidet."},
      {"ka", "მერმა ორშაბათს ახალი ხიდი გახსნა და ინჟინრებს მადლობა გადაუხადა."},
      {"hy", "Քաղաքապետը երկուշաբթի բացեց նոր կամուրջը և շնորհակալություն հայտնեց։"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(detect_language(row.text) == row.language);
  }
}

TEST_CASE("Text without a clear language has none", "[text][language_detector]") {
  for (const char* text :
       {"", " ", "12:30 45,7 %", "ab", "🗞🗞🗞", "xqzv jkw qqp", "guerra en ucrania"}) {
    CAPTURE(text);
    CHECK(detect_language(text) == "und");
  }
}

TEST_CASE("A beginning in two languages does not decide", "[text][language_detector]") {
  std::string text;
  while (text.size() < 1000) text += "Share this story with your friends and read the comments. ";
  while (text.size() < 12'000) text += "Мэр открыл новый мост в понедельник утром. ";
  CHECK(detect_language(text) == "ru");
}

TEST_CASE("Long text is read no further than needed", "[text][language_detector]") {
  std::string text = "a";  // so that the limit falls inside a character
  while (text.size() < 1'000'000) text += "Мэр открыл новый мост в понедельник утром. ";
  CHECK(detect_language(text) == "ru");
}

}  // namespace dateline
