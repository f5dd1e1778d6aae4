#include "indexer/markdown.h"

#include <algorithm>
#include <cstddef>

namespace dateline {
namespace {

constexpr int kFewestLinks = 3;
constexpr std::size_t kLongestAddress = 2'000;  // bytes; no address is longer
constexpr std::size_t kLongestWords = 300;      // bytes of a link that can be read
constexpr std::string_view kLinkMiddle = "](";

// The byte behind the address that begins at `at`, past its closing bracket; 0 if none does.
// Addresses have no blanks; brackets in them come in pairs.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongestAddress);
  int open = 1;
  for (; at < limit; ++at) {
    if (text[at] == ' ' || text[at] == '\n') {
      // A title may follow: (address "title").
      const std::size_t close = text.substr(0, limit).find("\")", at);
      const bool title = at + 1 < limit && text[at + 1] == '"' && close != std::string_view::npos;
      return title ? close + 2 : 0;
    }
    if (text[at] == '(') ++open;
    if (text[at] == ')' && --open == 0) return at + 1;
  }
  return 0;
}

bool is_markdown(std::string_view text) {
  int links = 0;
  for (std::size_t at = text.find(kLinkMiddle); at != std::string_view::npos;
       at = text.find(kLinkMiddle, at + 1)) {
    const std::string_view address = text.substr(at + kLinkMiddle.size());
    const bool begins = address.starts_with("http") || address.starts_with('/') ||
                        address.starts_with('#') || address.starts_with('<') ||
                        address.starts_with("mailto:");
    if (begins && ++links == kFewestLinks) return true;
  }
  return false;
}

// The bytes of the marks that open a line: of a heading, a quotation, an entry of a list, a cell.
std::size_t opening_marks(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  while (at < line.size()) {
    const std::size_t marks = line.find_first_not_of("#>*+-|", at);
    if (marks == at || marks == std::string_view::npos || line[marks] != ' ') break;
    at = std::min(line.find_first_not_of(' ', marks), line.size());
  }
  return at;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("*-_ |:") == std::string_view::npos;
}

bool opens_link(std::string_view rest) {
  if (rest.front() != '[') return false;
  const std::size_t close = rest.substr(0, kLongestWords).find(']');
  return close != std::string_view::npos && rest.substr(close).starts_with(kLinkMiddle);
}

// Copies a line without links and without the stars that make words bold.
void add_words(std::string& out, std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    if (rest.starts_with("**") || rest.starts_with("![")) {
      at += 2;
      continue;
    }
    if (rest.starts_with(kLinkMiddle)) {
      if (const std::size_t end = end_of_address(line, at + kLinkMiddle.size()); end != 0) {
        at = end;
        continue;
      }
    }
    if (!opens_link(rest)) out += rest.front();
    ++at;
  }
}

}  // namespace

std::optional<std::string> without_markdown(std::string_view text) {
  if (!is_markdown(text)) return std::nullopt;
  std::string out;
  out.reserve(text.size());
  bool goes_on = false;  // the line before is of the same paragraph
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool blank = line.find_first_not_of(' ') == std::string_view::npos;
    const std::size_t marks = opening_marks(line);
    const bool marked = marks < line.size() &&
                        line.substr(0, marks).find_first_not_of(' ') != std::string_view::npos;
    if (blank || is_rule(line)) {
      out += goes_on ? "\n\n" : "\n";
      goes_on = false;
      continue;
    }
    if (goes_on) out += marked ? '\n' : ' ';
    add_words(out, line.substr(marks));
    goes_on = true;
    if (line.ends_with("  ")) {  // a line end of the page
      while (out.ends_with(' ')) out.pop_back();
      out += '\n';
      goes_on = false;
    }
  }
  return out;
}

}  // namespace dateline
