// The table of time_table.h says what people write; here its forms become a tree by their first
// words, and every word of a query may begin one of them. The longest form that fits counts, so
// that "from 2019 to 2021" is not "2019" alone. A date that no form frames is read by itself if it
// has a year: "election 2023".
//
// Weeks begin on Monday. A month without a year is the last that has begun: in January, "in March"
// is March of the year before. What lies after today is no time to look for in an archive, and is
// left alone: "Agenda 2030".
#include "searcher/interpret/time_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/text/calendar_names.h"
#include "common/text/fold.h"
#include "common/tsv.h"
#include "searcher/interpret/time_table.h"

namespace dateline {
namespace {

enum class Slot : std::uint8_t { kWord, kNumber, kUnit, kDate, kMonth, kTens };

struct Step {
  Slot slot = Slot::kWord;
  std::string word;
};

struct Form {
  TimeMeaning meaning;
  std::vector<Step> steps;
};

struct Tables {
  std::vector<Form> forms;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word;
  std::vector<std::size_t> by_slot;  // forms that begin with none
  std::unordered_map<std::string, char> units;
  std::unordered_map<std::string, int> numbers;
  std::unordered_map<std::string, int> month_cases;
  std::set<std::string> endings;                             // of decades, as in "1990s"
  std::map<std::string, std::pair<bool, char>> whole_units;  // is it the last one, and which
  std::set<std::string> links, year_words;
};

std::vector<std::string> folded_words(std::string_view text, WordBreaker& breaker) {
  std::vector<std::string> words;
  for (const TypedWord& word : words_typed(text, breaker)) words.push_back(word.folded);
  return words;
}

// "in the <tens> s" -> steps. The marks of slots are cut out before words are broken.
std::vector<Step> steps_of(std::string_view form, WordBreaker& breaker) {
  static const std::map<std::string_view, Slot> slots = {{"n", Slot::kNumber},
                                                         {"unit", Slot::kUnit},
                                                         {"date", Slot::kDate},
                                                         {"month", Slot::kMonth},
                                                         {"tens", Slot::kTens}};
  std::vector<Step> steps;
  const auto add_words = [&](std::string_view text) {
    for (std::string& word : folded_words(text, breaker))
      steps.push_back({Slot::kWord, std::move(word)});
  };
  while (!form.empty()) {
    const std::size_t open = std::min(form.find('<'), form.size());
    add_words(form.substr(0, open));
    form.remove_prefix(open);
    const std::size_t close = form.find('>');
    if (close == std::string_view::npos) break;
    steps.push_back({slots.at(form.substr(1, close - 1)), ""});
    form.remove_prefix(close + 1);
  }
  return steps;
}

void add_forms(const TimePattern& pattern, WordBreaker& breaker, Tables& tables) {
  for (const std::string_view form : split(pattern.forms, '|')) {
    const std::size_t number = tables.forms.size();
    tables.forms.push_back({pattern.meaning, steps_of(form, breaker)});
    const std::vector<Step>& steps = tables.forms.back().steps;
    for (std::size_t at = 1; at < steps.size(); ++at) {
      if (steps[at - 1].slot == Slot::kTens) tables.endings.insert(steps[at].word);
    }
    if (steps.front().slot == Slot::kWord) {
      tables.by_first_word[steps.front().word].push_back(number);
    } else {
      tables.by_slot.push_back(number);
    }
  }
}

// Calls add(word, place) for the words of each row, folded.
template <typename Rows, typename Add>
void for_each_word(const Rows& rows, Add add) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    for (const std::string_view word : split(rows[at], '|')) {
      add(fold_letters(word), static_cast<int>(at));
    }
  }
}

Tables build_tables(WordBreaker& breaker) {
  Tables tables;
  for (const TimePattern& pattern : kTimePatterns) add_forms(pattern, breaker, tables);
  for (const auto& [unit, words] : kTimeUnits) {
    for (const std::string_view word : split(words, '|')) {
      tables.units.emplace(fold_letters(word), unit);
    }
  }
  for_each_word(kTimeNumbers,
                [&](std::string word, int at) { tables.numbers.emplace(std::move(word), at + 1); });
  for_each_word(kMonthCases, [&](std::string word, int at) {
    tables.month_cases.emplace(std::move(word), at + 1);
  });
  for (const auto& [word, meaning] : kWholeUnits) {
    tables.whole_units.emplace(fold_letters(word),
                               std::pair(meaning.starts_with("last"), meaning.back()));
  }
  for (const std::string_view word : split(kDateLinks, '|'))
    tables.links.insert(fold_letters(word));
  for (const std::string_view word : split(kYearWords, '|')) {
    tables.year_words.insert(fold_letters(word));
  }
  return tables;
}

