#include "indexer/native_names.h"

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {

TEST_CASE("What countries call themselves is known in every language", "[indexer][native_names]") {
  const auto [name, country] = GENERATE(table<std::string, std::string>({
      {"Deutschland", "DE"},
      {"Österreich", "AT"},
      {"Osterreich", "AT"},  // too long to be another
                             // word
      {"Magyarország", "HU"},
      {"Ísland", "IS"},
      {"Česko", "CZ"},
      {"Shqipëria", "AL"},
      {"Türkiye", "TR"},
      {"Suomi", "FI"},
      {"Aotearoa", "NZ"},
      {"Россия", "RU"},
      {"Україна", "UA"},
      {"Қазақстан", "KZ"},
      {"Ελλάδα", "GR"},
      {"საქართველო", "GE"},
      {"Հայաստան", "AM"},
      {"ישראל", "IL"},
      {"مصر", "EG"},
      {"ایران", "IR"},
      {"भारत", "IN"},
      {"বাংলাদেশ", "BD"},
      {"ไทย", "TH"},
      {"日本", "JP"},
      {"中国", "CN"},
      {"中國", "CN"},
      {"台灣", "TW"},
      {"대한민국", "KR"},
      {"한국", "KR"},
      {"ኢትዮጵያ", "ET"},
      {"မြန်မာ", "MM"},
  }));
  INFO(name);
  for (const char* language : {"en", "sw", "und"}) {
    CHECK(mentions_in("x, " + name, language) == country + ":" + name);
  }
}

TEST_CASE("Words that only look like a country's own name are none", "[indexer][native_names]") {
  const auto [text, language] = GENERATE(table<std::string, std::string>({
      {"The Island is quiet.", "en"},
      {"an island", "en"},
      {"Maurice sang.", "en"},
      {"Frans Hals schilderde", "af"},
      {"Cesko is a name", "en"},  // without its accents too likely another word
      {"Gana el equipo", "es"},
      {"Карло Росси", "ru"},
      {"deutschland", "en"},
  }));
  INFO(text);
  CHECK(mentions_in(text, language) == "");
}

TEST_CASE("What a name means already is not changed", "[indexer][native_names]") {
  CHECK(mentions_in("in Mali, in Monaco, in Malta", "en") == "ML:Mali MC:Monaco MT:Malta");
  CHECK(mentions_in("She moved to Nederland, Colorado", "en") == "US:Nederland US:Colorado");
}

}  // namespace dateline
