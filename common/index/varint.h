// Whole numbers in as many bytes as they need, seven bits a byte, the low ones first; all but the
// last byte have the eighth bit set.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline void append_varint(std::uint64_t number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<char>(number | 0x80));
  bytes.push_back(static_cast<char>(number));
}

// Drops a number at the front of `bytes` and returns it; some number, and no bytes left, if none is
// there.
inline std::uint64_t take_varint(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  bytes = {};
  return number;
}

}  // namespace dateline
