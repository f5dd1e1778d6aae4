// Numbers as people read them.
#pragma once

#include <cstddef>
#include <string>

namespace dateline {

// "26,760"
inline std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

}  // namespace dateline
