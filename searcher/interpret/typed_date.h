// Dates with a year as people type them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "common/date.h"
#include "searcher/interpret/time_tokens.h"

namespace dateline {

// The date that begins at token `at`, which then goes on behind it: 2023, 2023-03, 2023-03-01,
// "March 2023", "1 March 2023", "March 1, 2023", "marzo de 2023", "2024 году". Years are 1800 to
// 2100. `text` is what the tokens were read from.
std::optional<Date> date_at(std::string_view text, std::span<const TimeToken> tokens,
                            std::size_t& at);

}  // namespace dateline
