// One line of JSON as a Record: the fields of news dumps by their usual names.
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/record.h"

namespace dateline {

// Fields stand at the top level or under "metadata"; their names are compared without case and
// separators, so "date_published", "datePublished" and "date-published" are one. indexer/README.md
// lists them. `origin` names the line in messages and is the id where the record has neither an id
// nor a URL.
//
// Fails with kInput if the line is not a JSON object, nests deeper than 64, has no text, or a known
// field has a type that cannot be read. Takes time and memory in proportion to the line.
Result<Record> parse_json_record(std::string_view line, const std::string& origin);

// "example.org" for "https://www.example.org/a"; "" if there is none.
std::string host_of(std::string_view url);

}  // namespace dateline
