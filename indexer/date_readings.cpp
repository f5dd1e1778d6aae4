#include "indexer/date_readings.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "indexer/date_bound.h"
#include "indexer/date_field.h"
#include "indexer/date_weights.h"
#include "indexer/digit_order.h"
#include "indexer/page_dateline.h"
#include "indexer/text_dates.h"

namespace dateline {
namespace {

// ln(p / (1 - p)) of the measured precisions p (DATES.md).
constexpr double kUrlDay = 5.1;    // right within one day: 0.994
constexpr double kDateline = 3.5;  // right month and day: 0.972
constexpr double kEvent =
    -2.3;  // within a sentence of clean news: 0.092; one end of a range: 0 of 20
constexpr double kHeaderDay = -1.9;  // the day of the visit above an earlier one: 0.133
constexpr double kUrlMonth = 2.0;
// Not measured, because the collections have whole days only.
constexpr double kMonthOnly = -1.5;  // "March 2023" where others give the day
constexpr double kConflict = -2.0;   // with the month of the address or the day of the dateline
constexpr std::size_t kRepetitionBytes = 16;  // between a date and its repetition
constexpr int kDaysAfterDateline = 3;         // between the dateline and the day of the page

bool is_day(const Date& date) { return date.precision() == DatePrecision::kDay; }

std::string evidence_of(const CueSet& cues) {
  const bool labelled = cues.has(DateCue::kPublishedLabel) || cues.has(DateCue::kDateLabel);
  if (cues.has(DateCue::kUpdatedLabel)) return "text.modified";
  if (cues.has(DateCue::kTimed)) return "text.timed";
  if (labelled) return "text.label";
  return cues.has(DateCue::kInProse) ? "text.prose" : "text.explicit";
}

// In a line of its own, or with a label or a time. Prose and tables name days of the same month and
// day of other years: "notes due March 31, 1999" in a story of March 31.
bool is_of_page(const CueSet& cues) {
  if (cues.has(DateCue::kInProse) || cues.has(DateCue::kRange)) return false;
  return cues.has(DateCue::kDateLine) || cues.has(DateCue::kTimed) ||
         cues.has(DateCue::kPublishedLabel) || cues.has(DateCue::kDateLabel);
}

// The month and day in the year that puts them at most `most` days before `later`.
std::optional<Date> in_year_before(const Date& month_day, const Date& later, int most) {
  for (const int year : {later.year, later.year - 1}) {
    const Date date{year, month_day.month, month_day.day};
    if (!is_valid(date)) continue;
    const int gap = day_number(later) - day_number(date);
    if (gap >= 0 && gap <= most) return date;
  }
  return std::nullopt;
}

class Readings {
 public:
  explicit Readings(const std::optional<Date>& bound) : bound_(bound) {}

  void add_text(const std::vector<DateCandidate>& candidates, bool run_in);
  void add_dateline(const DateMention& dateline, const Date& date);
  void add_url(const Date& date);
  std::vector<DateReading> take();

 private:
  DateReading* find(const Date& date);
  void add(DateReading reading);
  void add_month(const DateCandidate& candidate, DateReading reading);

