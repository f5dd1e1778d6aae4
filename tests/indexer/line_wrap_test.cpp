#include "indexer/line_wrap.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// Words of five letters, broken greedily at `width`.
std::string wrapped(std::size_t words, std::size_t width) {
  std::string text;
  std::size_t column = 0;
  for (std::size_t word = 0; word < words; ++word) {
    const bool fits = column > 0 && column + 6 <= width;
    if (word > 0) text += fits ? ' ' : '\n';
    column = fits ? column + 6 : 5;
    text += "barge";
  }
  return text;
}

}  // namespace

TEST_CASE("Wrapped lines are told from whole paragraphs", "[indexer][line_wrap]") {
  CHECK(wrap_width(wrapped(200, 65)) == 65);
  CHECK(wrap_width("") == 0);
  CHECK(wrap_width("One paragraph in one line, however long it may be.") == 0);
  CHECK(wrap_width("A list:\nwheat\nbarley\nrye\noats\nmaize\nrice\nmillet\nhops\n") == 0);
}

TEST_CASE("A break is soft where the next word would not have fitted", "[indexer][line_wrap]") {
  const std::string text = "barge barge\nbarge";
  CHECK(is_soft_break(text, {0, 11}, {12, 17}, 11));
  CHECK_FALSE(is_soft_break(text, {0, 11}, {12, 17}, 40));
}

}  // namespace dateline
