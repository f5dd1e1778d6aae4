// Answer -> rows, a passage a line: JSON lines, CSV, and the ranking as evaluations read it.
#pragma once

#include <string>

#include "searcher/answer.h"

namespace dateline {

// Each passage as in the answer's JSON, on a line of its own.
std::string to_json_lines(const Answer& answer);

// RFC 4180: a line of names, then the passages; lines end with CRLF, a field is in quotes where it
// has a comma, a quote or an end of line. Each part of a passage is a column; countries are
// separated by spaces, highlights, also_in and explanation are JSON as in the answer's, the last
// empty if it is null.
std::string to_csv(const Answer& answer);

// "1 Q0 sample-7 1 0.812346 dateline\n": the articles in the order of their best passages, as the
// answer to a query called 1. White space in an id is written %20 and the like, since columns end
// there.
std::string to_trec(const Answer& answer);

}  // namespace dateline
