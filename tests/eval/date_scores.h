// Counts how the dates found compare with the truth.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/date.h"

namespace dateline {

struct DateOutcome {
  std::string id;
  Date truth;
  DateFinding found;
  bool written = true;  // the parts found stand in the text as numbers; if not, they are invented
  bool stated = false;  // the true day is among the dates that can be read in the text
  bool right = false;   // found exactly, or where only month and day are asked, these
};

// True if the date's year, month-or-name aside, and day stand in `text` as numbers of their own.
// Years of eras (Buddhist, Japanese, of the Republic of China) count as written.
bool is_written(const Date& date, const std::string& text);

// By name: "accuracy" (right of all), "precision" (right of answered), "half" (right of the half of
// all whose answers are the most probable), "stated" (right of those whose text states the true
// day), "invented" (a count).
using DateFigures = std::map<std::string, double>;

DateFigures figures_of(const std::vector<DateOutcome>& outcomes);

// A table of figures under `title`.
void print_scores(std::ostream& out, const std::string& title,
                  const std::vector<DateOutcome>& outcomes);

// How often the answers of each kind of evidence are right.
void print_by_evidence(std::ostream& out, const std::vector<DateOutcome>& outcomes);

// What was invented, then the wrong answers given with most confidence, then the dates missed;
// `count` lines at most.
void print_worst(std::ostream& out, const std::vector<DateOutcome>& outcomes, std::size_t count);

}  // namespace dateline
