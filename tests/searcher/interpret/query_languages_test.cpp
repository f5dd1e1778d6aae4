#include "searcher/interpret/query_languages.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::string languages_in(const std::string& query) {
  WordBreaker breaker;
  std::string out;
  for (const std::string_view language : languages_of(words_typed(query, breaker))) {
    out += (out.empty() ? "" : " ") + std::string(language);
  }
  return out;
}

}  // namespace

TEST_CASE("Small words and letters tell the languages of a query", "[searcher][interpret]") {
  CHECK(languages_in("") == "en");
  CHECK(languages_in("baku flights") == "en");
  CHECK(languages_in("wer hat die Wahl gewonnen") == "en de");
  CHECK(languages_in("выборы") == "en ru uk bg");
  CHECK(languages_in("кто победил на выборах") == "en ru uk bg");
  CHECK(languages_in("élections") == "en de fr es it pt nl tr az pl");
  CHECK(languages_in("選挙") == "en zh ja");
  CHECK(languages_in("フランス") == "en ja");
}

}  // namespace dateline
