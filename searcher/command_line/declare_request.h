// The options that are fields of a request. Includes CLI11.
#pragma once

#include "searcher/command_line/declaration.h"

namespace dateline {

// Those that what the command is for depends on, in groups: how articles are ranked, which they
// are, and what is shown of them. With --now where there are filters, and --synonyms where articles
// are ranked.
void declare_request(const Declaration& declaration);

// Where the answer goes on: of one search, not of all that a command answers.
void declare_cursor(const Declaration& declaration);

}  // namespace dateline