// Digits as a number; -1 for anything else.
int digits_of(const std::string& word) {
  if (word.empty() || word.size() > 4) return -1;
  int number = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

Date day_before(const Date& date) { return date_from_day_number(interval_of(date)->first - 1); }
Date day_after(const Date& date) { return date_from_day_number(interval_of(date)->last + 1); }

// The day, month or year `units` of them before the one that `today` is in; of a week, its Monday.
Date unit_before(const Date& today, char unit, int units) {
  const std::int32_t day = day_number(today);
  if (unit == 'd') return date_from_day_number(day - units);
  if (unit == 'w') return date_from_day_number(day - (iso_weekday(today) - 1) - 7 * units);
  if (unit == 'y') return {std::max(1, today.year - units), 0, 0};
  const int months = today.year * 12 + (today.month - 1) - units;
  return months < 12 ? Date{1, 1, 0} : Date{months / 12, months % 12 + 1, 0};
}

// As many whole days as the units have, before `today` and with it.
Date start_of_past(const Date& today, char unit, int units) {
  static const std::map<char, int> days = {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}};
  const std::int32_t first = day_number(Date{1, 1, 1});
  return date_from_day_number(std::max(first, day_number(today) - days.at(unit) * units));
}

class TimeReader {
 public:
  TimeReader(std::string_view text, std::span<const TypedWord> words, const Date& today,
             const Tables& tables)
      : text_(text),
        words_(words),
        today_(today),
        tables_(tables),
        months_(CalendarNames::of("und")) {}

  std::vector<TimeReading> read() {
    for (const TypedWord& word : words_) month_of_word_.push_back(month_named(word.folded));
    std::vector<TimeReading> readings;
    for (std::size_t at = 0; at < words_.size();) {
      const std::optional<TimeReading> reading = reading_at(at);
      if (reading) readings.push_back(*reading);
      at = reading ? reading->end : at + 1;
    }
    return readings;
  }

 private:
  // What the slots of a form were filled with.
  struct Filled {
    std::optional<int> number;
    char unit = 'd';
    std::vector<Date> dates;
    int tens = 0;
  };

  std::optional<TimeReading> reading_at(std::size_t at) const {
    std::optional<TimeReading> longest = whole_unit_at(at);
    const auto consider = [&](std::size_t form) {
      const auto reading = fitted(tables_.forms[form], at);
      if (reading && (!longest || reading->end > longest->end)) longest = reading;
    };
    const auto known = tables_.by_first_word.find(words_[at].folded);
    if (known != tables_.by_first_word.end()) {
      for (const std::size_t form : known->second) consider(form);
    }
    if (may_fill_slot(at)) {
      for (const std::size_t form : tables_.by_slot) consider(form);
    }
    if (!longest) longest = bare_date_at(at);
    return longest;
  }

  bool may_fill_slot(std::size_t at) const {
    const std::string& word = words_[at].folded;
    return (word.front() >= '0' && word.front() <= '9') || month_of_word_[at] > 0 ||
           tables_.numbers.count(word) > 0 || tables_.units.count(word) > 0;
  }

  std::optional<TimeReading> whole_unit_at(std::size_t at) const {
    const auto unit = tables_.whole_units.find(words_[at].folded);
    if (unit == tables_.whole_units.end()) return std::nullopt;
    const auto& [is_last, of] = unit->second;
    Filled filled;
    filled.unit = of;
    return meant(is_last ? TimeMeaning::kLast : TimeMeaning::kThis, filled, at, at + 1);
  }

  std::optional<TimeReading> bare_date_at(std::size_t at) const {
    std::size_t end = at;
    const auto date = date_at(end);
    if (!date || date->year == 0) return std::nullopt;
    Filled filled;
    filled.dates = {*date};
    return meant(TimeMeaning::kIn, filled, at, end);
  }

  std::optional<TimeReading> fitted(const Form& form, std::size_t at) const {
    Filled filled;
    std::size_t next = at;
    for (const Step& step : form.steps) {
      if (next >= words_.size() || !fill(step, next, filled)) return std::nullopt;
    }
    return meant(form.meaning, filled, at, next);
  }

