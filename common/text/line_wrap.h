// Whether the lines of a text are paragraphs or were wrapped to a width, as in old wire copy and
// plain-text mail.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// The length in characters of the longest line of a text that is wrapped at a fixed width; 0 if the
// text is not. It is if no line is longer than 100 characters, and of the long lines that
// another line follows most end without a stop and many of these go on in small letters.
// Thread-safe. REQUIRES: text is well-formed UTF-8.
std::size_t wrapped_line_length(std::string_view text);

// Shorter than this, a line of text wrapped at `width` was not ended by wrapping: a heading, or the
// end of a paragraph.
constexpr std::size_t shortest_wrapped_line(std::size_t width) { return width * 6 / 10; }

// Code points in the text, in time linear in its size.
std::size_t count_characters(std::string_view text);

}  // namespace dateline
