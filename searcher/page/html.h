// Text of articles and queries as HTML that can do nothing but be read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/byte_range.h"

namespace dateline {

// For element content and for attribute values in double quotes. Control characters become spaces;
// the two bidirectional overrides, with which text can be made to read as another, are left out.
// REQUIRES: text is well-formed UTF-8.
std::string escaped(std::string_view text);

// A query's value for a link: all but unreserved characters percent-encoded.
std::string percent_encoded(std::string_view text);

// `url` if it is one a reader may be sent to, which is http or https; else "".
std::string_view safe_link(std::string_view url);

// Some bytes of a text, and the class to mark them by.
struct Mark {
  ByteRange range;
  std::string_view style;  // a class name, "" for none
  std::string_view id;     // of the first element that shows the mark, "" for none
};

// The text as paragraphs, each in the direction of its own letters. Empty lines end a paragraph.
// REQUIRES: text is well-formed UTF-8; marks are in order, do not overlap, lie within the text and
// on bounds of code points.
std::string paragraphs(std::string_view text, std::span<const Mark> marks);

}  // namespace dateline
