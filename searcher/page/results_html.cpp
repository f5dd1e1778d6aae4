#include "searcher/page/results_html.h"

#include <algorithm>
#include <cstdio>
#include <initializer_list>
#include <optional>
#include <set>

#include "common/text/country_names.h"
#include "searcher/date_words.h"
#include "searcher/grouped_digits.h"
#include "searcher/page/html.h"
#include "searcher/page/timeline.h"

namespace dateline {
namespace {

constexpr std::size_t kFacetValuesShown = 12;

std::string checkbox(const std::string& name, const FacetValue& value, std::size_t at) {
  const std::string id = name + "-" + std::to_string(at);
  return "<li><label for=\"" + id + "\"><input type=\"checkbox\" form=\"search\" id=\"" + id +
         "\" name=\"" + name + "\" value=\"" + escaped(value.value) + "\"" +
         (value.selected ? " checked" : "") + "><bdi>" + escaped(value.label) +
         "</bdi> <span class=\"count\">" + with_commas(value.count) + "</span></label></li>\n";
}

// Chosen values first, then the most frequent; a long tail behind "more".
std::string facet_html(const Facet& facet, const std::string& title) {
  std::vector<FacetValue> values;
  for (const FacetValue& value : facet.values) {
    // "unknown" is nothing one can ask for by country.
    if (facet.name != "country" || value.value != "unknown") values.push_back(value);
  }
  std::stable_partition(values.begin(), values.end(),
                        [](const FacetValue& value) { return value.selected; });
  if (values.empty() || (values.size() == 1 && !values[0].selected && facet.name != "country")) {
    return "";
  }
  std::string out = "<fieldset class=\"facet\"><legend>" + title + "</legend>\n<ul>\n";
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (at == kFacetValuesShown) {
      out += "</ul>\n<details><summary>" + std::to_string(values.size() - at) +
             " more</summary>\n<ul>\n";
    }
    out += checkbox(facet.name, values[at], at);
  }
  return out + "</ul>\n" + (values.size() > kFacetValuesShown ? "</details>\n" : "") +
         "</fieldset>\n";
}

std::string option(std::string_view value, std::string_view label, std::string_view chosen) {
  return "<option value=\"" + std::string(value) + "\"" + (value == chosen ? " selected" : "") +
         ">" + std::string(label) + "</option>";
}

std::string date_field(const std::string& name, const std::string& label,
                       const PageParameters& parameters) {
  return "<label for=\"" + name + "\">" + label + "<input form=\"search\" id=\"" + name +
         "\" name=\"" + name + "\" value=\"" + escaped(value_of(parameters, name)) +
         "\" placeholder=\"2023-03\" autocomplete=\"off\" spellcheck=\"false\"></label>\n";
}

std::string filters_html(const Answer& answer, const PageParameters& parameters) {
  const std::string_view undated = value_of(parameters, "undated");
  std::string out = "<details id=\"filters\" class=\"filters\" open><summary>Filters</summary>\n";
  for (const Facet& facet : answer.facets) {
    if (facet.name == "country") out += facet_html(facet, "Country");
    if (facet.name == "source") out += facet_html(facet, "Source");
    if (facet.name == "language") out += facet_html(facet, "Language");
  }
  out += "<fieldset class=\"facet dates\"><legend>Published</legend>\n";
  out += date_field("from", "From", parameters) + date_field("to", "To", parameters);
  out +=
      "<label for=\"undated\">Undated<select form=\"search\" id=\"undated\" "
      "name=\"undated\">" +
      option("", "automatic", undated) + option("include", "include", undated) +
      option("exclude", "leave out", undated) + option("only", "only these", undated) +
      "</select></label>\n</fieldset>\n";
  out += "<p class=\"without-script\"><button form=\"search\">Apply filters</button></p>\n";
  return out + "</details>\n";
}

std::string sort_html(const PageParameters& parameters) {
  const std::string_view sort = value_of(parameters, "sort");
  return "<label class=\"sort\" for=\"sort\">Sort by <select form=\"search\" id=\"sort\" "
         "name=\"sort\">" +
         option("", "relevance", sort) + option("newest", "newest", sort) +
         option("oldest", "oldest", sort) + "</select></label>\n";
}

// The parameters without those of these names.
PageParameters without(const PageParameters& parameters,
                       std::initializer_list<std::string_view> names) {
  PageParameters others;
  for (const auto& parameter : parameters) {
    if (std::find(names.begin(), names.end(), parameter.first) == names.end()) {
      others.push_back(parameter);
    }
  }
  return others;
}

std::string link_to(const PageParameters& parameters, const std::string& words) {
  return "<a href=\"" + escaped(address_with(parameters, "article", "")) + "\"><bdi>" +
         escaped(words) + "</bdi></a>";
}

std::string spelling_html(const Answer& answer, const PageParameters& parameters) {
  if (answer.did_you_mean.empty()) return "";
  if (answer.corrected) {
    return "<p class=\"notice\">Nothing was found as typed. These have <bdi>" +
           escaped(answer.understood) + "</bdi>.</p>\n";
  }
  PageParameters corrected = without(parameters, {"q"});
  corrected.insert(corrected.begin(), {"q", answer.did_you_mean});
  return "<p class=\"notice\">Did you mean " + link_to(corrected, answer.did_you_mean) + "?</p>\n";
}

// The parameters with what words for a time or a country stand for; nothing if that is set already.
std::optional<PageParameters> filtered_by(const Interpretation& words, const Filters& filters,
                                          const PageParameters& parameters) {
  if (words.country) {
    const auto& chosen = filters.countries;
    if (std::find(chosen.begin(), chosen.end(), *words.country) != chosen.end()) return {};
    PageParameters filtered = parameters;
    filtered.emplace_back("country", words.country->str());
    return filtered;
  }
  if (filters.from == words.from && filters.to == words.to) return {};
  PageParameters filtered = without(parameters, {"from", "to", "undated"});
  if (words.from) filtered.emplace_back("from", to_iso(*words.from));
  if (words.to) filtered.emplace_back("to", to_iso(*words.to));
  return filtered;
}

std::string days_in_words(const Interpretation& words) {
  if (words.from && words.from == words.to) return in_words(*words.from);
  std::string days = words.from ? "from " + in_words(*words.from) : "";
  if (words.to) days += (days.empty() ? "to " : " to ") + in_words(*words.to);
  return days;
}

// What words of the query stood for as well.
std::string synonyms_html(const Answer& answer) {
  std::string out;
  for (const AddedSynonyms& added : answer.synonyms) {
    for (const std::string& text : added.also) {
      out += (out.empty() ? "" : ", ") + ("<bdi>" + escaped(text) + "</bdi>");
    }
  }
  return out.empty() ? "" : "<p class=\"notice\">Also looked for " + out + ".</p>\n";
}

// "last week": only 11 to 17 May 2024?
std::string offers_html(const Answer& answer, const PageParameters& parameters) {
  if (answer.interpretation_applied) return "";
  std::string out;
  for (const Interpretation& words : answer.interpreted) {
    const auto filtered = filtered_by(words, answer.filters, parameters);
    if (!filtered) continue;
    out += "<p class=\"notice\"><bdi>" + escaped(words.words) + "</bdi>: only articles " +
           (words.country ? "about " + link_to(*filtered, country_label(*words.country))
                          : link_to(*filtered, days_in_words(words))) +
           "?</p>\n";
  }
  return out;
}

std::string summary_html(const Answer& answer) {
  char took[32];
  (void)std::snprintf(took, sizeof took, answer.took_ms < 10 ? "%.1f ms" : "%.0f ms",
                      answer.took_ms);
  std::string out =
      "<p id=\"summary\" class=\"summary\"><strong>" +
      std::string(answer.total_is_exact ? "" : "at least ") + with_commas(answer.total_articles) +
      (answer.total_articles == 1 ? " article" : " articles") + "</strong> · " + took + "</p>\n";
  if (answer.relaxed) {
    out += "<p class=\"notice\">No article has the words in quotes. These have <bdi>" +
           escaped(answer.understood) + "</bdi>.</p>\n";
  }
  return out;
}

std::string article_address(const Passage& passage, const PageParameters& parameters) {
  std::string address = address_with(parameters, "article", passage.article.id);
  return address + "&start=" + std::to_string(passage.range.start) +
         "&end=" + std::to_string(passage.range.end) + "#passage";
}

// What is folded into the article shown: by its sources where they have names of their own.
std::string also_in_html(const Passage& passage, const PageParameters& parameters) {
  if (passage.also_in.empty()) return "";
  std::set<std::string> sources;
  for (const FoldedArticle& article : passage.also_in) sources.insert(article.source);
  sources.erase("");
  sources.erase(passage.article.source);
  const bool by_source = sources.size() == passage.also_in.size();
  const std::size_t count = passage.also_in.size();
  std::string out = "<details class=\"also\"><summary>also in " + with_commas(count) +
                    (by_source ? " source" : " article") + (count == 1 ? "" : "s") +
                    "</summary>\n<ul>\n";
  for (const FoldedArticle& article : passage.also_in) {
    out += "<li><a href=\"" + escaped(address_with(parameters, "article", article.id)) +
           "\"><bdi>" + escaped(name_of(article.source, article.id)) + "</bdi></a> " +
           escaped(in_words(article.date)) + "</li>\n";
  }
  return out + "</ul>\n</details>\n";
}

std::string passage_html(const Passage& passage, const PageParameters& parameters,
                         const ArticleOf& article_of) {
  const ArticleSummary& summary = passage.article;
  const Article* article = article_of(summary.id);
  DateFinding date;
  date.date = summary.date;
  date.confidence = Confidence::kSure;
  std::vector<Mark> marks;
  for (const ByteRange& range : passage.highlights) marks.push_back({range, "", ""});
  std::string out = "<li class=\"result\"><article>\n<p class=\"facts\">" +
                    date_html(article == nullptr ? date : article->date);
  const std::string countries = countries_html(summary.countries, summary.primary_country);
  if (!countries.empty()) out += "<span>" + countries + "</span>";
  if (!summary.source.empty()) out += "<bdi class=\"source\">" + escaped(summary.source) + "</bdi>";
  out += "</p>\n<h2 dir=\"auto\"><a class=\"title\" href=\"" +
         escaped(article_address(passage, parameters)) + "\">" +
         escaped(name_of(summary.title, summary.id)) + "</a></h2>\n";
  return out + "<div class=\"passage\" lang=\"" + escaped(summary.language) + "\">" +
         paragraphs(passage.text, marks) + "</div>\n" + also_in_html(passage, parameters) +
         "</article></li>\n";
}

std::string nothing_html(const Answer& answer, const PageParameters& parameters) {
  PageParameters words;
  for (const auto& parameter : parameters) {
    if (parameter.first == "q") words.push_back(parameter);
  }
  std::string out = "<div class=\"nothing\"><h2>Nothing found</h2>\n<p>";
  if (!answer.understood.empty()) {
    out += "No article has <bdi>" + escaped(answer.understood) + "</bdi> and passes the filters. ";
  } else {
    out += "No article passes the filters. ";
  }
  return out + "Try fewer or other words" +
         (answer.filters == Filters{}
              ? ""
              : ", or <a href=\"" + escaped(address_with(words, "article", "")) +
                    "\">search without filters</a>") +
         ".</p></div>\n";
}

std::string more_html(const Answer& answer, const PageParameters& parameters) {
  const std::size_t shown = answer.passages.size();
  if (shown >= answer.total_groups || shown >= kMaxLimit || shown == 0) return "";
  const std::size_t limit = std::min(shown + 20, kMaxLimit);
  return "<p class=\"more\"><a id=\"more\" href=\"" +
         escaped(address_with(parameters, "limit", std::to_string(limit))) +
         "\">More results</a></p>\n";
}

}  // namespace

