// What a search returns, as plain data; ANSWER.md describes its JSON form field by field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "common/country.h"
#include "common/date.h"
#include "common/text/utf8.h"
#include "searcher/explanation.h"
#include "searcher/interpret/interpret.h"
#include "searcher/query_terms.h"
#include "searcher/request.h"

namespace dateline {

struct ArticleSummary {
  std::string id;
  std::string title;
  std::string url;
  std::string source;
  std::string language;
  Date date;
  std::vector<CountryCode> countries;  // about
  std::optional<CountryCode> primary_country;
};

// An article that is folded into the one shown.
struct FoldedArticle {
  std::string id;
  std::string source;
  Date date;
};

struct Passage {
  std::size_t rank = 0;               // from 1
  double score = 0;                   // 0..1-ish, comparable within one answer only
  std::string text;                   // equals the article's stored text at `range`
  ByteRange range;                    // in the article's stored text
  std::size_t start_char = 0;         // where that begins, counted in code points
  std::string before;                 // of the stored text, up to `range`; "" if not asked for
  std::string after;                  // likewise from its end on
  std::vector<ByteRange> highlights;  // in `text`; in order, not overlapping
  ArticleSummary article;
  std::vector<FoldedArticle> also_in;      // copies that pass the filters, oldest first, then by id
  std::optional<Explanation> explanation;  // if asked for
};

// Where the passage ends, counted in code points.
inline std::size_t end_char(const Passage& passage) {
  return passage.start_char + code_points(passage.text);
}

struct FacetValue {
  std::string value;  // what a filter takes: "AZ", "2023", "2023-03", "en", ...; "unknown" where
                      // the article has none
  std::string label;  // for people: "Azerbaijan"
  std::size_t count = 0;                // articles
  bool selected = false;                // named by the request's filters
  std::optional<std::size_t> of_all{};  // of all there is, whatever was asked, if that is wanted
};

struct Facet {
  std::string name;  // "country", "year", "month", "source", "language", ...
  std::vector<FacetValue> values;
};

// What a budget left out of the passages that were found.
struct LeftOut {
  std::size_t passages = 0;
  std::size_t repeated = 0;           // of them those that repeat what is shown
  std::vector<std::string> articles;  // the best first: ids of those that no passage is shown of
};

struct Answer {
  std::string query;         // as typed
  std::string understood;    // to_string() of what it was taken to mean
  std::string did_you_mean;  // the query with words that articles have for those none has; or empty
  bool corrected = false;    // nothing was found as typed, so that was looked for
  std::vector<AddedSynonyms> synonyms;      // that words of it stood for as well
  std::vector<Interpretation> interpreted;  // words for time and place in it, in its order
  bool interpretation_applied = false;      // whether they are among `filters`
  bool expanded = false;                    // scored with words of the best articles, too
  bool relaxed = false;  // no article had the phrases, so their words were looked for
  Filters filters;
  std::string like;  // id of the article whose words were looked for; empty: none
  Sort sort = Sort::kRelevance;
  Fold fold = Fold::kCopies;
  std::optional<Recency> recency;  // that scores faded by
  std::size_t min_match = 0;       // how many of the query's words an article must have
  std::size_t total_articles = 0;
  std::size_t total_groups = 0;  // what is left of them when copies are folded
  bool total_is_exact = true;    // else there may be more
  double took_ms = 0;
  PassageFields fields;  // those of each passage that JSON, JSON lines and CSV have
  std::vector<Passage> passages;
  LeftOut left_out;
  std::vector<Facet> facets;         // empty if not asked for
  bool pages = false;                // whether it is one of several pages, as it was asked for
  std::optional<PageCursor> cursor;  // where the next page goes on; nothing if this is the last one
};

}  // namespace dateline
