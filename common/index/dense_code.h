// Small numbers in few bytes, in a code that can be searched as it lies.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

// The (s,c)-dense code of Brisaboa, Fariña, Navarro and Paramá ("Lightweight natural language text
// compression", Information Retrieval 10, 2007). Of the 256 bytes, s end a number and the others
// continue one; the essay above dense_code.cpp tells why. Thread-safe.
class DenseCode {
 public:
  // The code that takes the fewest bytes for numbers of which 0 occurs occurrences[0] times, 1
  // occurs occurrences[1] times, and so on. REQUIRES: at most 2^27 numbers.
  static DenseCode best_for(std::span<const std::uint32_t> occurrences);

  // REQUIRES: 1 <= stoppers <= 255.
  explicit DenseCode(std::uint32_t stoppers) : stoppers_(stoppers) {}

  std::uint32_t stoppers() const { return stoppers_; }  // s
  bool ends_number(char byte) const { return static_cast<unsigned char>(byte) < stoppers_; }

  void append(std::uint32_t number, std::string& coded) const;

  // Appends the numbers of `coded` to `numbers`. What is not a code gives some numbers.
  void decode(std::string_view coded, std::vector<std::uint32_t>& numbers) const;

  // True if the numbers that `sequence` codes follow each other somewhere in `coded`.
  bool contains(std::string_view coded, std::string_view sequence) const;

  // The number whose last byte is coded[last].
  std::uint32_t number_ending_at(std::string_view coded, std::size_t last) const;

 private:
  std::uint32_t stoppers_;
};

// Looks for several numbers at once in coded sequences. Thread-safe.
class DenseScanner {
 public:
  // REQUIRES: `wanted` are distinct.
  DenseScanner(const DenseCode& code, std::span<const std::uint32_t> wanted);

  // Calls visit(place, index) for every occurrence in order: the place counts the numbers of
  // `coded` from 0, the index is into `wanted`.
  template <typename Visit>
  void scan(std::string_view coded, Visit visit) const;

 private:
  enum Flag : std::uint8_t { kEndsNumber = 1, kMayBeWanted = 2 };

  // The index into `wanted`; its size if the number is not wanted.
  std::size_t index_of(std::uint32_t number) const;

  DenseCode code_;
  std::array<std::uint8_t, 256> flags_{};                      // by byte
  std::vector<std::pair<std::uint32_t, std::size_t>> wanted_;  // ascending, with their index
};

template <typename Visit>
void DenseScanner::scan(std::string_view coded, Visit visit) const {
  std::size_t place = 0;
  for (std::size_t at = 0; at < coded.size(); ++at) {
    const std::uint8_t flags = flags_[static_cast<unsigned char>(coded[at])];
    if ((flags & kMayBeWanted) != 0) {
      const std::size_t index = index_of(code_.number_ending_at(coded, at));
      if (index < wanted_.size()) visit(place, index);
    }
    place += flags & kEndsNumber;
  }
}

}  // namespace dateline
