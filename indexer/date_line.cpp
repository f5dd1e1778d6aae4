#include "indexer/date_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/calendar_names.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "indexer/byline.h"
#include "indexer/dateline_prefix.h"
#include "indexer/furniture.h"
#include "indexer/lines.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDateLine = 240;
constexpr std::size_t kFrontBytes = 160;  // in which a date before prose stands

// Counts what a line says beside its dates.
struct OtherWords {
  int capitalised = 0;  // may be names: also every word of a script without capitals
  int plain = 0;        // words no date line has
  int joints = 0;       // those of them that make the date part of a phrase: "of", "from"
};

bool opens_phrase(std::string_view folded) {
  constexpr std::array kWords = std::to_array<std::string_view>(
      {"of",   "from", "for", "to",  "until", "since", "before", "after", "with", "was",   "is",
       "seit", "bis",  "zum", "fur", "mit",   "des",   "du",     "pour",  "au",   "desde", "hasta",
       "con",  "para", "dal", "per", "до",    "с",     "от",     "для",   "по"});
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

// "会议于2023年3月1日举行": a date inside a sentence that has no blanks.
bool is_glued(std::string_view line, const LabelledDate& date) {
  const ByteRange& span = date.mention.span;
  return is_letter_before(line, span.start) || is_letter_at(line, span.end);
}

void count_words(std::string_view part, std::string_view language, OtherWords& counts) {
  const CalendarNames names = CalendarNames::of(language);
  std::size_t at = 0;
  while (true) {
    const std::string_view word = next_word(part, at);
    if (word.empty()) return;
    const bool expected = is_date_line_word(fold_letters(word)) ||
                          label_before(word) != DateLabel::kNone || names.weekday(word) != 0;
    if (expected) continue;
    if (opens_phrase(fold_letters(word))) ++counts.joints;
    const bool like_a_name = starts_with_capital(word) || is_caseless(word);
    ++(like_a_name ? counts.capitalised : counts.plain);
  }
}

OtherWords words_beside(std::string_view line, const std::vector<LabelledDate>& dates,
                        std::string_view language) {
  OtherWords counts;
  std::size_t at = 0;
  for (const LabelledDate& date : dates) {
    count_words(line.substr(at, date.mention.span.start - at), language, counts);
    at = date.mention.span.end;
  }
  count_words(line.substr(at), language, counts);
  return counts;
}

bool has_year(const LabelledDate& date) { return date.mention.date.year != 0; }

bool is_of_page(const LabelledDate& date) {
  return has_year(date) && date.label != DateLabel::kOther;
}

// "LOS ANGELES, March 23 - March 31, 1986 end": wire copy that begins with a day of its contents.
bool begins_wire_copy(std::string_view line, std::string_view language) {
  const auto dateline = date_in_dateline(line, language, DatelinePlace::kRequired);
  return dateline && dateline->date.precision() == DatePrecision::kMonthDay;
}

bool has_label_or_time(const LabelledDate& date) {
  return date.label != DateLabel::kNone || date.mention.time.has_value();
}

}  // namespace

std::vector<LabelledDate> dates_in_line(std::string_view line, std::string_view language) {
  std::vector<LabelledDate> dates;
  std::size_t at = 0;
  for (DateMention& mention : scan_dates(line, language)) {
    const DateLabel label = label_before(line.substr(at, mention.span.start - at));
    at = mention.span.end;
    const bool repeats = !dates.empty() && dates.back().mention.date == mention.date &&
                         !dates.back().mention.time && label == DateLabel::kNone;
    if (repeats) {
      dates.back().mention = mention;
    } else {
      dates.push_back({mention, label});
    }
  }
  return dates;
}

bool is_date_line(std::string_view line, std::string_view language) {
  if (line.size() > kLongestDateLine) return false;
  const std::string_view content = without_widget_at_end(line);
  const std::vector<LabelledDate> dates = dates_in_line(content, language);
  if (!std::any_of(dates.begin(), dates.end(), is_of_page)) return false;
  // "May 3, 2021:" and "3 May 2021 —" head an entry of a chronology.
  if (content.ends_with(':') || content.ends_with("—") || content.ends_with("–")) return false;
  if (begins_wire_copy(content, language)) return false;
  const OtherWords others = words_beside(content, dates, language);
  const bool whole_day = std::any_of(dates.begin(), dates.end(), [](const LabelledDate& date) {
    return date.mention.date.precision() == DatePrecision::kDay;
  });
  if (!whole_day) return others.capitalised == 0 && others.plain == 0;
  const bool marked = std::any_of(dates.begin(), dates.end(), has_label_or_time);
  const bool glued = std::any_of(dates.begin(), dates.end(),
                                 [&](const LabelledDate& date) { return is_glued(content, date); });
  if (!marked && glued) return false;
  const bool sentence = content.ends_with('.');
  if (sentence && (others.plain > 0 || others.capitalised > 3)) return false;
  if (marked) return others.plain <= 2 && others.capitalised <= 10;
  return others.joints == 0 && others.plain <= 1 && others.plain + others.capitalised <= 4;
}

std::size_t date_line_before_prose(std::string_view line, std::string_view language) {
  const std::size_t cut = boundary_before(line, kFrontBytes);
  const std::vector<LabelledDate> dates = dates_in_line(line.substr(0, cut), language);
  if (dates.empty() || !has_year(dates.front()) || !has_label_or_time(dates.front())) return 0;
  OtherWords before;
  // "date" repeated by the date with its time: the label stands before both.
  count_words(line.substr(0, dates.front().mention.span.start), language, before);
  if (before.capitalised + before.plain > 0) return 0;
  std::size_t end = dates.front().mention.span.end;
  // The remains of a text size control are short words; the prose begins with a letter.
  const std::string_view widget = line.substr(end, 40);
  for (std::size_t length = 1; length <= widget.size(); ++length) {
    const bool at_blank = length < widget.size() && widget[length] == ' ';
    if (at_blank && furniture_of(widget.substr(0, length)) == Furniture::kWidget) {
      end = dates.front().mention.span.end + length;
    }
  }
  const ByteRange rest = trim(line, {end, line.size()});
  const bool prose_follows = !rest.empty() && starts_with_capital(slice(line, rest));
  return prose_follows ? rest.start : 0;
}

}  // namespace dateline
