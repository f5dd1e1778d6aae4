#include "common/text/word_numbers.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Words are found under their numbers as the table grows", "[text][word_numbers]") {
  WordNumbers numbers;
  CHECK_FALSE(numbers.find("a").has_value());
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const std::string word = "word" + std::to_string(i);
    REQUIRE_FALSE(numbers.find(word).has_value());
    numbers.insert(word, i);
  }
  CHECK(numbers.size() == 20'000);
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    REQUIRE(numbers.find("word" + std::to_string(i)) == i);
  }
  CHECK_FALSE(numbers.find("word").has_value());
  CHECK_FALSE(numbers.find("").has_value());
  numbers.insert("", 7);
  CHECK(numbers.find("") == 7u);
}

TEST_CASE("A cleared table is empty and usable", "[text][word_numbers]") {
  WordNumbers numbers;
  numbers.insert("one", 1);
  numbers.clear();
  CHECK(numbers.size() == 0);
  CHECK_FALSE(numbers.find("one").has_value());
  numbers.insert("one", 2);
  CHECK(numbers.find("one") == 2u);
}

}  // namespace dateline
