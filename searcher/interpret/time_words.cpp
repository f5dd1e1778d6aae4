// The table of time_table.h says what people write; any word of a query may begin one of its forms.
// The longest that fits counts, so that "from 2019 to 2021" is not "2019" alone. A date that no
// form frames is read by itself if it has a year: "election 2023".
//
// Weeks begin on Monday. A month without a year is the last that has begun: in January, "in March"
// is March of the year before. What lies after today is no time to look for in an archive, and is
// left alone: "Agenda 2030".
#include "searcher/interpret/time_words.h"

#include "common/text/calendar_names.h"
#include "searcher/interpret/time_forms.h"
#include "searcher/interpret/time_span.h"
#include "searcher/interpret/time_tokens.h"
#include "searcher/interpret/typed_date.h"

namespace dateline {
namespace {

class TimeReader {
 public:
  TimeReader(std::string_view text, std::span<const TypedWord> words, const Date& today)
      : text_(text), today_(today), tokens_(time_tokens(words, forms_)) {}

  std::vector<TimeReading> read() const {
    std::vector<TimeReading> readings;
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::optional<Found> found = found_at(at);
      if (found) {
        readings.push_back({tokens_[at].typed, tokens_[found->end - 1].typed + 1, found->span.from,
                            found->span.to});
      }
      at = found ? found->end : at + 1;
    }
    return readings;
  }

 private:
  struct Found {
    std::size_t end = 0;  // behind its last token
    TimeSpan span;
  };

  const TimeWord& word(std::size_t at) const { return forms_.word(tokens_[at].word); }

  std::optional<Found> found_at(std::size_t at) const {
    std::optional<Found> longest = whole_unit_at(at);
    const auto consider = [&](std::uint32_t form) {
      const auto found = fitted(forms_.form(form), at);
      if (found && (!longest || found->end > longest->end)) longest = found;
    };
    for (const std::uint32_t form : word(at).begins) consider(form);
    if (may_fill_slot(at)) {
      for (const std::uint32_t form : forms_.beginning_with_slot()) consider(form);
    }
    return longest ? longest : bare_date_at(at);
  }

  bool may_fill_slot(std::size_t at) const {
    const TimeToken& token = tokens_[at];
    return token.digits >= 0 || token.month > 0 || word(at).number > 0 || word(at).unit != 0;
  }

  std::optional<Found> whole_unit_at(std::size_t at) const {
    TimeSlots slots;
    slots.unit = word(at).whole_unit;
    if (slots.unit == 0) return std::nullopt;
    return meant(word(at).whole_is_last ? TimeMeaning::kLast : TimeMeaning::kThis, slots, at + 1);
  }

  std::optional<Found> bare_date_at(std::size_t at) const {
    std::size_t end = at;
    const auto date = date_at(text_, tokens_, end);
    if (!date) return std::nullopt;
    TimeSlots slots;
    slots.dates[0] = *date;
    return meant(TimeMeaning::kIn, slots, end);
  }

  std::optional<Found> fitted(const TimeForm& form, std::size_t at) const {
    TimeSlots slots;
    std::size_t dates = 0;
    for (const TimeStep& step : form.steps) {
      if (at >= tokens_.size()) return std::nullopt;
      const bool is_date = step.slot == TimeSlot::kDate || step.slot == TimeSlot::kMonth;
      const bool fits = is_date ? fill_date(form.language, step, at, slots.dates[dates++])
                                : fill(step, at++, slots);
      if (!fits) return std::nullopt;
    }
    return meant(form.meaning, slots, at);
  }

  // Steps of one token.
  bool fill(const TimeStep& step, std::size_t at, TimeSlots& slots) const {
    const TimeToken& token = tokens_[at];
    switch (step.slot) {
      case TimeSlot::kWord:
        return token.word == step.word;
      case TimeSlot::kNumber:
        slots.number = word(at).number > 0 ? word(at).number : token.digits;
        return *slots.number >= 1 && *slots.number <= 999;
      case TimeSlot::kUnit:
        slots.unit = word(at).unit;
        return slots.unit != 0;
      default:
        return fill_tens(token, slots);
    }
  }

  // "1990", "90".
  static bool fill_tens(const TimeToken& token, TimeSlots& slots) {
    const int number = token.digits;
    const bool has_century = number >= 1800 && number <= 2090;
    const bool is_short = number >= 20 && number <= 90 && token.folded.size() == 2;
    slots.tens = has_century ? number : 1900 + number;
    return number % 10 == 0 && (has_century || is_short);
  }

  // Reads a date at token `at` and goes on behind it.
  bool fill_date(std::string_view language, const TimeStep& step, std::size_t& at,
                 Date& filled) const {
    const auto date =
        step.slot == TimeSlot::kMonth ? month_at(language, at) : date_at(text_, tokens_, at);
    if (date) filled = *date;
    return date.has_value();
  }

  // "in augusta" is no time, though Croatian has a month like that, nor is "a march".
  std::optional<Date> month_at(std::string_view language, std::size_t& at) const {
    const TimeToken& token = tokens_[at];
    const int month = token.month;
    const bool has_more = at + 1 < tokens_.size() && tokens_[at + 1].digits > 0;
    if (month == 0 || has_more || token.folded.size() < 3) return std::nullopt;
    const bool is_case = word(at).month != 0;
    if (!is_case && CalendarNames::of(language).own_month(token.folded) != month) {
      return std::nullopt;
    }
    ++at;
    return Date{month <= today_.month ? today_.year : today_.year - 1, month, 0};
  }

  std::optional<Found> meant(TimeMeaning meaning, const TimeSlots& slots, std::size_t end) const {
    const auto span = span_meant(meaning, slots, today_);
    return span ? std::optional(Found{end, *span}) : std::nullopt;
  }

  const TimeForms& forms_ = TimeForms::known();
  std::string_view text_;
  const Date& today_;
  std::vector<TimeToken> tokens_;
};

}  // namespace

std::vector<TimeReading> read_times(std::string_view text, std::span<const TypedWord> words,
                                    const Date& today) {
  return TimeReader(text, words, today).read();
}

}  // namespace dateline
