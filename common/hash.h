// FNV-1a, 64 bits: a fixed function, so that what it goes into is the same on every machine.
// http://www.isthe.com/chongo/tech/comp/fnv/
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

constexpr std::uint64_t kHashSeed = 14695981039346656037ULL;

constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = kHashSeed) {
  for (const char byte : bytes) {
    seed ^= static_cast<unsigned char>(byte);
    seed *= 1099511628211ULL;
  }
  return seed;
}

// 16 lower-case hexadecimal digits.
inline std::string to_hex(std::uint64_t number) {
  std::string digits(16, '0');
  for (std::size_t at = 16; at-- > 0; number >>= 4) digits[at] = "0123456789abcdef"[number & 15];
  return digits;
}

}  // namespace dateline
