#include "date_scores.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iomanip>
#include <iterator>
#include <map>
#include <ostream>
#include <sstream>
#include <utility>

#include "common/text/calendar_names.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

// The numbers of a few words, each to be used for one part of a date.
class Numbers {
 public:
  explicit Numbers(std::string_view words) {
    for (std::size_t at = next_digit(words, 0); at < words.size(); at = next_digit(words, at)) {
      TextCursor cursor(words, at);
      if (const auto number = cursor.take_number(1, 8)) numbers_.push_back(*number);
      at = end_of_digits(words, at);
    }
  }

  // Uses up the first number for which `fits` holds; false if there is none.
  template <typename Fits>
  bool use(const Fits& fits) {
    const auto found = std::find_if(numbers_.begin(), numbers_.end(), fits);
    if (found == numbers_.end()) return false;
    numbers_.erase(found);
    return true;
  }

 private:
  std::vector<Number> numbers_;
};

// In full, in an era of its own, run together with what follows it, or by its last two digits.
bool use_year(Numbers& numbers, int year) {
  constexpr std::array kEras{-543, 2018, 1988, 1925, 1911};
  return numbers.use([&](const Number& n) {
    return n.digits == 4 && n.value == year;
  }) || numbers.use([&](const Number& n) {
    return (n.digits == 5 && n.value / 10 == year) || (n.digits == 6 && n.value / 100 == year);
  }) || numbers.use([&](const Number& n) {
    return std::any_of(kEras.begin(), kEras.end(), [&](int era) { return n.value + era == year; });
  }) || numbers.use([&](const Number& n) { return n.digits == 2 && n.value == year % 100; });
}

bool names_month(std::string_view words, int month, std::string_view language) {
  const CalendarNames names = CalendarNames::of(language);
  std::string_view last;
  for (std::size_t at = 0;;) {
    const std::string_view word = next_word(words, at);
    if (word.empty()) return false;
    const std::string pair = std::string(last) + ' ' + std::string(word);
    if (names.month(word).number == month || names.month(pair).number == month) return true;
    last = word;
  }
}

bool has_answer(const DateOutcome& outcome) {
  return outcome.found.date.precision() != DatePrecision::kNone;
}

bool is_off_by_one_day(const DateOutcome& outcome) {
  const auto is_day = [](const Date& date) { return date.precision() == DatePrecision::kDay; };
  return is_day(outcome.truth) && is_day(outcome.found.date) &&
         std::abs(day_number(outcome.truth) - day_number(outcome.found.date)) == 1;
}

std::string share(std::size_t part, std::size_t whole) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(3)
       << (whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole)) << "  ("
       << part << " of " << whole << ")";
  return text.str();
}

std::size_t right_of(const std::vector<DateOutcome>& outcomes) {
  return static_cast<std::size_t>(std::count_if(
      outcomes.begin(), outcomes.end(), [](const DateOutcome& outcome) { return outcome.right; }));
}

// The half of all articles whose answers are the most probable.
std::vector<DateOutcome> surest_half(std::vector<DateOutcome> outcomes) {
  std::stable_sort(outcomes.begin(), outcomes.end(),
                   [](const DateOutcome& one, const DateOutcome& other) {
                     return one.found.probability > other.found.probability;
                   });
  outcomes.resize(outcomes.size() / 2);
  return outcomes;
}

template <typename Holds>
std::vector<DateOutcome> those(const std::vector<DateOutcome>& outcomes, const Holds& holds) {
  std::vector<DateOutcome> chosen;
  std::copy_if(outcomes.begin(), outcomes.end(), std::back_inserter(chosen), holds);
  return chosen;
}

bool is_stated(const DateOutcome& outcome) { return outcome.stated; }

bool is_invented(const DateOutcome& outcome) { return !outcome.written; }

double ratio(const std::vector<DateOutcome>& outcomes) {
  return outcomes.empty()
             ? 0.0
             : static_cast<double>(right_of(outcomes)) / static_cast<double>(outcomes.size());
}