  std::optional<Date> bound_;
  std::vector<DateReading> readings_;  // of different dates
  std::optional<DateReading> month_;   // the best of those without a day
  std::vector<DateReading> halves_;    // the days that an ambiguous one may be
};

DateReading* Readings::find(const Date& date) {
  const auto found = std::find_if(readings_.begin(), readings_.end(),
                                  [&](const DateReading& reading) { return reading.date == date; });
  return found == readings_.end() ? nullptr : &*found;
}

void Readings::add(DateReading reading) {
  if (!is_future(reading.date, bound_)) readings_.push_back(std::move(reading));
}

// A month alone counts where no day does, and only as the page's own: labelled or on a date line.
void Readings::add_month(const DateCandidate& candidate, DateReading reading) {
  const CueSet& cues = candidate.cues;
  const bool own = cues.has(DateCue::kPublishedLabel) || cues.has(DateCue::kDateLabel) ||
                   cues.has(DateCue::kHead) || cues.has(DateCue::kAlone);
  if (!own || is_future(reading.date, bound_)) return;
  reading.log_odds += kMonthOnly;
  if (!month_ || reading.log_odds > month_->log_odds) month_ = std::move(reading);
}

// "date 2023-03-01 1 March 2023 12:14": the label stands before the first, the time after the
// second.
bool repeats(const DateReading& reading, const DateReading& last) {
  return reading.date == last.date && !last.time &&
         reading.span->start - last.span->end < kRepetitionBytes;
}

DateReading reading_of(const DateCandidate& candidate, bool run_in) {
  DateReading reading{candidate.date,
                      candidate.time,
                      candidate.span,
                      evidence_of(candidate.cues),
                      is_of_page(candidate.cues),
                      log_odds(candidate.cues, run_in)};
  const bool event = candidate.cues.has(DateCue::kInProse) || candidate.cues.has(DateCue::kRange);
  if (event) reading.log_odds = std::min(reading.log_odds, kEvent);
  if (candidate.cues.has(DateCue::kHeaderDay)) {
    reading.log_odds = std::min(reading.log_odds, kHeaderDay);
  }
  return reading;
}

void Readings::add_text(const std::vector<DateCandidate>& candidates, bool run_in) {
  std::vector<DateReading> mentions;
  std::optional<Date> today;  // as the page shows it
  for (const DateCandidate& candidate : candidates) {
    if (candidate.cues.has(DateCue::kHeaderDay)) today = candidate.date;
  }
  for (const DateCandidate& candidate : candidates) {
    // Dates of copyrights and births are not those of articles, and days to come are events.
    if (candidate.cues.has(DateCue::kOtherLabel) || is_future(candidate.date, today)) continue;
    DateReading reading = reading_of(candidate, run_in);
    if (!is_day(candidate.date) && !candidate.readings) {
      add_month(candidate, std::move(reading));
      continue;
    }
    if (candidate.readings) {
      for (const Date& day : *candidate.readings) {
        DateReading half = reading;
        half.date = day;
        halves_.push_back(std::move(half));
      }
    }
    if (!mentions.empty() && repeats(reading, mentions.back())) {
      reading.log_odds = std::max(reading.log_odds, mentions.back().log_odds);
      mentions.pop_back();
    }
    mentions.push_back(std::move(reading));
  }
  // The best mention of a date stands for it, the first of equals.
  std::stable_sort(mentions.begin(), mentions.end(), [](const auto& one, const auto& other) {
    return one.date != other.date ? one.date < other.date : one.log_odds > other.log_odds;
  });
  for (DateReading& mention : mentions) {
    const bool known = !readings_.empty() && readings_.back().date == mention.date;
    if (!known) add(std::move(mention));
  }
}

// The dateline's day and the page's are those of writing and of publication: the page's counts if
// it follows closely, and is doubtful if not. A dateline without a year does not get one from a day
// in the article below it.
void Readings::add_dateline(const DateMention& dateline, const Date& date) {
  bool explained = false;
  for (DateReading& reading : readings_) {
    if (!is_day(reading.date)) continue;
    const auto day = date.year != 0 ? std::optional(date) : in_year_before(date, reading.date, 31);
    const int gap = day ? day_number(reading.date) - day_number(*day) : -1;
    const bool below = reading.span && reading.span->start > dateline.span.start;
    const bool tells_year = date.year != 0 || !below || reading.of_page;
    const bool close = gap >= 0 && gap <= kDaysAfterDateline;
    if (tells_year && close && (gap == 0 || reading.log_odds > 0)) {
      reading.log_odds = std::max(reading.log_odds, 0.0) + kDateline;
      if (reading.span && reading.span->overlaps(dateline.span)) reading.evidence = "text.dateline";
      explained = true;
    } else {
      reading.log_odds += kConflict;
    }
  }
  if (explained) return;
  add({date, std::nullopt, dateline.span, "text.dateline", false, kDateline});
}

// An address and a page that differ by one day are one date seen from two time zones.
void Readings::add_url(const Date& date) {
  const bool whole_day = is_day(date);
  bool found = false;
  for (DateReading& reading : readings_) {
    if (!is_day(reading.date)) continue;
    const bool month = reading.date.year == date.year && reading.date.month == date.month;
    const int gap = whole_day ? day_number(reading.date) - day_number(date) : 0;
    const bool same = whole_day && gap == 0;
    const bool near = whole_day ? gap >= -1 && gap <= 1 && reading.log_odds > 0 : month;
    if (same || near) {
      reading.log_odds = std::max(reading.log_odds, 0.0) + (whole_day ? kUrlDay : kUrlMonth);
      found = true;
    } else {
      reading.log_odds += kConflict;
    }
  }
  if (!found) add({date, {}, {}, "url", false, whole_day ? kUrlDay : kUrlMonth});
}

std::vector<DateReading> Readings::take() {
  const bool has_day = std::any_of(readings_.begin(), readings_.end(), [](const auto& reading) {
    return is_day(reading.date) && reading.log_odds > 0;
  });
  if (month_ && !has_day) readings_.push_back(std::move(*month_));
  double highest = 0;
  for (const DateReading& reading : readings_) highest = std::max(highest, reading.log_odds);
  double sum = std::exp(-highest);
  for (const DateReading& reading : readings_) sum += std::exp(reading.log_odds - highest);
  for (DateReading& reading : readings_) {
    reading.probability = std::exp(reading.log_odds - highest) / sum;
  }
  for (DateReading& half : halves_) {
    const DateReading* whole = find({half.date.year, 0, 0});
    if (whole == nullptr || find(half.date) != nullptr || is_future(half.date, bound_)) continue;
    half.probability = whole->probability / 2;
    readings_.push_back(std::move(half));
  }
  std::stable_sort(readings_.begin(), readings_.end(), [](const auto& one, const auto& other) {
    return one.probability != other.probability ? one.probability > other.probability
                                                : one.date < other.date;
  });
  return std::move(readings_);
}

}  // namespace

std::vector<DateReading> date_readings(const Record& record, const Layout& layout,
                                       std::string_view language,
                                       const std::optional<Date>& bound) {
  Readings readings(bound);
  readings.add_text(dates_in_text(record, layout, language), is_run_in(record.text));
  if (const auto url = date_in_url(record.url)) readings.add_url(*url);
  if (const auto dateline = dateline_on_page(record, layout, language)) {
    const DigitOrder order = digit_order_of(record, language, {});
    if (const auto date = settle(*dateline, order); date && !is_future(*date, bound)) {
      readings.add_dateline(*dateline, *date);
    }
  }
  return readings.take();
}

}  // namespace dateline
