// The lines of a text, without the blanks around them and without the empty ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/byte_range.h"

namespace dateline {

struct TextLine {
  ByteRange range;           // not empty; blanks at both ends left out
  bool after_blank = false;  // an empty line or the start of the text stands before it
};

// Reads lines forwards or backwards from a place in the text, each in time of its own length.
// Holds a view: the text must outlive it.
class LineReader {
 public:
  // REQUIRES: text is well-formed UTF-8; `part` lies within it.
  LineReader(std::string_view text, ByteRange part)
      : text_(text.substr(0, part.end)), at_(part.start) {}

  // The next line; nothing at the end.
  std::optional<TextLine> next();

 private:
  std::string_view text_;
  std::size_t at_;
  bool after_blank_ = true;
};

// The last line of `text` that begins before byte `end`; its after_blank is not looked up.
std::optional<ByteRange> line_before(std::string_view text, std::size_t end);

// `range` without the blanks at its ends: spaces, tabs, no-break and ideographic spaces, marks of
// byte order and direction.
ByteRange trim(std::string_view text, ByteRange range);

// Bytes of the blank that begins at `at`; 0 if none does. Line ends are no blanks.
std::size_t blank_at(std::string_view text, std::size_t at);

// Where the first blank within `part` begins; its end if it has none.
std::size_t next_blank(std::string_view text, ByteRange part);

}  // namespace dateline
