#include "searcher/verify/verification_text.h"

#include "searcher/date_words.h"
#include "searcher/grouped_digits.h"
#include "searcher/wrapped_text.h"

namespace dateline {
namespace {

std::string counted(std::size_t count, const std::string& what) {
  return with_commas(count) + (count == 1 ? " article has it " : " articles have it ") + what;
}

std::string in_angles(std::string_view words) {
  return words.empty() ? "nothing" : "‹" + std::string(words) + "›";
}

std::string headline(const Verification& verification) {
  std::string out;
  const auto add = [&out](std::size_t count, const std::string& what) {
    if (count == 0) return;
    out += (out.empty() ? "" : ", ") + counted(count, what);
  };
  add(verification.exact, "word for word");
  add(verification.folded, "but for case, white space or marks");
  add(verification.different, "with differences");
  if (out.empty()) return "no article has it";
  return (verification.total_is_exact ? "" : "at least ") + out;
}

void append_line(std::string& out, std::string_view text, std::size_t indent, Ink ink,
                 const TextStyle& style) {
  std::string lines = wrapped(text, {}, indent, style);
  if (lines.empty()) return;
  lines.pop_back();
  out += inked(lines, ink, style.emphasis) + '\n';
}

void append_match(std::string& out, const Verification& verification, const QuoteMatch& match,
                  const TextStyle& style) {
  const ArticleSummary& article = match.article;
  append_line(out, article.title.empty() ? article.id : article.title, 0, Ink::kTitle, style);
  append_line(out,
              in_words(article.date) + (article.source.empty() ? "" : " · " + article.source) +
                  " · " + name_of(match.likeness),
              2, Ink::kAside, style);
  out += wrapped(match.text, {}, 2, style);
  for (const QuoteDifference& difference : match.differences) {
    const ByteRange there{difference.in_article.start - match.range.start,
                          difference.in_article.end - match.range.start};
    append_line(out,
                "quoted " + in_angles(slice(verification.quote, difference.in_quote)) +
                    ", the article has " + in_angles(slice(match.text, there)),
                4, Ink::kAside, style);
  }
  append_line(out,
              article.id + (match.in_title ? " title [" : " [") +
                  std::to_string(match.range.start) + ':' + std::to_string(match.range.end) + ']',
              2, Ink::kAside, style);
  out += '\n';
}

}  // namespace

std::string to_text(const Verification& verification, const TextStyle& style) {
  std::string out;
  for (const QuoteMatch& match : verification.matches) {
    append_match(out, verification, match, style);
  }
  return out + headline(verification) + '\n';
}

}  // namespace dateline
