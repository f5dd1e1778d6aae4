// One JSON object -> Request. README.md and ANSWER.md show the fields; queries.jsonl files of BEIR
// collections are requests as they are.
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"
#include "searcher/request_draft.h"

namespace dateline {

// A request that came with a name of its own, to be repeated in the answer.
struct NamedRequest {
  std::string id;  // as JSON text: a string or number as sent, "null" if there was none to read
  Result<Request> request;
};

// Fields the object leaves out, or sets to null, keep the value they have in `defaults`; only
// `query` must be there. Fails (kInput) if the text is not one JSON object or nests deeper than 32;
// (kRequest) on unknown fields, wrong types and values that mean nothing. Messages name the field.
NamedRequest read_request(std::string_view json, const RequestDraft& defaults,
                          const FilterContext& context);

// One object with the quote to verify as `quote`, and fields of a request for its filters. Fails as
// above.
Result<Request> read_quote_request(std::string_view json_text, const RequestDraft& defaults,
                                   const FilterContext& context);

}  // namespace dateline
