#include "searcher/recency.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dateline {
namespace {

// 0 for what is no unit.
int days_of_unit(char unit) {
  switch (unit) {
    case 'd':
      return 1;
    case 'w':
      return 7;
    case 'm':
      return 30;
    case 'y':
      return 365;
    default:
      return 0;
  }
}

}  // namespace

double recency_factor(const Recency& recency, std::optional<std::int32_t> last_day) {
  if (!last_day) return kUndatedRecency;
  const double age = std::max(0.0, static_cast<double>(recency.today) - *last_day);
  // What is older is as old as this: a float still holds the score, and above 0.
  constexpr double kMostHalvings = 60;
  return std::exp2(-std::min(age / recency.half_life_days, kMostHalvings));
}

std::optional<int> parse_half_life(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  int count = 0;
  const char* const unit = text.data() + text.size() - 1;
  const auto [end, error] = std::from_chars(text.data(), unit, count);
  const int days = days_of_unit(*unit);
  if (error != std::errc{} || end != unit || days == 0) return std::nullopt;
  if (count < 1 || count > kMaxHalfLifeDays / days) return std::nullopt;
  return count * days;
}

}  // namespace dateline
