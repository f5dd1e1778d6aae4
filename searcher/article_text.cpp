#include "searcher/article_text.h"

#include <string_view>
#include <vector>

#include "searcher/date_words.h"
#include "searcher/wrapped_text.h"

namespace dateline {
namespace {

constexpr std::size_t kNameWidth = 12;

std::string names_of(const std::vector<CountryCode>& countries, const TextStyle& style) {
  std::string out;
  for (const CountryCode country : countries) {
    if (!out.empty()) out += ", ";
    out += style.country_name(country);
  }
  return out;
}

// "1 March 2023, 12:14+04:00 (sure, from text.timed)"
std::string date_line(const DateFinding& finding) {
  std::string out = in_words(finding.date);
  if (finding.time) out += ", " + to_string(*finding.time);
  if (finding.confidence == Confidence::kNone) return out;
  return out + " (" + to_string(finding.confidence) + ", from " + finding.evidence + ')';
}

std::string about_line(const CountryFinding& finding, const TextStyle& style) {
  std::string out = names_of(finding.about, style);
  if (finding.primary && finding.about.size() > 1) {
    out += " (mostly " + style.country_name(*finding.primary) + ')';
  }
  return out;
}

// "date        1 March 2023"; nothing if the value is empty.
void append_fact(std::string& out, std::string_view name, std::string_view value,
                 const TextStyle& style) {
  std::string lines = wrapped(value, {}, kNameWidth, style);
  if (lines.empty()) return;
  lines.replace(0, name.size(), name);
  out += lines;
}

// Paragraph by paragraph, so that line ends of the text stay.
void append_text(std::string& out, std::string_view text, const TextStyle& style) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string lines = wrapped(text.substr(0, end), {}, 0, style);
    out += lines.empty() ? "\n" : lines;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

}  // namespace

std::string to_text(const Article& article, const TextStyle& style) {
  std::string title = wrapped(article.title, {}, 0, style);
  if (title.empty()) title = wrapped(article.id, {}, 0, style);
  if (!title.empty()) title.pop_back();
  std::string out = inked(title, Ink::kTitle, style.emphasis) + "\n\n";
  append_fact(out, "id", article.id, style);
  append_fact(out, "date", date_line(article.date), style);
  append_fact(out, "about", about_line(article.countries, style), style);
  append_fact(out, "mentions", names_of(article.countries.mentioned, style), style);
  append_fact(out, "source", article.source, style);
  append_fact(out, "author", article.author, style);
  append_fact(out, "language", article.language, style);
  append_fact(out, "url", article.url, style);
  out += '\n';
  append_text(out, article.text, style);
  return out;
}

}  // namespace dateline
