// A stored article -> text for a person at a terminal.
#pragma once

#include <string>

#include "common/article.h"
#include "searcher/text_style.h"

namespace dateline {

// The headline, what was found out about the article and why, and its text, with the lines of the
// text as they are: only control characters are made harmless.
std::string to_text(const Article& article, const TextStyle& style);

}  // namespace dateline
