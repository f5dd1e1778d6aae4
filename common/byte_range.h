// A half-open interval of bytes in a UTF-8 text. Positions, not pointers: a range outlives copies
// of its text and can be stored.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

struct ByteRange {
  std::size_t start = 0;  // first byte, inclusive; on a code point boundary
  std::size_t end = 0;    // one past the last byte; on a code point boundary

  std::size_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool contains(const ByteRange& inner) const { return start <= inner.start && inner.end <= end; }
  bool overlaps(const ByteRange& other) const { return start < other.end && other.start < end; }
  auto operator<=>(const ByteRange&) const = default;
};

// REQUIRES: range lies within text.
inline std::string_view slice(std::string_view text, const ByteRange& range) {
  return text.substr(range.start, range.size());
}

}  // namespace dateline
