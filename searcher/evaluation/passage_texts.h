// The passages that another system found for each query of a collection, as texts.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline {

using PassageTexts = std::map<std::string, std::vector<std::string>>;  // by query id, best first

// Reads JSON lines: {"_id": QUERY, "passages": [TEXT...]}. Fails with kInput, naming `name` and the
// line.
Result<PassageTexts> read_passage_texts(std::istream& input, const std::string& name);

}  // namespace dateline
