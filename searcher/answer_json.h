// Answer -> JSON, the one shape that programs get everywhere. ANSWER.md describes every field.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "common/error.h"
#include "searcher/answer.h"

namespace dateline {

// Fields in the order of ANSWER.md. Scores have six significant digits, times three decimals.
nlohmann::ordered_json to_json(const Answer& answer);

// {"code", "message"}
nlohmann::ordered_json to_json(const Error& error);

enum class JsonLayout { kOneLine, kIndented };

// The text of a value, without a line end. Text that is not UTF-8 shows U+FFFD where it is not.
std::string to_text(const nlohmann::ordered_json& value, JsonLayout layout);

}  // namespace dateline