std::string_view name_of(std::string_view title, std::string_view id) {
  if (!title.empty()) return title;
  const std::size_t slash = id.rfind('/');
  return slash == std::string_view::npos || slash + 1 == id.size() ? id : id.substr(slash + 1);
}

std::string date_html(const DateFinding& finding) {
  std::string out = "<span class=\"date\">" + escaped(in_words(finding.date)) + "</span>";
  if (finding.confidence == Confidence::kLikely || finding.confidence == Confidence::kGuess) {
    const bool is_guess = finding.confidence == Confidence::kGuess;
    out += std::string("<span class=\"doubt ") + to_string(finding.confidence) +
           "\" title=\"how sure the date is; read from " + escaped(finding.evidence) + "\">" +
           (is_guess ? "a guess" : "likely") + "</span>";
  }
  return out;
}

std::string countries_html(const std::vector<CountryCode>& about,
                           const std::optional<CountryCode>& primary) {
  constexpr std::size_t kShown = 4;
  std::vector<CountryCode> countries = about;
  if (primary) {
    const auto found = std::find(countries.begin(), countries.end(), *primary);
    if (found != countries.end()) std::rotate(countries.begin(), found, found + 1);
  }
  std::string out;
  for (std::size_t at = 0; at < countries.size(); ++at) {
    if (at == kShown) return out + ", " + std::to_string(countries.size() - kShown) + " more";
    out += (at == 0 ? "" : ", ") + escaped(country_label(countries[at]));
  }
  return out;
}

std::string results_html(const Answer& answer, const PageParameters& parameters,
                         const ArticleOf& article_of) {
  std::string out =
      "<h1 class=\"unseen\">Search results</h1>\n<section class=\"when\" aria-label=\"Articles "
      "over time\">\n" +
      timeline_html(timeline_bars(answer.facets)) + "</section>\n";
  out += "<div class=\"columns\">\n<aside aria-label=\"Filters\">\n" +
         filters_html(answer, parameters) + "</aside>\n<div class=\"list\">\n";
  out += "<div class=\"bar\">" + summary_html(answer) + sort_html(parameters) + "</div>\n" +
         synonyms_html(answer) + spelling_html(answer, parameters) +
         offers_html(answer, parameters);
  if (answer.passages.empty()) {
    out += nothing_html(answer, parameters);
  } else {
    out += "<ol class=\"results\">\n";
    for (const Passage& passage : answer.passages) {
      out += passage_html(passage, parameters, article_of);
    }
    out += "</ol>\n" + more_html(answer, parameters);
  }
  return out + "</div>\n</div>\n";
}

}  // namespace dateline
