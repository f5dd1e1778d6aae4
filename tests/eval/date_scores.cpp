#include "date_scores.h"

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <sstream>
#include <utility>

#include "indexer/text_cursor.h"

namespace dateline {
namespace {

// Every number of up to four digits in the text.
std::set<int> numbers_in(const std::string& text) {
  std::set<int> numbers;
  for (std::size_t at = 0; at < text.size();) {
    TextCursor cursor(text, at);
    if (const auto number = cursor.take_number(1, 8)) {
      numbers.insert(number->value);
      if (number->digits == 8) {  // 20230301
        numbers.insert({number->value / 10'000, number->value / 100 % 100, number->value % 100});
      }
      at = cursor.at();
      continue;
    }
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return numbers;
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

bool is_written(const Date& date, const std::string& text) {
  constexpr int kEras[] = {0, -543, 2018, 1988, 1925, 1911};
  const std::set<int> numbers = numbers_in(text);
  const bool year = date.year == 0 || numbers.count(date.year % 100) > 0 ||
                    std::any_of(std::begin(kEras), std::end(kEras),
                                [&](int era) { return numbers.count(date.year - era) > 0; });
  return year && (date.day == 0 || numbers.count(date.day) > 0);
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
