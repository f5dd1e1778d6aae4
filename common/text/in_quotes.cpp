#include "common/text/in_quotes.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongest = 60;

bool is_control(char32_t c) { return c < U' ' || (c >= 0x7F && c < 0xA0); }

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  std::size_t at = 0;
  // Four bytes over the limit are enough to tell whether the last code point is whole.
  std::string_view rest = text.substr(0, kLongest + 4);
  while (at < rest.size() && at < kLongest) {
    const std::size_t valid = find_invalid_utf8(rest.substr(at)).value_or(rest.size() - at);
    const std::size_t end = std::min(at + valid, kLongest);
    while (at < end) {
      const CodePoint code_point = code_point_at(rest, at);
      out += is_control(code_point.value) ? " " : rest.substr(at, code_point.size);
      at += code_point.size;
    }
    if (at < rest.size() && at < kLongest) {
      out += "\uFFFD";
      ++at;
    }
  }
  if (at < text.size()) out += "...";
  return out + '"';
}

}  // namespace dateline
