#include "common/json_writer.h"

#include <limits>
#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::string sample(JsonLayout layout) {
  JsonWriter writer(layout);
  writer.begin_object().key("a").number(std::size_t{1}).key("b").begin_array();
  writer.begin_object().key("c").boolean(true).end_object().begin_object().end_object().end_array();
  writer.key("d").begin_plain_array();
  writer.begin_plain_array().number(std::size_t{1}).number(std::size_t{2}).end_array();
  writer.begin_plain_array().end_array().end_array();
  writer.key("e").begin_array().end_array().key("f").null().key("g").raw("[0]").end_object();
  return writer.take();
}

std::string string_of(std::string_view text) {
  return JsonWriter(JsonLayout::kOneLine).string(text).take();
}

std::string number_of(double value) {
  return JsonWriter(JsonLayout::kOneLine).number(value).take();
}

}  // namespace

TEST_CASE("Objects and arrays nest, on one line or indented", "[common][json_writer]") {
  CHECK(sample(JsonLayout::kOneLine) ==
        R"({"a":1,"b":[{"c":true},{}],"d":[[1,2],[]],"e":[],"f":null,"g":[0]})");
  CHECK(sample(JsonLayout::kIndented) ==
        "{\n"
        "  \"a\": 1,\n"
        "  \"b\": [\n"
        "    {\n"
        "      \"c\": true\n"
        "    },\n"
        "    {}\n"
        "  ],\n"
        "  \"d\": [[1, 2], []],\n"
        "  \"e\": [],\n"
        "  \"f\": null,\n"
        "  \"g\": [0]\n"
        "}");
}

TEST_CASE("Strings are escaped", "[common][json_writer]") {
  CHECK(string_of("") == R"("")");
  CHECK(string_of("Bakı, 北京 🗞") == R"("Bakı, 北京 🗞")");
  CHECK(string_of("a \"b\" \\ c/d") == R"("a \"b\" \\ c/d")");
  CHECK(string_of(std::string_view("\n\r\t\0\x1B\x7F", 6)) == R"("\n\r\t\u0000\u001b\u007f")");
}

TEST_CASE("What is not UTF-8 is replaced", "[common][json_writer]") {
  CHECK(string_of("caf\xE9!") == "\"caf\uFFFD!\"");
  CHECK(string_of("\xC0\xAF") == "\"\uFFFD\uFFFD\"");                      // overlong
  CHECK(string_of("\xE0\x80\xAF") == "\"\uFFFD\uFFFD\uFFFD\"");            // overlong
  CHECK(string_of("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");            // surrogate
  CHECK(string_of("\xF4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");  // over U+10FFFF
  CHECK(string_of("Bak\xC4") == "\"Bak\uFFFD\"");
  CHECK(string_of("\xF0\x9F\x97") == "\"\uFFFD\uFFFD\uFFFD\"");
  CHECK(string_of("\x80\xBF") == "\"\uFFFD\uFFFD\"");
}

TEST_CASE("Numbers have the fewest digits that mean them", "[common][json_writer]") {
  CHECK(number_of(0) == "0");
  CHECK(number_of(0.3) == "0.3");
  CHECK(number_of(-1.5) == "-1.5");
  CHECK(number_of(1e300) == "1e+300");
  CHECK(number_of(std::numeric_limits<double>::infinity()) == "null");
  CHECK(number_of(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("A writer can be used again", "[common][json_writer]") {
  JsonWriter writer(JsonLayout::kIndented);
  CHECK(writer.begin_array().end_array().take() == "[]");
  CHECK(writer.begin_array().end_array().take() == "[]");
}

}  // namespace dateline
