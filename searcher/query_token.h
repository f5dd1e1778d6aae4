// The tokens of a query, and what a strict reader has to say of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/byte_range.h"
#include "searcher/query_node.h"

namespace dateline {

// What a value says something about.
enum class QueryField : std::uint8_t { kNone, kTitle, kCountry, kDate, kSource, kLanguage };

struct QueryToken {
  enum class Kind : std::uint8_t { kWord, kPhrase, kOpen, kClose, kAnd, kOr, kNot, kNear };

  Kind kind = Kind::kWord;
  ByteRange range{};                 // sign, field, quotes and suffixes included
  std::vector<std::string> words{};  // of kWord one, of kPhrase at least one
  std::optional<Demand> sign{};      // + or -, before a word, phrase or group
  QueryField field = QueryField::kNone;
  ByteRange value{};  // of a word or phrase: without sign, field, quotes and suffixes
  WordForm form = WordForm::kExact;
  NearUnit unit = NearUnit::kWords;
  unsigned distance = 0;
  double boost = 1;   // of a word or phrase, or of the group that this closes
  bool loud = false;  // AND, OR, NOT in capitals or as symbols
};

// What is wrong in a query for a strict reader; others read it in the best way they can.
struct QueryComplaint {
  std::size_t offset = 0;  // a byte of the text
  std::string message;
};

// Keeps the first that is made.
class FirstComplaint {
 public:
  void add(std::size_t offset, std::string message) {
    if (!first_) first_ = QueryComplaint{offset, std::move(message)};
  }
  std::optional<QueryComplaint> take() { return std::move(first_); }

 private:
  std::optional<QueryComplaint> first_;
};

}  // namespace dateline
