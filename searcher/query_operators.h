// The operators that stand at the start of a token of a query: AND, NEAR/5, title:, + and -
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query_text.h"
#include "searcher/query_token.h"

namespace dateline {

// Each reads what stands at character `at`, if it is that, and tells where it ends.

struct Connective {
  QueryToken::Kind kind = QueryToken::Kind::kAnd;
  std::size_t end = 0;
  bool loud = false;
  NearUnit unit = NearUnit::kWords;  // of kNear
  unsigned distance = 0;             // of kNear
};
// AND, OR, NOT, NEAR and their symbols, where the token is nothing else; ! before what it can
// exclude.
std::optional<Connective> connective_at(const QueryText& text, std::size_t at,
                                        FirstComplaint& complaint);
std::optional<Connective> not_sign_at(const QueryText& text, std::size_t at);

struct FieldName {
  QueryField field = QueryField::kNone;
  std::size_t end = 0;  // behind the colon
};
std::optional<FieldName> field_at(const QueryText& text, std::size_t at, FirstComplaint& complaint);

// + or - of one character; + only with `operators`.
std::optional<Demand> sign_at(const QueryText& text, std::size_t at, bool operators);

// What sign_at() or not_sign_at() may find: + - !
bool is_sign(char32_t c);

// The field's name as one types it: "title".
std::string_view name_of(QueryField field);

}  // namespace dateline
