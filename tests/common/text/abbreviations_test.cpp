#include "common/text/abbreviations.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Abbreviations are told by what may follow", "[text][abbreviations]") {
  for (const char* word : {"Mr", "Dr", "St", "vs", "e.g", "i.e", "bzw", "z.B", "т.е", "проф"}) {
    CAPTURE(word);
    CHECK(abbreviation_kind(word) == Abbreviation::kNeverLast);
  }
  for (const char* word : {"No", "Sept", "Jan", "pp", "Nr", "ст"}) {
    CAPTURE(word);
    CHECK(abbreviation_kind(word) == Abbreviation::kBeforeNumber);
  }
  for (const char* word : {"Inc", "U.S", "a.m", "Ph.D", "S.p.A", "J", "z", "г", "Ş", "EE.UU"}) {
    CAPTURE(word);
    CHECK(abbreviation_kind(word) == Abbreviation::kMayBeLast);
  }
  for (const char* word : {"", "may", "no one", "co", "example.com", "3.5", "5", "北", "ع", "."}) {
    CAPTURE(word);
    CHECK(abbreviation_kind(word) == Abbreviation::kNone);
  }
}

TEST_CASE("Sentence starters are told from names", "[text][abbreviations]") {
  for (const char* word : {"The", "He", "I", "Der", "Она"}) CHECK(is_sentence_starter(word));
  for (const char* word : {"", "the", "President", "Smith"}) CHECK_FALSE(is_sentence_starter(word));
  CHECK(follows_german_ordinal("Februar"));
  CHECK_FALSE(follows_german_ordinal("Police"));
}

}  // namespace dateline