  // Reads a step at word `next` and goes on behind it.
  bool fill(const Step& step, std::size_t& next, Filled& filled) const {
    const std::string& word = words_[next].folded;
    switch (step.slot) {
      case Slot::kWord:
        return word == step.word && ++next > 0;
      case Slot::kNumber: {
        const auto known = tables_.numbers.find(word);
        const int number = known != tables_.numbers.end() ? known->second : digits_of(word);
        if (number < 1 || number > 999) return false;
        filled.number = number;
        return ++next > 0;
      }
      case Slot::kUnit: {
        const auto unit = tables_.units.find(word);
        if (unit == tables_.units.end()) return false;
        filled.unit = unit->second;
        return ++next > 0;
      }
      case Slot::kTens:
        return fill_tens(word, next, filled);
      case Slot::kMonth:
        return fill_month(next, filled);
      case Slot::kDate:
        break;
    }
    const auto date = date_at(next);
    if (date) filled.dates.push_back(*date);
    return date.has_value();
  }

  // "1990", "90"; and "1990s", "1990er" as one word with what the form has after it.
  bool fill_tens(const std::string& word, std::size_t& next, Filled& filled) const {
    const int number = digits_of(word);
    if (number < 0 || number % 10 != 0) return false;
    const bool has_century = number >= 1800 && number <= 2090;
    if (!has_century && !(number >= 20 && number <= 90 && word.size() == 2)) return false;
    filled.tens = has_century ? number : 1900 + number;
    return ++next > 0;
  }

  bool fill_month(std::size_t& next, Filled& filled) const {
    const int month = month_of_word_[next];
    const bool has_more = next + 1 < words_.size() && digits_of(words_[next + 1].folded) > 0;
    if (month == 0 || has_more || words_[next].folded.size() < 3) return false;
    const bool begun = month <= today_.month;
    filled.dates.push_back({begun ? today_.year : today_.year - 1, month, 0});
    return ++next > 0;
  }

  // 0 for none.
  int month_named(const std::string& word) const {
    const auto known = tables_.month_cases.find(word);
    return known != tables_.month_cases.end() ? known->second : months_.month(word).number;
  }

  std::optional<int> year_at(std::size_t at) const {
    if (at >= words_.size() || words_[at].folded.size() != 4) return std::nullopt;
    const int number = digits_of(words_[at].folded);
    return number >= 1800 && number <= 2100 ? std::optional(number) : std::nullopt;
  }

  // A date that begins at word `at`, which goes on behind it.
  std::optional<Date> date_at(std::size_t& at) const {
    if (const auto year = year_at(at)) {
      const Date date = numeric_date(*year, at);
      if (at < words_.size() && tables_.year_words.count(words_[at].folded) > 0) ++at;
      return date;
    }
    return named_date(at);
  }

  // 2023-03-01, 2023-03 or 2023; only hyphens may stand between.
  Date numeric_date(int year, std::size_t& at) const {
    Date date{year, 0, 0};
    ++at;
    for (int* part : {&date.month, &date.day}) {
      if (at >= words_.size() || words_[at].folded.size() != 2) return date;
      const ByteRange gap{words_[at - 1].range.end, words_[at].range.start};
      const int number = digits_of(words_[at].folded);
      if (slice(text_, gap) != "-" || number < 1) return date;
      Date longer = date;
      (part == &date.month ? longer.month : longer.day) = number;
      if (!is_valid(longer)) return date;
      *part = number;
      ++at;
    }
    return date;
  }

  // "March 2023", "1 March 2023", "March 1, 2023", "marzo de 2023".
  std::optional<Date> named_date(std::size_t& at) const {
    std::size_t next = at;
    int day = 0;
    if (const int number = digits_of(words_[next].folded); number >= 1 && number <= 31) {
      day = number;
      ++next;
      skip_link(next);
    }
    if (next >= words_.size()) return std::nullopt;
    const int month = month_of_word_[next];
    if (month == 0) return std::nullopt;
    ++next;
    if (next < words_.size() && day == 0) {
      const int number = digits_of(words_[next].folded);
      if (number >= 1 && number <= 31 && words_[next].folded.size() <= 2) {
        day = number;
        ++next;
      }
    }
    skip_link(next);
    const auto year = year_at(next);
    if (!year || !is_valid({*year, month, day})) return std::nullopt;
    at = next + 1;
    if (at < words_.size() && tables_.year_words.count(words_[at].folded) > 0) ++at;
    return Date{*year, month, day};
  }

  void skip_link(std::size_t& next) const {
    if (next < words_.size() && tables_.links.count(words_[next].folded) > 0) ++next;
  }

