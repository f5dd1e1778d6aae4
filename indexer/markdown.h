// Texts that a converter made from web pages: "[words](address)", "# ", "  * ", lines wrapped at
// some width. Their marks are no words of the article, addresses hold days that are not its own,
// and a wrapped date is no date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// The words of `text` without the marks of Markdown, a paragraph on one line; nothing if the text
// is not Markdown, which is known by its links: three at least. Linear.
// REQUIRES: text is well-formed UTF-8.
std::optional<std::string> without_markdown(std::string_view text);

}  // namespace dateline
