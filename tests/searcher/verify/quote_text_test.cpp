#include "searcher/verify/quote_text.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Omissions divide a quote into parts", "[searcher][verify]") {
  const auto [quote, parts] = GENERATE(table<std::string, std::string>({
      {"peace now", "peace now|"},
      {"peace ... now", "peace | now|"},
      {"peace … now", "peace | now|"},
      {"peace [...] now (…) then", "peace | now | then|"},
      {"... peace now ...", " peace now |"},
      {"...", ""},
      {"", ""},
      {"a.. b", "a.. b|"},
  }));
  std::string found;
  for (const ByteRange& part : parts_of_quote(quote)) {
    found.append(slice(quote, part)).append("|");
  }
  CHECK(found == parts);
}

TEST_CASE("Case, white space and kinds of marks are overlooked, and nothing else",
          "[searcher][verify]") {
  const auto same = [](const std::string& left, const std::string& right) {
    return folded_for_comparison(left) == folded_for_comparison(right);
  };
  CHECK(same("We “will” go", "we \"will\" GO"));
  CHECK(same("a\u00A0b\n c", "a b c"));
  CHECK(same("it’s 2019–2021", "it's 2019-2021"));
  CHECK(same("«да»", "„ДА“"));
  CHECK(same("Straße", "STRASSE"));
  CHECK_FALSE(same("a, b", "a b"));
  CHECK_FALSE(same("café", "cafe"));
  CHECK_FALSE(same("peace", "peaces"));
}

}  // namespace dateline
