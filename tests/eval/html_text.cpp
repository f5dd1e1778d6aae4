#include "html_text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

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

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

std::string attribute_of(const xmlNode* node, const char* name) {
  for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
    if (std::string_view(reinterpret_cast<const char*>(at->name)) != name) continue;
    const xmlNode* value = at->children;
    if (value != nullptr && value->content != nullptr) {
      return reinterpret_cast<const char*>(value->content);
    }
  }
  return {};
}

// What html2text writes before and after the words of an element.
std::pair<std::string, std::string> marks_of(const xmlNode* node, std::string_view name) {
  if (is_heading(name))
    return {std::string(static_cast<std::size_t>(name[1] - '0'), '#') + " ", ""};
  if (name == "li") return {"  * ", ""};
  if (name == "hr") return {"* * *", ""};
  if (name == "blockquote") return {"> ", ""};
  if (is_one_of(name, {"b", "strong"})) return {"**", "**"};
  if (is_one_of(name, {"i", "em"})) return {"_", "_"};
  if (is_one_of(name, {"td", "th"})) return {" | ", ""};
  if (name == "img")
    return {"![" + attribute_of(node, "alt") + "](" + attribute_of(node, "src") + ")", ""};
  const std::string address = name == "a" ? attribute_of(node, "href") : "";
  if (!address.empty()) return {"[", "](" + address + ")"};
  return {};
}

// Breaks lines of more than 78 bytes between words, as html2text does.
std::string wrapped(const std::string& text) {
  constexpr std::size_t kWidth = 78;
  std::string out;
  std::size_t line = 0;  // where the current line of `out` begins
  std::size_t blank = std::string::npos;
  for (const char c : text) {
    out += c;
    if (c == '\n') {
      line = out.size();
      blank = std::string::npos;
    } else if (c == ' ') {
      blank = out.size() - 1;
    } else if (out.size() - line > kWidth && blank != std::string::npos) {
      out[blank] = '\n';
      line = blank + 1;
      blank = std::string::npos;
    }
  }
  return out;
}

class Writer {
 public:
  explicit Writer(HtmlLayout layout) : layout_(layout) {}

  void add(const xmlNode* node, int depth);
  std::string take();

 private:
  void end_block(bool paragraph) {
    end_line(text_);
    const bool apart = layout_ == HtmlLayout::kMarkdown && paragraph;
    if (apart && !text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  }

  HtmlLayout layout_;
  std::string text_;
};

void Writer::add(const xmlNode* node, int depth) {
  for (; node != nullptr && depth < kDeepest; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_words(text_, reinterpret_cast<const char*>(node->content));
      if (layout_ == HtmlLayout::kTextNodes) end_line(text_);
    } else if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = reinterpret_cast<const char*>(node->name);
      if (is_unseen(name)) continue;
      const bool paragraph = is_block(name) && !is_one_of(name, {"br", "li", "dt", "dd"});
      if (is_block(name)) end_block(paragraph);
      if (name == "br" && layout_ == HtmlLayout::kMarkdown && text_.ends_with('\n')) {
        text_.insert(text_.size() - 1, "  ");
      }
      const bool cell = name == "td" || name == "th";
      const auto [before, after] = layout_ == HtmlLayout::kMarkdown
                                       ? marks_of(node, name)
                                       : std::pair<std::string, std::string>(cell ? " " : "", "");
      if (layout_ == HtmlLayout::kMarkdown)
        text_ += before;
      else
        add_words(text_, before);
      add(node->children, depth + 1);
      text_ += after;
      if (is_block(name)) end_block(paragraph);
    }
  }
}

std::string Writer::take() {
  end_line(text_);
  if (layout_ == HtmlLayout::kOneLine) std::replace(text_.begin(), text_.end(), '\n', ' ');
  return layout_ == HtmlLayout::kMarkdown ? wrapped(text_) : std::move(text_);
}

}  // namespace

std::string html_to_text(const std::string& html, HtmlLayout layout) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options),
      &xmlFreeDoc);
  Writer writer(layout);
  if (page) writer.add(xmlDocGetRootElement(page.get()), 0);
  return writer.take();
}

}  // namespace dateline
