// What is asked for, as plain data: the same whether it came from the command line, a JSON line or,
// later, HTTP. Filters are resolved (codes and dates, not names), the words are still text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/country.h"
#include "common/date.h"
#include "searcher/page_cursor.h"
#include "searcher/passage_fields.h"
#include "searcher/recency.h"

namespace dateline {

enum class Undated : std::uint8_t { kDefault, kInclude, kExclude, kOnly };

// An article passes if it passes every part that is set.
// (Members are initialised one by one so that designated initialisers may leave any of them out.)
struct Filters {
  std::vector<CountryCode> countries{};      // about any of these
  std::vector<CountryCode> all_countries{};  // about every one of these
  std::vector<CountryCode> not_countries{};  // about none of these
  std::optional<Date>
      from{};                // the article's days must overlap [from, to]; partial dates mean their
  std::optional<Date> to{};  // first day in `from` and their last day in `to`, both inclusive
  Undated undated =
      Undated::kDefault;        // default: excluded when `from` or `to` is set, else included
  std::optional<Date> as_of{};  // published by then for certain, and as if nothing else were there
  std::vector<std::string> sources{};    // any of these, compared without case
  std::vector<std::string> languages{};  // any of these, ISO 639-1 or "und"

  bool operator==(const Filters&) const = default;
};

enum class Sort : std::uint8_t { kRelevance, kNewest, kOldest };

// Whether words of the best articles are added to the query (feedback.h).
enum class Expand : std::uint8_t { kAuto, kOn, kOff };

// Which articles an answer shows only one of (common/index/groups.h).
enum class Fold : std::uint8_t { kNone, kCopies, kStory };

// How many of a query's words an article must have: a number, or a share of them in per cent.
struct MinMatch {
  std::size_t least = 1;
  bool per_cent = false;

  bool operator==(const MinMatch&) const = default;
};

constexpr std::size_t kMaxLimit = 1000;
constexpr std::size_t kPackedLimit = 100;  // the limit where a budget is given and no limit
constexpr std::size_t kMaxContext = 100;
constexpr std::size_t kMaxBudget = 10'000'000;
constexpr std::size_t kMaxTimeoutMs = 3'600'000;
constexpr std::size_t kMaxQueryBytes = 8192;
constexpr std::size_t kMaxQueryParts =
    1024;  // words, phrases and exclusions; a pasted paragraph fits

enum class FacetKind : std::uint8_t {
  kCountry,
  kYear,
  kMonth,
  kDay,
  kSource,
  kLanguage,
  kCountryYear,
  kCountryMonth,
};

struct Request {
  std::string query{};  // as typed; may be empty: every article passes, newest first
  bool strict = false;  // whether what is not understood of it is an error
  Date today{};         // that relative dates in it count from; unknown: they mean nothing
  Filters filters{};
  bool interpret = false;  // whether words for time and place in it are filters
  std::string like{};      // id of an article whose words are looked for; empty: none
  bool before_it = false;  // only what was published before that article
  Sort sort = Sort::kRelevance;
  Expand expand = Expand::kAuto;        // by default where gains_from_feedback()
  std::optional<Recency> recency{};     // nothing: age does not matter
  std::optional<MinMatch> min_match{};  // nothing: any of the words, or none beside phrases
  Fold fold = Fold::kCopies;            // of copies the best ranked one is shown
  std::size_t limit = 10;               // passages, 1..kMaxLimit
  std::size_t per_article = 2;          // passages of one article, at least 1
  std::size_t passage_words = 120;      // about how long a passage is; whole sentences
  std::size_t context = 0;              // sentences to show before and after each passage
  std::size_t max_chars = 0;            // for all passages with their citations; 0: any number
  std::size_t max_tokens = 0;           // likewise, as estimated_tokens() counts
  bool explain = false;                 // whether each passage tells what its score is made of
  bool count = true;                    // whether the total is exact where no facets are counted
  bool facets = true;                   // whether the answer counts facet values
  bool facet_groups = false;            // whether facets count a group of `fold` once
  std::vector<FacetKind>
      facet_kinds{};             // in this order; none: country, year, month, source, language
  PassageFields fields{};        // parts of each passage that JSON, JSON lines and CSV have
  std::string facet_prefix{};    // only values with a word that begins so, and the chosen ones
  bool facet_all = false;        // whether values tell how many of all articles have them
  std::size_t facet_limit = 20;  // values listed per facet
  std::size_t timeout_ms = 0;    // 0: as long as it takes
  std::optional<PageCursor> cursor{};  // where the answer goes on; nothing: one page from the start
};

}  // namespace dateline
