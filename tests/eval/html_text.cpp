#include "html_text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <libxml/HTMLparser.h>

namespace dateline {
namespace {

constexpr int kDeepest = 1'000;  // nested deeper, a page is garbage

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_unseen(std::string_view name) {
  return is_one_of(name, {"script", "style", "noscript", "template", "head", "select", "svg",
                          "iframe", "object", "textarea"});
}

bool is_block(std::string_view name) {
  return is_one_of(
      name, {"address", "article",    "aside",  "blockquote", "br",   "dd",   "div", "dl", "dt",
             "figure",  "figcaption", "footer", "form",       "h1",   "h2",   "h3",  "h4", "h5",
             "h6",      "header",     "hr",     "li",         "main", "nav",  "ol",  "p",  "pre",
             "section", "table",      "tr",     "ul",         "body", "title"});
}

void end_line(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
  if (!text.empty() && text.back() != '\n') text += '\n';
}

// Runs of blanks and line ends of the source are one blank on the screen.
void add_words(std::string& text, std::string_view words) {
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!blank) {
      text += c;
    } else if (!text.empty() && text.back() != ' ' && text.back() != '\n') {
      text += ' ';
    }
  }
}

void add_nodes(std::string& text, const xmlNode* node, int depth) {
  for (; node != nullptr && depth < kDeepest; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_words(text, reinterpret_cast<const char*>(node->content));
    } else if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = reinterpret_cast<const char*>(node->name);
      if (is_unseen(name)) continue;
      if (is_block(name)) end_line(text);
      if (name == "td" || name == "th") add_words(text, " ");
      add_nodes(text, node->children, depth + 1);
      if (is_block(name)) end_line(text);
    }
  }
}

}  // namespace

std::string html_to_text(const std::string& html) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options),
      &xmlFreeDoc);
  std::string text;
  if (page) add_nodes(text, xmlDocGetRootElement(page.get()), 0);
  end_line(text);
  return text;
}

}  // namespace dateline
