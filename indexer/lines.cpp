#include "indexer/lines.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

// Blanks of more than one byte: no-break space, the widths of space, zero-width space, direction
// marks, line and paragraph separator, narrow and mathematical space, ideographic space, BOM.
constexpr std::array kWideBlanks = std::to_array<std::string_view>(
    {"\u00A0", "\u0085", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
     "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u200E", "\u200F",
     "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"});

std::size_t blank_before(std::string_view text, std::size_t start, std::size_t end) {
  const std::string_view before = text.substr(start, end - start);
  if (before.empty()) return 0;
  const auto last = static_cast<unsigned char>(before.back());
  if (last < 0x80) return last <= 0x20 || last == 0x7F ? 1 : 0;
  for (const std::string_view blank : kWideBlanks) {
    if (before.ends_with(blank)) return blank.size();
  }
  return 0;
}

}  // namespace

std::size_t blank_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return first != '\n' && (first <= 0x20 || first == 0x7F) ? 1 : 0;
  if (first != 0xC2 && first != 0xE2 && first != 0xE3 && first != 0xEF) return 0;
  for (const std::string_view blank : kWideBlanks) {
    if (text.substr(at, blank.size()) == blank) return blank.size();
  }
  return 0;
}

std::size_t next_blank(std::string_view text, ByteRange part) {
  std::size_t at = part.start;
  while (at < part.end && blank_at(text, at) == 0) ++at;
  return at;
}

ByteRange trim(std::string_view text, ByteRange range) {
  while (range.start < range.end) {
    const std::size_t blank = text[range.start] == '\n' ? 1 : blank_at(text, range.start);
    if (blank == 0) break;
    range.start += blank;
  }
  while (range.start < range.end) {
    const std::size_t blank = blank_before(text, range.start, range.end);
    if (blank == 0) break;
    range.end -= blank;
  }
  return range;
}

std::optional<TextLine> LineReader::next() {
  while (at_ < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const ByteRange line = trim(text_, {at_, end});
    at_ = std::min(end + 1, text_.size());
    if (line.empty()) {
      after_blank_ = true;
      continue;
    }
    const bool after_blank = after_blank_;
    after_blank_ = false;
    return TextLine{line, after_blank};
  }
  return std::nullopt;
}

std::optional<ByteRange> line_before(std::string_view text, std::size_t end) {
  while (end > 0) {
    const std::size_t line_end = text.rfind('\n', end - 1);
    // `end` is the start of a line or the end of the text: the byte before may be its line end.
    if (line_end == end - 1) {
      end = line_end;
      continue;
    }
    const std::size_t start = line_end == std::string_view::npos ? 0 : line_end + 1;
    const ByteRange line = trim(text, {start, end});
    if (!line.empty()) return line;
    end = start;
  }
  return std::nullopt;
}

}  // namespace dateline
