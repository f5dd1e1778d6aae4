// The words of an HTML page without its tags, the way a plain-text dump of the web has them.
#pragma once

#include <string>

namespace dateline {

// Text of the body, blocks on lines of their own; without scripts, styles, options of forms and
// comments. Broken markup is read as browsers do, about.
// REQUIRES: html is well-formed UTF-8.
std::string html_to_text(const std::string& html);

}  // namespace dateline
