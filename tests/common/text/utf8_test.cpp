#include "common/text/utf8.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The first byte that is not UTF-8 is found", "[text][utf8]") {
  CHECK_FALSE(find_invalid_utf8("plain, Bakı, Пекин, 北京, 🗞").has_value());
  CHECK(find_invalid_utf8("ab\xE9 cd") == 2u);         // Latin-1
  CHECK(find_invalid_utf8("\xC0\xAF") == 0u);          // overlong
  CHECK(find_invalid_utf8("x\xED\xA0\x80") == 1u);     // surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0u);  // over U+10FFFF
  CHECK(find_invalid_utf8("Bak\xC4") == 3u);           // cut in the middle
}

TEST_CASE("Code points know their size in bytes", "[text][utf8]") {
  const std::string_view text = "aı北🗞";
  CHECK(code_point_at(text, 0).value == U'a');
  CHECK(code_point_at(text, 1).value == U'ı');
  CHECK(code_point_at(text, 1).size == 2);
  CHECK(code_point_at(text, 3).value == U'北');
  CHECK(code_point_at(text, 6).size == 4);
  CHECK(code_point_before(text, 1).value == U'a');
  CHECK(code_point_before(text, 3).value == U'ı');
  CHECK(code_point_before(text, 6).value == U'北');
  CHECK(code_point_before(text, 10).value == U'🗞');
  CHECK(code_point_before(text, 10).size == 4);
}

TEST_CASE("Code points of every length are written as UTF-8", "[text][utf8]") {
  std::string text;
  for (const char32_t code_point : {U'A', U'é', U'中', U'\U0001F30D'})
    append_utf8(text, code_point);
  CHECK(text == "Aé中\U0001F30D");
}

TEST_CASE("Characters are bound before them and at the end of the text", "[utf8]") {
  const std::string text = "a\u00fc\u4e2d";
  std::string bounds;
  for (std::size_t at = 0; at <= text.size() + 1; ++at) bounds += is_bound(text, at) ? '|' : '.';
  CHECK(bounds == "||.|..|.");
}

}  // namespace dateline
