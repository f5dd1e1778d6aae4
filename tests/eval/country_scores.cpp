#include "country_scores.h"

#include <algorithm>
#include <iomanip>
#include <map>
#include <ostream>

namespace dateline {
namespace {

constexpr CountryCode kUnitedStates{'U', 'S'};
constexpr std::size_t kEnoughArticles = 10;

bool holds(const std::vector<CountryCode>& countries, CountryCode country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

struct Counts {
  std::size_t right = 0;
  std::size_t wrong = 0;   // found, but not so
  std::size_t missed = 0;  // so, but not found

  Counts& operator+=(const Counts& other) {
    right += other.right, wrong += other.wrong, missed += other.missed;
    return *this;
  }
  double precision() const { return ratio(right, right + wrong); }
  double recall() const { return ratio(right, right + missed); }
  double f1() const { return ratio(2 * right, 2 * right + wrong + missed); }
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

using CountsByCountry = std::map<CountryCode, Counts>;

CountsByCountry count_by_country(const std::vector<CountryOutcome>& outcomes) {
  CountsByCountry counts;
  for (const CountryOutcome& outcome : outcomes) {
    for (const CountryCode country : outcome.about) {
      Counts& entry = counts[country];
      ++(holds(outcome.found.about, country) ? entry.right : entry.missed);
    }
    for (const CountryCode country : outcome.found.about) {
      if (!holds(outcome.about, country)) ++counts[country].wrong;
    }
  }
  return counts;
}

Counts sum(const CountsByCountry& counts, bool with_united_states) {
  Counts total;
  for (const auto& [country, entry] : counts) {
    if (with_united_states || country != kUnitedStates) total += entry;
  }
  return total;
}

struct Mean {
  double value = 0;
  std::size_t countries = 0;
};

Mean macro_f1(const CountsByCountry& counts) {
  Mean mean;
  for (const auto& [country, entry] : counts) {
    if (entry.right + entry.missed < kEnoughArticles) continue;
    mean.value += entry.f1();
    ++mean.countries;
  }
  if (mean.countries > 0) mean.value /= static_cast<double>(mean.countries);
  return mean;
}

template <typename Predicate>
void print_share(std::ostream& out, const char* name, const std::vector<CountryOutcome>& outcomes,
                 Predicate holds_for) {
  const auto part =
      static_cast<std::size_t>(std::count_if(outcomes.begin(), outcomes.end(), holds_for));
  out << std::left << std::setw(34) << name << Counts::ratio(part, outcomes.size()) << "  (" << part
      << " of " << outcomes.size() << ")\n";
}

struct CountryErrors {
  CountryCode country;
  std::vector<std::string> articles;  // how each came about
};

std::string words_for(const CountryOutcome& outcome, CountryCode country) {
  constexpr std::size_t kEnoughWords = 4;
  std::string list;
  std::size_t listed = 0;
  for (std::size_t i = 0; i < outcome.found.spans.size() && listed < kEnoughWords; ++i) {
    if (outcome.found.spans[i].country != country) continue;
    list += listed++ == 0 ? " (" : ", ";
    if (outcome.found.spans[i].in_title) list += "title: ";
    list += outcome.words[i];
  }
  return list.empty() ? list : list + ")";
}

std::string codes(const std::vector<CountryCode>& countries) {
  std::string list;
  for (const CountryCode country : countries) list += (list.empty() ? "" : " ") + country.str();
  return list.empty() ? "-" : list;
}

void print_errors(std::ostream& out, const std::map<CountryCode, std::vector<std::string>>& errors,
                  std::size_t count) {
  constexpr std::size_t kExamples = 12;
  std::vector<CountryErrors> ranked;
  for (const auto& [country, articles] : errors) ranked.push_back({country, articles});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const CountryErrors& left, const CountryErrors& right) {
                     return left.articles.size() > right.articles.size();
                   });
  for (std::size_t i = 0; i < ranked.size() && i < count; ++i) {
    const auto& articles = ranked[i].articles;
    out << ranked[i].country.str() << ' ' << articles.size() << '\n';
    for (std::size_t k = 0; k < articles.size() && k < kExamples; ++k) {
      out << "    " << articles[k] << '\n';
    }
  }
}

// The countries that macro-F1 counts, those lowest in F1 first.
void print_lowest(std::ostream& out, const CountsByCountry& counts, std::size_t count) {
  std::vector<std::pair<CountryCode, Counts>> ranked;
  for (const auto& [country, entry] : counts) {
    if (entry.right + entry.missed >= kEnoughArticles) ranked.emplace_back(country, entry);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
    return left.second.f1() < right.second.f1();
  });
  for (std::size_t i = 0; i < ranked.size() && i < count; ++i) {
    const auto& [country, entry] = ranked[i];
    out << country.str() << ' ' << entry.f1() << "  (" << entry.right << " right, " << entry.wrong
        << " wrong, " << entry.missed << " missed)\n";
  }
}

}  // namespace

