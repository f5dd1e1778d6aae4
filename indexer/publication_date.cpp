#include "indexer/publication_date.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "indexer/date_bound.h"
#include "indexer/date_field.h"
#include "indexer/date_readings.h"
#include "indexer/digit_order.h"

namespace dateline {
namespace {

constexpr double kSure = 0.95;
constexpr double kLikely = 0.70;
constexpr double kAnswer = 0.40;       // less probable ones are alternatives only
constexpr double kAlternative = 0.02;  // still less probable ones are not worth showing
constexpr std::size_t kMostAlternatives = 3;
constexpr double kField = 0.99;  // a publisher's own field is taken at its word
constexpr double kModifiedField = 0.60;
constexpr int kDaysToLaterDate = 31;  // from a dateline to the date that gives its year

Confidence confidence_of(double probability) {
  if (probability >= kSure) return Confidence::kSure;
  if (probability >= kLikely) return Confidence::kLikely;
  return probability >= kAnswer ? Confidence::kGuess : Confidence::kNone;
}

double rounded(double probability) { return std::round(probability * 1000) / 1000; }

DateFinding finding_of(const DateReading& reading) {
  DateFinding finding;
  finding.date = reading.date;
  finding.time = reading.time;
  finding.probability = rounded(reading.probability);
  finding.confidence = confidence_of(finding.probability);
  finding.evidence = reading.evidence;
  finding.span = reading.span;
  return finding;
}

// The field's date, or its year alone if its day cannot be told from its month.
std::optional<DateReading> from_field(const std::string& value, const Record& record,
                                      std::string_view language) {
  const auto field = parse_date_field(value, language);
  if (!field) return std::nullopt;
  const auto date = settle(*field, digit_order_of(record, language, {}));
  DateReading reading;
  reading.date = date ? *date : Date{field->date.year, 0, 0};
  if (date) reading.time = field->time;
  reading.evidence = "field";
  reading.probability = field->swapped ? kLikely : kField;
  return reading;
}

void add_alternative(DateFinding& finding, const DateReading& reading) {
  const bool full = finding.alternatives.size() == kMostAlternatives;
  if (full || reading.date == finding.date || reading.probability < kAlternative) return;
  finding.alternatives.push_back(
      {reading.date, rounded(reading.probability), reading.evidence, reading.span});
}

// The most probable reading, if it is more probable than not; the others as alternatives.
DateFinding best_of(const std::vector<DateReading>& readings) {
  DateFinding finding;
  if (!readings.empty() && rounded(readings.front().probability) >= kAnswer) {
    finding = finding_of(readings.front());
  }
  for (const DateReading& reading : readings) add_alternative(finding, reading);
  return finding;
}

// Gives a month and day the year of `later`, a date from outside the page, if they lie at most a
// month before it.
bool complete(DateFinding& finding, const std::optional<Date>& later, const char* source) {
  if (!later || later->year == 0) return false;
  for (const int year : {later->year, later->year - 1}) {
    const Date date{year, finding.date.month, finding.date.day};
    const auto days = interval_of(*later);
    if (!is_valid(date) || !days || later->month == 0) continue;
    const int gap_first = days->first - day_number(date);
    const int gap_last = days->last - day_number(date);
    if (gap_last < 0 || gap_first > kDaysToLaterDate) continue;
    finding.date = date;
    finding.evidence += source;
    finding.confidence = std::min(finding.confidence, Confidence::kLikely);
    return true;
  }
  return false;
}

// The folder or file a record came from, without the line: "news/2023/03/01/a.jsonl:17".
std::string_view path_of(const Record& record) {
  const std::string_view origin = record.origin;
  const std::size_t colon = origin.rfind(':');
  const bool line = colon != std::string_view::npos &&
                    origin.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
  return line ? origin.substr(0, colon) : origin;
}

}  // namespace

DateFinding find_publication_date(const Record& record, const Layout& layout,
                                  std::string_view language,
                                  const std::optional<Date>& published_before) {
  const auto bound = last_possible_day(record, language, published_before);
  const auto modified = from_field(record.modified, record, language);
  const auto published = from_field(record.published, record, language);
  if (published && !is_future(published->date, bound)) return finding_of(*published);

  DateFinding finding = best_of(date_readings(record, layout, language, bound));
  if (finding.date.precision() == DatePrecision::kMonthDay) {
    const auto changed = modified ? std::optional(modified->date) : std::nullopt;
    complete(finding, date_in_url(record.url), "+url") ||
        complete(finding, changed, "+field.modified") ||
        complete(finding, date_in_url("/" + std::string(path_of(record))), "+path");
    return finding;
  }
  const bool dated = finding.date.year != 0 && finding.evidence != "text.modified";
  if (dated || !modified || is_future(modified->date, bound)) return finding;
  if (finding.date.year != 0) return finding;
  DateReading last_change = *modified;
  last_change.probability = kModifiedField;
  last_change.evidence = "field.modified";
  DateFinding changed = finding_of(last_change);
  changed.alternatives = finding.alternatives;
  return changed;
}

}  // namespace dateline
