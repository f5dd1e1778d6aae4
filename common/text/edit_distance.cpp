#include "common/text/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongest = 63;

struct Letters {
  std::array<char32_t, kLongest> at{};
  std::size_t count = 0;
};

// False if there are too many.
bool read_letters(std::string_view word, Letters& letters) {
  for (std::size_t at = 0; at < word.size();) {
    if (letters.count == kLongest) return false;
    const CodePoint code_point = code_point_at(word, at);
    letters.at[letters.count++] = code_point.value;
    at += code_point.size;
  }
  return true;
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit) {
  if (from == to) return 0;
  Letters left, right;
  if (!read_letters(from, left) || !read_letters(to, right)) return limit + 1;
  const auto [fewer, more] = std::minmax(left.count, right.count);
  if (more - fewer > limit) return limit + 1;
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before_last{}, last{}, row{};
  for (std::size_t j = 0; j <= right.count; ++j) last[j] = j;
  for (std::size_t i = 1; i <= left.count; ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= right.count; ++j) {
      const bool same = left.at[i - 1] == right.at[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && left.at[i - 1] == right.at[j - 2] && left.at[i - 2] == right.at[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    before_last = last;
    last = row;
  }
  return std::min(last[right.count], limit + 1);
}

}  // namespace dateline
