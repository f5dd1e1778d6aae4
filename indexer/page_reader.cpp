#include "indexer/page_reader.h"

#include <string_view>
#include <utility>
#include <vector>

#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "indexer/byline.h"
#include "indexer/canonical_text.h"
#include "indexer/layout.h"
#include "indexer/lines.h"
#include "indexer/markdown.h"
#include "indexer/publication_date.h"

namespace dateline {
namespace {

// On one line, with single spaces.
std::string one_line(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t blank = text[at] == '\n' ? 1 : blank_at(text, at);
    if (blank == 0) {
      out += text[at++];
      continue;
    }
    at += blank;
    if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    const LetterKind kind = letter_of(code_point.value).kind;
    if (kind != LetterKind::kNone && kind != LetterKind::kMark) return true;
    at += code_point.size;
  }
  return false;
}

std::string author_of(const Record& record, const Layout& layout) {
  if (!record.author.empty()) return one_line(record.author);
  for (std::size_t i = layout.near; i < layout.head.size(); ++i) {
    const HeadLine& line = layout.head[i];
    if (line.kind != LineKind::kByline) continue;
    const std::string_view words = slice(record.text, line.range);
    if (auto author = author_in_byline(words, BylinePlace::kBesideDate)) return one_line(*author);
  }
  return {};
}

Page read_plain_page(const Record& record, std::string_view language,
                     const std::optional<Date>& published_before) {
  const Layout layout = lay_out(record, language);
  Page page;
  page.title = one_line(record.title.empty() ? headline_in(record, layout) : record.title);
  page.author = author_of(record, layout);
  page.date = find_publication_date(record, layout, language, published_before);
  std::vector<std::optional<ByteRange>> others;
  for (const DateAlternative& other : page.date.alternatives) others.push_back(other.span);
  CanonicalText canonical = canonical_text(record.text, layout, page.date.span, others);
  if (!has_words(std::string_view(canonical.text).substr(canonical.body_start))) {
    // A flash that is all headline, or a table that looks like furniture: better whole than lost.
    canonical = {record.text, 0, page.date.span, others};
  }
  page.text = std::move(canonical.text);
  page.body_start = canonical.body_start;
  page.date.span = canonical.span;
  for (std::size_t i = 0; i < others.size(); ++i) {
    page.date.alternatives[i].span = canonical.others[i];
  }
  return page;
}

}  // namespace

Page read_page(const Record& record, std::string_view language,
               const std::optional<Date>& published_before) {
  auto words = without_markdown(record.text);
  if (!words) return read_plain_page(record, language, published_before);
  Record plain = record;
  plain.text = std::move(*words);
  return read_plain_page(plain, language, published_before);
}

}  // namespace dateline
