#include "common/text/sentence_stop.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

SentenceStop first_stop(const std::string& text) {
  const std::size_t at = text.find_first_of(".!?");
  return sentence_stop_at(text, at, {0, text.find('"') < at}).value();
}

}  // namespace

TEST_CASE("A stop takes the closing marks after it", "[text][sentence_stop]") {
  CHECK(first_stop("Over. Next").end == 5);
  CHECK(first_stop("Over?!?) Next").end == 8);
  CHECK(first_stop("\"Over.\"Next").end == 7);
  CHECK(first_stop("Over.\"Next\"").end == 5);
  CHECK(first_stop("fini. » Il").end == std::string("fini. »").size());
}

TEST_CASE("A stop before a small letter or a comma is not final", "[text][sentence_stop]") {
  for (const char* text : {"Over. And", "Over.", "Over.\n\nand", "Over! 7"}) {
    CAPTURE(text);
    CHECK(first_stop(text).is_final);
  }
  for (const char* text : {"Over. and", "“Over?” he", "etc., and", "Mr. X", "e.g. X", "3.5"}) {
    CAPTURE(text);
    CHECK_FALSE(first_stop(text).is_final);
  }
}

TEST_CASE("What is no stop is none", "[text][sentence_stop]") {
  for (const char* text : {"a", ",", ":", "北", " "}) {
    CHECK_FALSE(sentence_stop_at(text, 0, {}).has_value());
  }
}

TEST_CASE("Small letters and commas continue a sentence", "[text][sentence_stop]") {
  for (const char* text : {"and", ", and", ")", "ё"}) CHECK(continues_sentence(text, 0));
  for (const char* text : {"And", "7", "“", "北", "ა", "ع"})
    CHECK_FALSE(continues_sentence(text, 0));
}

}  // namespace dateline
