// Which of the formats in answer_format.h a command can print in: `show` those of an article,
// `verify` those of a verification, the others those of an answer.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/answer_format.h"

namespace dateline {

// In the order of answer_formats().
std::vector<std::string_view> format_names(std::string_view command);

// nullptr if the command has none of this name.
const AnswerFormat* format_named(std::string_view name, std::string_view command);

}  // namespace dateline
