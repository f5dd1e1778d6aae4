// When a search has to give up.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "common/error.h"

namespace dateline {

// What time it is. Tests bring their own, so that none depends on speed.
using SearchClock = std::function<std::chrono::steady_clock::time_point()>;

// Asked between the stages of a search and within its long loops. Once passed it stays so, as the
// clock does not go back.
class Deadline {
 public:
  Deadline() = default;  // never
  // 0 ms: never. The time runs from now on.
  Deadline(SearchClock clock, std::size_t timeout_ms)
      : clock_(std::move(clock)), timeout_ms_(timeout_ms) {
    if (timeout_ms > 0) end_ = clock_() + std::chrono::milliseconds(timeout_ms);
  }

  bool passed() const { return end_ && clock_() >= *end_; }

  Error error() const {
    return {ErrorKind::kTimeout, "no answer within " + std::to_string(timeout_ms_) +
                                     " ms; allow more (timeout_ms), or ask for less: fewer words, "
                                     "no facets and no count"};
  }

 private:
  SearchClock clock_;
  std::size_t timeout_ms_ = 0;
  std::optional<std::chrono::steady_clock::time_point> end_;
};

}  // namespace dateline
