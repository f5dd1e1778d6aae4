#include "indexer/date_weights.h"

#include <cmath>
#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Each cue adds its weight, whatever the others", "[indexer][date_weights]") {
  const double none = log_odds({});
  CueSet all;
  double sum = none;
  std::set<std::string> names;
  for (std::size_t i = 0; i < kCueCount; ++i) {
    const auto cue = static_cast<DateCue>(i);
    CueSet one;
    one.add(cue);
    all.add(cue);
    sum += log_odds(one) - none;
    names.insert(name_of(cue));
  }
  CHECK(std::abs(log_odds(all) - sum) < 1e-9);
  CHECK(names.size() == kCueCount);
}

TEST_CASE("A label speaks for a date, prose against it", "[indexer][date_weights]") {
  CueSet label;
  label.add(DateCue::kPublishedLabel);
  CueSet prose;
  prose.add(DateCue::kInProse);
  CHECK(log_odds(label) > log_odds({}));
  CHECK(log_odds(prose) < log_odds({}));
}

}  // namespace dateline
