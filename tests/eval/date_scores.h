// Counts how the dates found compare with the truth.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/date.h"

namespace dateline {

struct DateOutcome {
  std::string id;
  Date truth;
  DateFinding found;
  bool written = true;  // all parts stand in the words it was read from; if not, it is invented
  bool stated = false;  // the true day is among the dates that can be read in the text
  bool right = false;   // found exactly, or where only month and day are asked, these
};

// True if each known part of the date stands in `words`, those that it was read from, as a number
// of its own, or the month by its name in `language`. Years of eras (Buddhist, Japanese, of the
// Republic of China) count as written, and the last two digits of a year.
bool is_written(const Date& date, std::string_view words, std::string_view language);

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
