#include "indexer/vocabulary.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Terms are numbered in the order in which they are met", "[indexer][vocabulary]") {
  Vocabulary vocabulary;
  const std::uint32_t english = vocabulary.language("en");
  const std::uint32_t german = vocabulary.language("de");
  CHECK(vocabulary.language("en") == english);
  CHECK(vocabulary.number(english, "rain") == 0);
  CHECK(vocabulary.number(english, "") == 1);
  CHECK(vocabulary.number(german, "rain") == 2);
  CHECK(vocabulary.number(english, "rain") == 0);
  CHECK(vocabulary.number(german, std::string(64, 'x')) == 3);
  REQUIRE(vocabulary.size() == 4);
  CHECK(vocabulary.term(0) == "rain");
  CHECK(vocabulary.term(1).empty());
  CHECK(vocabulary.term(2) == "rain");
  CHECK(vocabulary.term(3) == std::string(64, 'x'));
  CHECK(vocabulary.language_of(0) == "en");
  CHECK(vocabulary.language_of(2) == "de");
}

TEST_CASE("A vocabulary tells about how much memory it takes", "[indexer][vocabulary]") {
  Vocabulary vocabulary;
  const std::uint32_t language = vocabulary.language("en");
  for (int number = 0; number < 100'000; ++number) {
    vocabulary.number(language, "term" + std::to_string(number));
  }
  CHECK(vocabulary.bytes() > 100'000 * (9 + 48));
  CHECK(vocabulary.bytes() < 100'000 * 200);
}

}  // namespace dateline
