// The words of an HTML page without its tags, the way a plain-text dump of the web has them.
#pragma once

#include <string>

namespace dateline {

// How the tags are taken off: whoever dumps the web does it his way.
enum class HtmlLayout {
  kBlocks,     // a line for each block, as browsers show it
  kOneLine,    // the same without line ends
  kTextNodes,  // a line for each run of text between two tags
  kMarkdown,   // as html2text does: "# ", "[words](address)", " | ", lines wrapped at 78 bytes
};

// Text of the body without scripts, styles, options of forms and comments. Broken markup is read as
// browsers do, about.
// REQUIRES: html is well-formed UTF-8.
std::string html_to_text(const std::string& html, HtmlLayout layout);

}  // namespace dateline