std::string right_share(const std::vector<DateOutcome>& outcomes) {
  return share(right_of(outcomes), outcomes.size());
}

std::string or_none(const Date& date) {
  const std::string iso = to_iso(date);
  return iso.empty() ? "none" : iso;
}

}  // namespace

bool is_written(const Date& date, std::string_view words, std::string_view language) {
  Numbers numbers(words);
  const auto use = [&](int value) {
    return numbers.use([&](const Number& n) { return n.digits <= 2 && n.value == value; });
  };
  if (date.year != 0 && !use_year(numbers, date.year)) return false;
  if (date.day != 0 && !use(date.day)) return false;
  return date.month == 0 || use(date.month) || names_month(words, date.month, language);
}

DateFigures figures_of(const std::vector<DateOutcome>& outcomes) {
  return {{"accuracy", ratio(outcomes)},
          {"precision", ratio(those(outcomes, has_answer))},
          {"half", ratio(surest_half(outcomes))},
          {"stated", ratio(those(outcomes, is_stated))},
          {"invented", static_cast<double>(those(outcomes, is_invented).size())}};
}

void print_scores(std::ostream& out, const std::string& title,
                  const std::vector<DateOutcome>& outcomes) {
  const auto line = [&out](const std::string& name, const std::string& value) {
    out << "  " << std::left << std::setw(36) << name << value << '\n';
  };
  const auto share_of = [&](const std::vector<DateOutcome>& part) {
    return share(part.size(), outcomes.size());
  };
  out << title << ": " << outcomes.size() << " articles\n";
  line("accuracy", right_share(outcomes));
  line("accuracy where the text states it", right_share(those(outcomes, is_stated)));
  line("precision of answered", right_share(those(outcomes, has_answer)));
  line("precision at half coverage", right_share(surest_half(outcomes)));
  line("off by one day", share_of(those(outcomes, is_off_by_one_day)));
  line("invented", std::to_string(those(outcomes, is_invented).size()));
  for (const Confidence confidence : {Confidence::kSure, Confidence::kLikely, Confidence::kGuess}) {
    const auto part = those(outcomes, [&](const DateOutcome& outcome) {
      return has_answer(outcome) && outcome.found.confidence == confidence;
    });
    const std::string name = to_string(confidence);
    line(name + ", coverage", share_of(part));
    line(name + ", precision", right_share(part));
  }
}

void print_by_evidence(std::ostream& out, const std::vector<DateOutcome>& outcomes) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> counts;  // right, answered
  for (const DateOutcome& outcome : outcomes) {
    if (!has_answer(outcome)) continue;
    auto& [right, answered] = counts[outcome.found.evidence];
    ++answered;
    if (outcome.right) ++right;
  }
  out << "precision by evidence\n";
  for (const auto& [evidence, count] : counts) {
    out << "  " << std::left << std::setw(28) << evidence << share(count.first, count.second)
        << '\n';
  }
}

void print_worst(std::ostream& out, const std::vector<DateOutcome>& outcomes, std::size_t most) {
  std::vector<const DateOutcome*> wrong;
  for (const DateOutcome& outcome : outcomes) {
    if (!outcome.right || is_invented(outcome)) wrong.push_back(&outcome);
  }
  std::stable_sort(wrong.begin(), wrong.end(),
                   [](const DateOutcome* one, const DateOutcome* other) {
                     if (is_invented(*one) != is_invented(*other)) return is_invented(*one);
                     return one->found.probability > other->found.probability;
                   });
  if (wrong.size() > most) wrong.resize(most);
  for (const DateOutcome* outcome : wrong) {
    out << "  " << std::fixed << std::setprecision(3) << outcome->found.probability << '\t'
        << or_none(outcome->found.date) << "\ttruth " << or_none(outcome->truth) << '\t'
        << outcome->found.evidence << '\t' << outcome->id
        << (outcome->written ? "\n" : "\tinvented\n");
  }
}

}  // namespace dateline