  std::optional<TimeReading> meant(TimeMeaning meaning, const Filled& filled, std::size_t first,
                                   std::size_t end) const {
    TimeReading reading{first, end, std::nullopt, std::nullopt};
    const auto span = [&](const Date& from, const Date& to) {
      reading.from = from;
      reading.to = to;
    };
    switch (meaning) {
      case TimeMeaning::kToday:
        span(today_, today_);
        break;
      case TimeMeaning::kYesterday:
        span_of_unit('d', 1, reading);
        break;
      case TimeMeaning::kDayBeforeYesterday:
        span_of_unit('d', 2, reading);
        break;
      case TimeMeaning::kThis:
        span(unit_before(today_, filled.unit, 0), today_);
        break;
      case TimeMeaning::kLast:
        span_of_unit(filled.unit, 1, reading);
        break;
      case TimeMeaning::kPast:
        span(start_of_past(today_, filled.unit, filled.number.value_or(1)), today_);
        break;
      case TimeMeaning::kAgo:
        span_of_unit(filled.unit, filled.number.value_or(1), reading);
        break;
      case TimeMeaning::kSince:
        reading.from = filled.dates[0];
        break;
      case TimeMeaning::kUntil:
        reading.to = filled.dates[0];
        break;
      case TimeMeaning::kBefore:
        reading.to = day_before(filled.dates[0]);
        break;
      case TimeMeaning::kAfter:
        reading.from = day_after(filled.dates[0]);
        break;
      case TimeMeaning::kIn:
        span(filled.dates[0], filled.dates[0]);
        break;
      case TimeMeaning::kBetween:
        span(filled.dates[0], filled.dates[1]);
        break;
      case TimeMeaning::kDecade:
        span({filled.tens, 0, 0}, {filled.tens + 9, 0, 0});
        break;
    }
    const bool in_future = reading.from && interval_of(*reading.from)->first > day_number(today_);
    const bool empty = reading.from && reading.to &&
                       interval_of(*reading.from)->first > interval_of(*reading.to)->last;
    if (in_future || empty) return std::nullopt;
    return reading;
  }

  void span_of_unit(char unit, int units, TimeReading& reading) const {
    reading.from = unit_before(today_, unit, units);
    reading.to = unit == 'w' ? date_from_day_number(day_number(*reading.from) + 6) : *reading.from;
  }

  std::string_view text_;
  std::span<const TypedWord> words_;
  const Date& today_;
  const Tables& tables_;
  CalendarNames months_;
  std::vector<int> month_of_word_;  // 0 for none
};

// "1990s" and "1990er" are one word to Unicode; the table has what follows the number apart.
std::vector<TypedWord> with_numbers_apart(std::span<const TypedWord> words,
                                          const std::set<std::string>& endings) {
  std::vector<TypedWord> apart;
  for (const TypedWord& word : words) {
    const std::size_t digits =
        std::min(word.folded.find_first_not_of("0123456789"), word.folded.size());
    const std::size_t letters =
        std::min(word.folded.find_first_not_of('\'', digits), word.folded.size());
    const bool has_ending = letters > digits || endings.count(word.folded.substr(letters)) > 0;
    if (digits < 2 || digits > 4 || digits == word.folded.size() || !has_ending) {
      apart.push_back(word);
      continue;
    }
    TypedWord number = word;
    number.folded = word.folded.substr(0, digits);
    number.range.end = number.range.start + digits;
    TypedWord rest = word;
    rest.folded = word.folded.substr(letters);
    rest.range.start = number.range.end;
    apart.push_back(std::move(number));
    apart.push_back(std::move(rest));
  }
  return apart;
}

}  // namespace

std::vector<TimeReading> read_times(std::string_view text, std::span<const TypedWord> words,
                                    const Date& today, WordBreaker& breaker) {
  static const Tables tables = build_tables(breaker);
  const std::vector<TypedWord> apart = with_numbers_apart(words, tables.endings);
  std::vector<TimeReading> readings = TimeReader(text, apart, today, tables).read();
  // Back to the words as they were given: by where they stand.
  for (TimeReading& reading : readings) {
    const std::size_t start = apart[reading.first].range.start;
    const std::size_t end = apart[reading.end - 1].range.end;
    reading.first = 0;
    while (words[reading.first].range.end <= start) ++reading.first;
    reading.end = reading.first;
    while (reading.end < words.size() && words[reading.end].range.start < end) ++reading.end;
  }
  return readings;
}

}  // namespace dateline
