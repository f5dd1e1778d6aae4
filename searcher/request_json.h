// One JSON object -> Request. README.md and ANSWER.md show the fields; queries.jsonl files of BEIR
// collections are requests as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "searcher/request_draft.h"
#include "searcher/request_uses.h"

namespace dateline {

// A request that came with a name of its own, to be repeated in the answer.
struct NamedRequest {
  std::string id;  // as JSON text: a string or number as sent, "null" if there was none to read
  Result<Request> request;
};

// Fields the object leaves out, or sets to null, keep the value they have in `defaults`; only
// `query` must be there. Fails (kInput) if the text is not one JSON object or nests deeper than 32;
// (kRequest) on unknown fields, those that have no effect on the use, wrong types and values that
// mean nothing. Messages name the field.
NamedRequest read_request(std::string_view json, const RequestDraft& defaults,
                          const FilterContext& context, Use use = Use::kAnswer);

// One object with the quote to verify as `quote`, and those fields of a request that have an effect
// on Use::kQuote. Fails as above.
Result<Request> read_quote_request(std::string_view json_text, const RequestDraft& defaults,
                                   const FilterContext& context);

// What kind of value a field takes.
enum class FieldKind : std::uint8_t {
  kText,
  kTexts,   // an array, or one alone
  kNumber,  // one of number_fields()
  kFlag,    // one of flag_fields()
  kOwn,     // each in its own way: id, query, sort, ...
};
struct RequestField {
  std::string_view name;
  FieldKind kind = FieldKind::kOwn;
};

// Every field, by the name that is to be preferred.
std::vector<RequestField> request_fields();

}  // namespace dateline
