#include "searcher/answer_text.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "searcher/date_words.h"
#include "searcher/explanation_text.h"
#include "searcher/facet_text.h"
#include "searcher/grouped_digits.h"
#include "searcher/wrapped_text.h"

namespace dateline {
namespace {

constexpr std::string_view kDot = " · ";

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string counted(std::size_t count, const std::string& noun) {
  return with_commas(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string milliseconds(double took_ms) {
  char text[32];
  (void)std::snprintf(text, sizeof text, took_ms < 100 ? "%.1f ms" : "%.0f ms", took_ms);
  return text;
}

// The foremost country first; of many only the first few.
std::string country_names(const ArticleSummary& article, const TextStyle& style) {
  constexpr std::size_t kShown = 5;
  std::vector<CountryCode> countries = article.countries;
  if (article.primary_country) {
    const auto primary = std::find(countries.begin(), countries.end(), *article.primary_country);
    if (primary != countries.end()) std::rotate(countries.begin(), primary, primary + 1);
  }
  std::vector<std::string> names;
  for (const CountryCode country : countries) {
    if (names.size() == kShown) {
      names.push_back(std::to_string(countries.size() - kShown) + " more");
      break;
    }
    names.push_back(style.country_name(country));
  }
  return joined(names, ", ");
}

void append_lines(std::string& out, std::string_view text, Ink ink, std::size_t indent,
                  const TextStyle& style) {
  const std::string lines = wrapped(text, {}, indent, style);
  if (lines.empty()) return;
  // The ink ends before the line does.
  out += inked(std::string_view(lines).substr(0, lines.size() - 1), ink, style.emphasis);
  out += '\n';
}

// The title, its first line after the rank, further ones under it.
void append_title(std::string& out, const Passage& passage, std::size_t rank_width,
                  const TextStyle& style) {
  const std::size_t indent = rank_width + 2;
  const std::string rank = std::to_string(passage.rank);
  std::string lines = wrapped(passage.article.title, {}, indent, style);
  if (lines.empty()) lines = wrapped(passage.article.id, {}, indent, style);
  if (lines.empty()) lines = std::string(indent, ' ') + '\n';
  lines.replace(rank_width - rank.size(), rank.size(), rank);
  lines.pop_back();
  out += inked(lines, Ink::kTitle, style.emphasis) + '\n';
}

// "also in 2 articles: wire-12 (Herald, 18 May 2021), wire-13 (Courier)"; nothing if there are
// none.
std::string also_in_words(const std::vector<FoldedArticle>& articles) {
  constexpr std::size_t kShown = 5;
  if (articles.empty()) return "";
  std::vector<std::string> names;
  for (const FoldedArticle& article : articles) {
    if (names.size() == kShown) {
      names.push_back(std::to_string(articles.size() - kShown) + " more");
      break;
    }
    const std::string known = joined({article.source, in_words(article.date)}, ", ");
    names.push_back(article.id + (known.empty() ? "" : " (" + known + ")"));
  }
  return "also in " + counted(articles.size(), "article") + ": " + joined(names, ", ");
}

void append_passage(std::string& out, const Passage& passage, std::size_t rank_width,
                    const TextStyle& style) {
  const ArticleSummary& article = passage.article;
  const std::size_t indent = rank_width + 2;
  append_title(out, passage, rank_width, style);
  append_lines(
      out, joined({in_words(article.date), country_names(article, style), article.source}, kDot),
      Ink::kAside, indent, style);
  append_lines(out, passage.before, Ink::kAside, indent, style);
  out += wrapped(passage.text, passage.highlights, indent, style);
  append_lines(out, passage.after, Ink::kAside, indent, style);
  const std::string place = article.id + " [" + std::to_string(passage.range.start) + ':' +
                            std::to_string(passage.range.end) + ']';
  append_lines(out, joined({place, article.url == article.id ? "" : article.url}, kDot),
               Ink::kAside, indent, style);
  append_lines(out, also_in_words(passage.also_in), Ink::kAside, indent, style);
  if (passage.explanation) {
    for (const std::string& line : in_words(*passage.explanation)) {
      append_lines(out, line, Ink::kAside, indent, style);
    }
  }
  out += '\n';
}

std::string names_of(const std::vector<CountryCode>& countries, std::string_view separator,
                     const TextStyle& style) {
  std::vector<std::string> names;
  names.reserve(countries.size());
  for (const CountryCode country : countries) names.push_back(style.country_name(country));
  return joined(names, separator);
}

std::string prefixed(const std::string& prefix, const std::string& text) {
  return text.empty() ? "" : prefix + text;
}

std::string undated_in_words(Undated undated) {
  switch (undated) {
    case Undated::kDefault:
      return "";
    case Undated::kInclude:
      return "undated included";
    case Undated::kExclude:
      return "undated excluded";
    case Undated::kOnly:
      return "only undated";
  }
  return "";
}

std::string in_words(const Filters& filters, const TextStyle& style) {
  return joined(
      {
          prefixed("about ", names_of(filters.countries, " or ", style)),
          prefixed("about ", names_of(filters.all_countries, " and ", style)),
          prefixed("not about ", names_of(filters.not_countries, " or ", style)),
          filters.from ? "from " + in_words(*filters.from) : "",
          filters.to ? "to " + in_words(*filters.to) : "",
          filters.as_of ? "as of " + in_words(*filters.as_of) : "",
          undated_in_words(filters.undated),
          prefixed("source ", joined(filters.sources, " or ")),
          prefixed("language ", joined(filters.languages, " or ")),
      },
      kDot);
}

// "last week" from 31 May 2021 to 6 June 2021 · "Cuban" about Cuba
std::string in_words(const std::vector<Interpretation>& interpreted, const TextStyle& style) {
  std::vector<std::string> parts;
  for (const Interpretation& one : interpreted) {
    std::string part = "\"" + one.words + "\"";
    if (one.country) part += " about " + style.country_name(*one.country);
    if (one.from && one.from == one.to) {
      part += " of " + in_words(*one.from);
    } else {
      if (one.from) part += " from " + in_words(*one.from);
      if (one.to) part += " to " + in_words(*one.to);
    }
    parts.push_back(std::move(part));
  }
  return joined(parts, kDot);
}

void append_summary(std::string& out, const Answer& answer, const TextStyle& style) {
  const std::string filters = in_words(answer.filters, style);
  if (answer.relaxed) {
    append_lines(out, "no article has the words in quotes; looked for: " + answer.understood,
                 Ink::kAside, 0, style);
  } else if (answer.passages.empty()) {
    append_lines(out, prefixed("query: ", answer.understood), Ink::kAside, 0, style);
  }
  if (!answer.did_you_mean.empty()) {
    append_lines(out,
                 (answer.corrected ? "nothing found as typed; looked for: " : "did you mean: ") +
                     answer.did_you_mean,
                 Ink::kAside, 0, style);
  }
  for (const AddedSynonyms& added : answer.synonyms) {
    append_lines(out, "looked for \"" + added.words + "\" also as: " + joined(added.also, ", "),
                 Ink::kAside, 0, style);
  }
  if (!answer.interpreted.empty() && !answer.interpretation_applied) {
    append_lines(out, "could be filters (--interpret): " + in_words(answer.interpreted, style),
                 Ink::kAside, 0, style);
  }
  if (!filters.empty()) append_lines(out, "filters: " + filters, Ink::kAside, 0, style);
  if (const LeftOut& left = answer.left_out; left.passages > 0) {
    append_lines(out,
                 "left out: " + counted(left.passages, "passage") + ", " +
                     with_commas(left.repeated) + " of them because they repeat others",
                 Ink::kAside, 0, style);
  }
  if (!answer.total_is_exact) out += "at least ";
  out += counted(answer.total_articles, "article");
  const std::size_t folded = answer.total_articles - answer.total_groups;
  if (folded > 0) out += " (" + with_commas(folded) + " of them folded into others)";
  out += ", " + milliseconds(answer.took_ms) + '\n';
  if (answer.pages && !answer.cursor) out += "this is the last page\n";
  if (answer.pages && answer.cursor)
    out += "next page: --cursor " + to_string(*answer.cursor) + '\n';
}

}  // namespace

std::string to_text(const Answer& answer, const TextStyle& style) {
  std::string out;
  const std::size_t rank_width =
      answer.passages.empty() ? 0 : std::to_string(answer.passages.back().rank).size();
  for (const Passage& passage : answer.passages) append_passage(out, passage, rank_width, style);
  const std::string facets = facets_text(answer.facets, style);
  if (!facets.empty()) out += facets + '\n';
  append_summary(out, answer, style);
  return out;
}

}  // namespace dateline
