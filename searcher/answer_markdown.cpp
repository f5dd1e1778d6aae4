#include "searcher/answer_markdown.h"

#include <string_view>

#include "searcher/text_style.h"

namespace dateline {
namespace {

// A line ends with "\n", "\r" or "\r\n".
std::string quoted(std::string_view text) {
  std::string out = "> ";
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    const bool before_newline = at + 1 < text.size() && text[at + 1] == '\n';
    if (text[at] == '\n' || (text[at] == '\r' && !before_newline)) out += "> ";
  }
  return out;
}

std::string citation(const Passage& passage) {
  const ArticleSummary& article = passage.article;
  const bool dated = article.date.precision() != DatePrecision::kNone;
  std::string out = '[' + std::to_string(passage.rank) + "] ";
  if (!article.title.empty()) out += article.title + ". ";
  if (!article.source.empty()) out += article.source + ", ";
  out += dated ? to_iso(article.date) : "undated";
  if (!article.url.empty()) out += ". " + article.url;
  out += " (" + article.id + ' ' + std::to_string(passage.range.start - passage.before.size()) +
         ':' + std::to_string(passage.range.end + passage.after.size()) + ')';
  return tamed(out);
}

}  // namespace

std::string to_markdown(const Passage& passage) {
  return quoted(passage.before + passage.text + passage.after) + "\n\n" + citation(passage) + '\n';
}

std::string to_markdown(const Answer& answer) {
  std::string out;
  for (const Passage& passage : answer.passages) {
    if (!out.empty()) out += '\n';
    out += to_markdown(passage);
  }
  return out;
}

}  // namespace dateline
