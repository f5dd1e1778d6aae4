#include "common/text/decode.h"

#include <catch2/catch.hpp>

#include "common/text/utf8.h"

namespace dateline {
namespace {

using namespace std::string_literals;

std::string decoded(const std::string& bytes) {
  const auto text = decode_text(bytes);
  return text ? *text : "error: " + text.error().message;
}

std::string utf16(const std::u16string& units, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little_endian ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 is kept, its byte order mark is not", "[text][decode]") {
  CHECK(decoded("Bakı, Пекин, 北京, 🗞") == "Bakı, Пекин, 北京, 🗞");
  CHECK(decoded("\xEF\xBB\xBFNews") == "News");
}

TEST_CASE("Every kind of line end becomes a newline", "[text][decode]") {
  CHECK(decoded("a\r\nb\rc\nd") == "a\nb\nc\nd");
  CHECK(decoded("a\r\r\nb") == "a\n\nb");
  CHECK(decoded("a\xC2\x85"
                "b\xE2\x80\xA8"
                "c\xE2\x80\xA9"
                "d\fe\vf") == "a\nb\nc\nd\ne\nf");
  CHECK(decoded("a\xE2\x80\xAA"
                "b\xC2\xA0"
                "c") ==
        "a\xE2\x80\xAA"
        "b\xC2\xA0"
        "c");
}

TEST_CASE("UTF-16 is read with a mark and, if Latin, without", "[text][decode]") {
  for (const bool little_endian : {true, false}) {
    CHECK(decoded(utf16(u"\uFEFFBakı 🗞\r\n北京", little_endian)) == "Bakı 🗞\n北京");
    CHECK(decoded(utf16(u"Plain words", little_endian)) == "Plain words");
  }
}

TEST_CASE("Latin-1 and windows-1252 are read if nothing else fits", "[text][decode]") {
  CHECK(decoded("caf\xE9 d'\xC9t\xE9") == "café d'Été");
  CHECK(decoded("It\x92s \x93here\x94 \x96 50 \x80") == "It’s “here” – 50 €");
}

TEST_CASE("What cannot be read is refused with the reason", "[text][decode]") {
  struct Row {
    std::string bytes;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"café caf\xE9", "invalid UTF-8 at byte 9 (0xE9), convert the file to UTF-8"},
      {"undefined \x81", "invalid UTF-8 at byte 10 (0x81), convert the file to UTF-8"},
      {"\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0",  // windows-1251
       "invalid UTF-8 at byte 0 (0xCF), convert the file to UTF-8"},
      {"PK\x03\x04\0\0"s, "binary data, not text (NUL at byte 4)"},
      {"\x01\x02\x03\x04 words", "binary data, not text (control character 0x01 at byte 0)"},
      {"\xFF\xFE\0\0N\0\0\0"s, "UTF-32 is not supported, convert the file to UTF-8"},
      {"\0\0\xFE\xFF\0\0\0N"s, "UTF-32 is not supported, convert the file to UTF-8"},
      {utf16(u"\uFEFFab", true) + "\x3D\xD8",
       "invalid UTF-16 at byte 6 (half of a surrogate pair), convert the file to UTF-8"},
      {utf16(u"\uFEFFab", true) + "x",
       "invalid UTF-16 (an odd number of bytes), convert the file to UTF-8"},
      {"\xFF\xFE"s + "a\0\0\0b\0"s, "binary data, not text (NUL character at byte 4)"},
      {"", "empty"},
      {" \r\n\t\xC2\xA0\xE2\x80\x8B", "empty"},
      {"\xEF\xBB\xBF", "empty"},
  };
  for (const Row& row : rows) {
    const auto text = decode_text(row.bytes);
    CAPTURE(row.message);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error() == Error{ErrorKind::kInput, row.message});
  }
}

TEST_CASE("A trace of control characters becomes spaces", "[text][decode]") {
  CHECK(decoded("one\x1Btwo\x7Fthree\xC2\x80"
                "four") == "one two three four");
  std::string rare(2000, 'x');
  for (std::size_t i = 0; i < rare.size(); i += 150) rare[i] = '\x02';
  CHECK(decoded(rare).find("error") == std::string::npos);
}

TEST_CASE("Text from JSON is cleaned and never refused", "[text][decode]") {
  CHECK(clean_text("a\0b\x01\r\nc"s) == "a b \nc");
  CHECK(clean_text("\xEF\xBB\xBFx") == "x");
  CHECK(clean_text("").empty());
}

TEST_CASE("All pairs of bytes are decoded to clean text or refused", "[text][decode]") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
      const auto text = decode_text(bytes);
      if (!text) continue;
      REQUIRE_FALSE(find_invalid_utf8(*text).has_value());
      REQUIRE(text->find('\0') == std::string::npos);
      REQUIRE(clean_text(*text) == *text);
    }
  }
}

}  // namespace dateline
