#include "searcher/line_reader.h"

#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// Each line as "number:text", or "number!" if it was too long.
std::vector<std::string> lines_of(const std::string& text, std::size_t longest) {
  std::istringstream input(text);
  BoundedLineReader reader(input, longest);
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    lines.push_back(std::to_string(line->number) + (line->too_long ? "!" : ":" + line->text));
  }
  return lines;
}

}  // namespace

TEST_CASE("Lines are read with their numbers", "[searcher][line_reader]") {
  using Lines = std::vector<std::string>;
  const auto [text, lines] = GENERATE(table<std::string, Lines>({
      {"", {}},
      {"\n", {"1:"}},
      {"a", {"1:a"}},
      {"a\n", {"1:a"}},
      {"a\n\nb", {"1:a", "2:", "3:b"}},
      {"a\r\nb\r\n", {"1:a", "2:b"}},
      {"12345\n", {"1:12345"}},
      {"12345", {"1:12345"}},
      {"1234\r\n", {"1:1234"}},
      {"123456\na\n", {"1!", "2:a"}},
      {"123456", {"1!"}},
      {"1234567890\n1234567890\n\n", {"1!", "2!", "3:"}},
      {std::string("a\0b\n", 4), {std::string("1:a\0b", 5)}},
  }));
  CAPTURE(text);
  CHECK(lines_of(text, 5) == lines);
}

TEST_CASE("An endless line is skipped", "[searcher][line_reader]") {
  CHECK(lines_of(std::string(5'000'000, 'x') + "\nnext\n", 100) ==
        std::vector<std::string>{"1!", "2:next"});
}

}  // namespace dateline
