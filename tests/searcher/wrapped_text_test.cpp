#include "searcher/wrapped_text.h"

#include <vector>

#include <catch2/catch.hpp>

#include "common/text/display_width.h"

namespace dateline {
namespace {

std::string wrapped_plain(std::string_view text, std::size_t width, std::size_t indent = 0) {
  return wrapped(text, {}, indent, {width, Emphasis::kPlain, {}});
}

// With ink, shown as <...>.
std::string wrapped_marked(std::string_view text, const std::vector<ByteRange>& matches,
                           std::size_t width) {
  std::string out = wrapped(text, matches, 0, {width, Emphasis::kAnsi, {}});
  for (const auto& [code, mark] : {std::pair{"\x1B[1m", "<"}, {"\x1B[0m", ">"}}) {
    const std::string_view sequence = code;
    for (std::size_t at = 0; (at = out.find(sequence, at)) != std::string::npos;) {
      out.replace(at, sequence.size(), mark);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("Lines break between words", "[searcher][wrapped_text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"  \n ", ""},
      {"one", "one\n"},
      {"the ministers met in the capital", "the ministers met in\nthe capital\n"},
      {"twenty columns wide!", "twenty columns wide!\n"},
      {"twenty columns wide!!", "twenty columns\nwide!!\n"},
      {" a \t b\r\n\n  c ", "a b c\n"},
      {"aaaaaaaaaabbbbbbbbbbcccccccccc d", "aaaaaaaaaabbbbbbbbbb\ncccccccccc d\n"},
      {"x aaaaaaaaaabbbbbbbbbbc", "x\naaaaaaaaaabbbbbbbbbb\nc\n"},
      {"中国和阿塞拜疆代表团在巴库会晤", "中国和阿塞拜疆代表团\n在巴库会晤\n"},
      {"em\x1B[31m red", "em [31m red\n"},
  }));
  CAPTURE(text);
  CHECK(wrapped_plain(text, 20) == expected);
}

TEST_CASE("No line is wider than the terminal", "[searcher][wrapped_text]") {
  const std::string text =
      "In Baku 阿塞拜疆 e\u0301e\u0301e\u0301e\u0301 спросили о переговорах, "
      "и ответ: 「北京」e\u0301 unverhältnismäßigkeitsgrundsatzüberlegungen.";
  for (std::size_t width = 20; width < 60; ++width) {
    const std::string lines = wrapped_plain(text, width);
    std::size_t start = 0;
    for (std::size_t end = 0; (end = lines.find('\n', start)) != std::string::npos;
         start = end + 1) {
      CHECK(static_cast<std::size_t>(display_width(lines.substr(start, end - start))) <= width);
    }
  }
}

TEST_CASE("Every line is indented", "[searcher][wrapped_text]") {
  CHECK(wrapped_plain("the ministers met in the capital", 24, 4) ==
        "    the ministers met in\n    the capital\n");
  CHECK(wrapped_plain("a terminal too narrow to be true", 3, 2) ==
        "  a terminal too\n  narrow to be true\n");
}

TEST_CASE("Matches are bold, also across lines and next to each other",
          "[searcher][wrapped_text]") {
  const auto [text, matches, expected] =
      GENERATE(table<std::string, std::vector<ByteRange>, std::string>({
          {"peace talks", {{0, 5}}, "<peace> talks\n"},
          {"peace talks", {{0, 11}}, "<peace talks>\n"},
          {"peace talks", {{0, 5}, {6, 11}}, "<peace> <talks>\n"},
          {"peacetalks", {{0, 5}, {5, 10}}, "<peacetalks>\n"},
          {"the great peace talks in", {{10, 21}}, "the great <peace>\n<talks> in\n"},
          {"a peace-talk", {{2, 7}}, "a <peace>-talk\n"},
          {"在巴库", {{3, 9}}, "在<巴库>\n"},
          {"peace", {{0, 5}}, "<peace>\n"},
      }));
  CAPTURE(text);
  CHECK(wrapped_marked(text, matches, 20) == expected);
}

}  // namespace dateline