void print_scores(std::ostream& out, const std::vector<CountryOutcome>& outcomes) {
  const CountsByCountry counts = count_by_country(outcomes);
  const Counts all = sum(counts, true);
  const Mean macro = macro_f1(counts);
  out << std::fixed << std::setprecision(3) << std::left;
  out << std::setw(34) << "micro-F1" << all.f1() << "  (precision " << all.precision()
      << ", recall " << all.recall() << ")\n"
      << std::setw(34) << "macro-F1" << macro.value << "  (" << macro.countries
      << " countries with 10 articles or more)\n"
      << std::setw(34) << "micro-F1 without the US" << sum(counts, false).f1() << '\n';
  print_share(out, "exactly the right countries", outcomes,
              [](const CountryOutcome& outcome) { return outcome.found.about == outcome.about; });
  std::vector<CountryOutcome> led;
  std::copy_if(outcomes.begin(), outcomes.end(), std::back_inserter(led),
               [](const CountryOutcome& outcome) { return outcome.primary.has_value(); });
  print_share(out, "right primary country", led, [](const CountryOutcome& outcome) {
    return outcome.found.primary == outcome.primary;
  });
  print_share(out, "true countries among those found", outcomes, [](const CountryOutcome& outcome) {
    return std::all_of(outcome.about.begin(), outcome.about.end(),
                       [&](CountryCode country) { return holds(outcome.found.about, country); });
  });
  print_share(out, "no country found", outcomes,
              [](const CountryOutcome& outcome) { return outcome.found.about.empty(); });
}

void print_worst(std::ostream& out, const std::vector<CountryOutcome>& outcomes,
                 std::size_t count) {
  std::map<CountryCode, std::vector<std::string>> wrong;
  std::map<CountryCode, std::vector<std::string>> missed;
  std::map<CountryCode, std::vector<std::string>> led_astray;
  for (const CountryOutcome& outcome : outcomes) {
    const std::string told = ": found " + codes(outcome.found.about);
    for (const CountryCode country : outcome.found.about) {
      if (holds(outcome.about, country)) continue;
      wrong[country].push_back(outcome.id + ": true " + codes(outcome.about) +
                               words_for(outcome, country));
    }
    for (const CountryCode country : outcome.about) {
      if (holds(outcome.found.about, country)) continue;
      missed[country].push_back(outcome.id + told + words_for(outcome, country));
    }
    const auto& primary = outcome.found.primary;
    if (!outcome.primary || primary == outcome.primary) continue;
    const std::string instead =
        primary ? ": found " + primary->str() + words_for(outcome, *primary) : ": found none";
    led_astray[*outcome.primary].push_back(outcome.id + instead + ", of the true one" +
                                           words_for(outcome, *outcome.primary));
  }
  out << "\nLowest in F1:\n";
  print_lowest(out, count_by_country(outcomes), count);
  out << "\nFound, but not so:\n";
  print_errors(out, wrong, count);
  out << "\nMissed:\n";
  print_errors(out, missed, count);
  out << "\nNot seen to be the primary one:\n";
  print_errors(out, led_astray, count);
}

}  // namespace dateline
