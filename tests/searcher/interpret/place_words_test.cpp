#include "searcher/interpret/place_words.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// "[Cuban] CU; ..."
std::string places_in(const std::string& query) {
  WordBreaker breaker;
  const auto words = words_typed(query, breaker);
  std::string out;
  for (const PlaceReading& reading : read_places(words)) {
    if (!out.empty()) out += "; ";
    const ByteRange range{words[reading.first].range.start, words[reading.end - 1].range.end};
    out += "[" + std::string(slice(query, range)) + "] " + reading.country.str();
  }
  return out;
}

}  // namespace

TEST_CASE("Words for a country are read in many languages", "[searcher][interpret]") {
  const auto [query, expected] = GENERATE(table<std::string, std::string>({
      {"cuban doctors in azerbaijan", "[cuban] CU; [azerbaijan] AZ"},
      {"United Arab Emirates oil", "[United Arab Emirates] AE"},
      {"south korea election", "[south korea] KR"},
      {"US and UK talks", "[US] US; [UK] GB"},
      {"Turkey earthquake", "[Turkey] TR"},
      {"die deutsche Wirtschaft und Frankreich", "[deutsche] DE; [Frankreich] FR"},
      {"élections en Allemagne", "[Allemagne] DE"},
      {"las elecciones de los Estados Unidos", "[Estados Unidos] US"},
      {"la politica della Germania e il governo", "[Germania] DE"},
      {"a política da Alemanha", "[Alemanha] DE"},
      {"de verkiezingen van Duitsland", "[Duitsland] DE"},
      {"выборы в Германии", "[Германии] DE"},
      {"российские войска", "[российские] RU"},
      {"вибори в Німеччині", "[Німеччині] DE"},
      {"война на Украине", "[Украине] UA"},
      {"Türkiye'de seçimler", "[Türkiye'de] TR"},
      {"Azərbaycanda seçkilər", "[Azərbaycanda] AZ"},
      {"rząd i wojna na Ukrainie", "[Ukrainie] UA"},
      {"Türkiye seçimleri", "[Türkiye] TR"},
      {"Azərbaycan xəbərləri", "[Azərbaycan] AZ"},
      {"wybory i rząd w Niemczech", "[Niemczech] DE"},
      {"انتخابات فرنسا", "[فرنسا] FR"},
      {"Russia's invasion of Ukraine", "[Russia's] RU; [Ukraine] UA"},
      {"Britain’s army", "[Britain’s] GB"},
      {"oil in japan, uk and usa", "[japan] JP; [uk] GB; [usa] US"},
      {"the U.S. and the u.k.", "[U.S] US; [u.k] GB"},
      {"U.S. MARKETS", "[U.S] US"},
      {"talks in Northern Ireland", "[Northern Ireland] GB"},
      {"Northern Ireland's budget", "[Northern Ireland's] GB"},
      {"les élections de l'Allemagne", "[l'Allemagne] DE"},
      {"il governo e la guerra dell'Ucraina", "[dell'Ucraina] UA"},
      {"the French Open in France", "[French] FR; [France] FR"},
      {"法国 选举", "[法国] FR"},
      {"フランス 選挙", "[フランス] FR"},
  }));
  CAPTURE(query);
  CHECK(places_in(query) == expected);
}

TEST_CASE("Ordinary words are no country", "[searcher][interpret]") {
  const std::string query =
      GENERATE("turkey recipe", "Jordan Peterson", "Michael Jordan", "chad kroeger", "nail polish",
               "Georgia senate race", "contact us", "it in de", "guinea pig", "jersey shore",
               "no ad", "", "?!", "congo", "CONTACT US NOW", "Georgia's runoff", "turkey's breast",
               "family reunion special", "South Pole expedition", "flag pole", "indian ocean trade",
               "Gulf of Mexico's drilling", "french fries", "siamese twins", "New Mexico's fires",
               "captain america's shield", "i.e. us", "Tom Holland", "weather",
               "housing in new mexico", "Latin American soap operas");
  CAPTURE(query);
  CHECK(places_in(query).empty());
}

}  // namespace dateline
