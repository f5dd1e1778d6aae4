// Sentences printed without the space between them, as cleaned web pages often are:
// "thanked the guests.Let us begin".
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// True if the full stop, question or exclamation mark at byte `at` ends a sentence although a
// letter follows at once: two small letters before it, a capital and then no capital after it.
// "Node.js", "example.com", "U.S", "Ph.D" and "3.5" are not glued, nor is "Booking.Com". REQUIRES:
// text is well-formed UTF-8, text[at] is '.', '?' or '!'.
bool is_glued_stop(std::string_view text, std::size_t at);

}  // namespace dateline
