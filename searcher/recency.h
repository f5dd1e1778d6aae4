// A score that fades with the article's age, for those who ask for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

constexpr int kMaxHalfLifeDays = 36'500;

struct Recency {
  int half_life_days = 1;  // 1..kMaxHalfLifeDays; after so many days half of a score is left
  std::int32_t today = 0;  // age counts back from here, in days since 1970-01-01

  bool operator==(const Recency&) const = default;
};

// An article whose year is unknown counts as one half-life old.
constexpr double kUndatedRecency = 0.5;

// 2 to the power of -age / half-life, above 0 and at most 1: age counts from `last_day`, the last
// day that the article's date may mean; it is 0 for a day after today.
double recency_factor(const Recency& recency, std::optional<std::int32_t> last_day);

// A score with its factor, rounded to a float so that what compares floats can compare it. Never
// above `score` if that is a float itself and not negative.
inline double faded(double score, double factor) {
  return static_cast<double>(static_cast<float>(score * factor));
}

// "30d", "4w", "6m" (of 30 days) or "1y" (of 365) as days; nothing on other text and out of range.
std::optional<int> parse_half_life(std::string_view text);

}  // namespace dateline
