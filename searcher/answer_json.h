// Answer -> JSON, the one shape that programs get everywhere. ANSWER.md describes every field.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/json_writer.h"
#include "searcher/answer.h"

namespace dateline {

// What the request filtered by, as the object `filters`.
void write_json(JsonWriter& writer, const Filters& filters);

// Milliseconds with three decimals.
double rounded_milliseconds(double milliseconds);

// Fields in the order of ANSWER.md. Scores have six significant digits, times three decimals.
std::string to_json(const Answer& answer, JsonLayout layout);

// A passage, as in the answer, with those of its parts; `article` is left out if it has none.
void write_json(JsonWriter& writer, const Passage& passage, const PassageFields& fields = {});

// Its fields start, end, start_char and end_char, without braces.
void write_place(JsonWriter& writer, const Passage& passage);

// The values of its parts that are no plain texts or numbers.
void write_highlights(JsonWriter& writer, const Passage& passage);
void write_also_in(JsonWriter& writer, const std::vector<FoldedArticle>& articles);
void write_explanation(JsonWriter& writer, const std::optional<Explanation>& explanation);

// A score as it is shown.
double shown_score(double score);

// The lines of a batch, each with its '\n'. `id` is JSON text.
std::string answer_line(std::string_view id, const Answer& answer);
std::string error_line(std::string_view id, std::size_t line_number, const Error& error);

}  // namespace dateline
