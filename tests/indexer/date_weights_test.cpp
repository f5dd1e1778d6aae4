#include "indexer/date_weights.h"

#include <cmath>
#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Each cue adds its weight, whatever the others", "[indexer][date_weights]") {
  const bool run_in = GENERATE(false, true);
  const double none = log_odds({}, run_in);
  CueSet all;
  double sum = none;
  std::set<std::string> names;
  for (std::size_t i = 0; i < kCueCount; ++i) {
    const auto cue = static_cast<DateCue>(i);
    CueSet one;
    one.add(cue);
    all.add(cue);
    sum += log_odds(one, run_in) - none;
    names.insert(name_of(cue));
  }
  CHECK(std::abs(log_odds(all, run_in) - sum) < 1e-9);
  CHECK(names.size() == kCueCount);
}

TEST_CASE("A label speaks for a date, prose against it", "[indexer][date_weights]") {
  CueSet label;
  label.add(DateCue::kPublishedLabel);
  CueSet prose;
  prose.add(DateCue::kInProse);
  for (const bool run_in : {false, true}) {
    CHECK(log_odds(label, run_in) > log_odds({}, run_in));
    CHECK(log_odds(prose, run_in) < log_odds({}, run_in));
  }
}

TEST_CASE("A text without line ends is known by its length", "[indexer][date_weights]") {
  CHECK(is_run_in(std::string(2'501, 'x')));
  CHECK_FALSE(is_run_in(std::string(2'500, 'x')));
  CHECK_FALSE(is_run_in(std::string(2'501, 'x') + "\n" + std::string(100, 'x')));
  CHECK_FALSE(is_run_in(""));
}

}  // namespace dateline
