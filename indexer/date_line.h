// Lines at the head or tail of a page that hold its date: "18 May 2021 17:50 (UTC+04:00)",
// "Published: 1 March 2023 | Updated: 2 March 2023", "By Ann Lee, Updated 5 p.m. ET, May 3, 2021".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/date_labels.h"
#include "indexer/date_scanner.h"

namespace dateline {

struct LabelledDate {
  DateMention mention;  // offsets count from the start of the line
  DateLabel label = DateLabel::kNone;
};

// The dates of the line with their labels. A date that repeats the one before it and adds the time
// ("date 2023-03-01 1 March 2023 12:14") takes its place and its label.
// REQUIRES: line is well-formed UTF-8 without line ends.
std::vector<LabelledDate> dates_in_line(std::string_view line, std::string_view language);

// True if the line holds a date with its year and hardly anything else: labels, zones, reading
// times, a name or a place.
bool is_date_line(std::string_view line, std::string_view language);

// Bytes at the front of a line of prose that are a page's date line run into it; 0 if there is
// none. Only a label or a time of day makes it one: "date 2023-05-16 + ↺ − 16 px The president".
std::size_t date_line_before_prose(std::string_view line, std::string_view language);

}  // namespace dateline
