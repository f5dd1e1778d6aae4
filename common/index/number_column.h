// A column of small numbers by docid, each as wide as the largest needs: 1, 2 or 4 bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

// Views the bytes of a mapped file.
class NumberColumn {
 public:
  NumberColumn() = default;

  // Nothing if the bytes are not `rows` numbers of one of the three widths.
  // REQUIRES: bytes.data() is aligned to 4.
  static std::optional<NumberColumn> over(std::span<const char> bytes, std::size_t rows) {
    for (const std::size_t width : {1U, 2U, 4U}) {
      if (bytes.size() == rows * width) return NumberColumn(bytes, rows, width);
    }
    return std::nullopt;
  }

  std::size_t size() const { return rows_; }

  // Calls visit(numbers) with all of them as a span of their own type, so that a loop over them
  // knows their width.
  template <typename Visit>
  auto visit(Visit visit) const {
    if (width_ == 1) return visit(as<std::uint8_t>());
    if (width_ == 2) return visit(as<std::uint16_t>());
    return visit(as<std::uint32_t>());
  }

  // 0 where there is no such row.
  std::uint32_t operator[](std::uint32_t row) const {
    if (row >= rows_) return 0;
    return visit([row](auto numbers) { return std::uint32_t{numbers[row]}; });
  }

 private:
  NumberColumn(std::span<const char> bytes, std::size_t rows, std::size_t width)
      : bytes_(bytes.data()), rows_(rows), width_(width) {}

  template <typename T>
  std::span<const T> as() const {
    return {reinterpret_cast<const T*>(bytes_), rows_};
  }

  const char* bytes_ = nullptr;
  std::size_t rows_ = 0;
  std::size_t width_ = 1;
};

// The bytes of such a column: all numbers in the least width that holds the largest.
inline std::vector<char> narrowed(std::span<const std::uint32_t> numbers) {
  const std::uint32_t largest =
      numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  const std::size_t width = largest <= UINT8_MAX ? 1 : largest <= UINT16_MAX ? 2 : 4;
  std::vector<char> bytes(numbers.size() * width);
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    std::memcpy(bytes.data() + row * width, &numbers[row], width);  // the low bytes come first
  }
  return bytes;
}

}  // namespace dateline
