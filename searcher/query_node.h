// A query with operators, as the tree that its text means. Plain queries have none (query.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "searcher/request.h"

namespace dateline {

// What a part of a row means for the article as a whole.
enum class Demand : std::uint8_t {
  kMay,      // suffices if nothing of the row must hold, else adds to the score
  kMust,     // has to hold
  kMustNot,  // has to fail
};

// How a word of the query is found in the index.
enum class WordForm : std::uint8_t { kExact, kPrefix, kFuzzy };

// What NEAR counts in.
enum class NearUnit : std::uint8_t { kWords, kSentence, kParagraph };

constexpr unsigned kMaxNear = 1000;      // words between the parts of NEAR, and of a loose phrase
constexpr unsigned kMaxEdits = 2;        // of a fuzzy word
constexpr double kMaxBoost = 100;        // of one part; boosts of nested parts multiply
constexpr std::size_t kMaxNesting = 64;  // of parentheses
constexpr std::size_t kMaxFilterParts = 32;  // country:, date: and so on in one query
constexpr std::size_t kMaxExpanded = 16;     // words with * or ~ in one query

struct QueryNode {
  enum class Kind : std::uint8_t {
    kWord,    // `words` has one
    kPhrase,  // `words`, in their order, with at most `distance` others among them
    kFilter,  // `filters`, typed as `words`: the field and its value
    kNear,    // each child stands within `distance` units of the one before
    kRow,     // children side by side, each with its demand
    kAnd,
    kOr,
  };

  Kind kind = Kind::kRow;
  Demand demand = Demand::kMay;  // in the row it stands in
  WordForm form = WordForm::kExact;
  NearUnit unit = NearUnit::kWords;
  bool in_title = false;  // of a leaf or kNear: looked for in titles only
  unsigned distance = 0;  // of kFuzzy: edits, 0 by the word's length
  double boost = 1;       // of the scores of the words in it
  std::vector<std::string> words{};
  Filters filters{};
  std::vector<QueryNode> children{};
  ByteRange range{};  // where it stands in the query text

  // Nodes that say the same are equal wherever they stand.
  bool operator==(const QueryNode& other) const;
};

// The text that parses to the same tree: `title:(cuba OR haiti) "medical aid"~3 -country:US`.
std::string to_string(const QueryNode& node);

// A word or phrase as it can stand in a query, quotes where they are needed.
std::string quoted(const std::vector<std::string>& words);

}  // namespace dateline
