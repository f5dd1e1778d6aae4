#include "searcher/quote_marks.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Quote marks know their partners", "[searcher][quote_marks]") {
  const auto [opener, closer, expected] = GENERATE(table<char32_t, char32_t, bool>({
      {U'"', U'"', true},
      {U'"', U'＂', true},
      {U'"', U'”', false},
      {U'“', U'”', true},
      {U'„', U'“', true},
      {U'„', U'”', true},
      {U'«', U'»', true},
      {U'»', U'«', true},
      {U'»', U'»', true},
      {U'「', U'」', true},
      {U'」', U'「', false},
      {U'a', U'a', false},
  }));
  CHECK(closes(opener, closer) == expected);
}

TEST_CASE("Apostrophes and letters are no quote marks", "[searcher][quote_marks]") {
  for (const char32_t c : {U'\'', U'’', U'‘', U'`', U'a', U'-', U'‹'}) {
    CHECK_FALSE(is_quote_mark(c));
    CHECK_FALSE(opens_anywhere(c));
  }
}

TEST_CASE("Only marks that cannot close open inside a word", "[searcher][quote_marks]") {
  CHECK(opens_anywhere(U'「'));
  CHECK(opens_anywhere(U'«'));
  CHECK_FALSE(opens_anywhere(U'»'));
  CHECK_FALSE(opens_anywhere(U'"'));
}

}  // namespace dateline
