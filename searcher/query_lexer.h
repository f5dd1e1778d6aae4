// The text of a query as tokens. The essay above query_lexer.cpp tells how they are told apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
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

struct QueryTokens {
  std::vector<QueryToken> tokens;
  std::optional<QueryComplaint> complaint;  // the first
};

// Whether text may hold operators; false is certain.
bool may_have_operators(std::string_view text);

// Without `operators`, only words, phrases and exclusions. Linear in the length.
// REQUIRES: text is well-formed UTF-8.
QueryTokens read_tokens(std::string_view text, bool operators);

// The field's name as one types it: "title".
std::string_view name_of(QueryField field);

// Control characters and invisible separators count as white space.
bool is_query_space(char32_t c);

}  // namespace dateline
