// Integers from the JSON inside index files, checked: the JSON library itself turns -1 into
// 4294967295 and 1.5 into 1 without a word.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace dateline {

// Throws an exception derived from std::exception if `json` is not an integer or not within the
// range.
template <std::integral T>
T integer_of(const nlohmann::ordered_json& json, T least = std::numeric_limits<T>::min(),
             T most = std::numeric_limits<T>::max()) {
  if (json.is_number_unsigned()) {
    const auto number = json.get<std::uint64_t>();
    if (std::cmp_greater_equal(number, least) && std::cmp_less_equal(number, most)) {
      return static_cast<T>(number);
    }
  } else if (json.is_number_integer()) {
    const auto number = json.get<std::int64_t>();
    if (std::cmp_greater_equal(number, least) && std::cmp_less_equal(number, most)) {
      return static_cast<T>(number);
    }
  }
  throw std::out_of_range("number " + json.dump());
}

}  // namespace dateline
