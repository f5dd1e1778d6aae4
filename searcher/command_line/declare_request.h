// The options that are fields of a request, in the groups that commands take them in.
// Includes CLI11.
#pragma once

#include <string_view>

#include "searcher/command_line/declaration.h"

namespace dateline {

// Which articles: countries, dates, sources, languages, and the day that dates count from.
void declare_filters(const Declaration& declaration);

// How they are ranked, and with which synonyms.
void declare_ranking(const Declaration& declaration);

// Which of those with the same text are shown, and which parts of them.
void declare_folding(const Declaration& declaration);

// How much is shown of them, and which facets; every number and flag of a request.
void declare_sizes(const Declaration& declaration);

// One number alone. `name` is one of number_fields().
void declare_number(const Declaration& declaration, std::string_view name);

}  // namespace dateline
