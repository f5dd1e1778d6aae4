// Makes the `sketches` file of a segment.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/sketches.h"

namespace dateline {

// A word as sketches see it: a hash of the term whose lowest two bits say whether it is a number
// (it begins with a digit) and whether it is a stop word of its language.
class SketchWord {
 public:
  SketchWord() = default;
  SketchWord(std::string_view term, std::string_view language);

  std::uint64_t hash() const { return hash_; }
  bool is_number() const { return (hash_ & 1) != 0; }
  bool is_stop_word() const { return (hash_ & 2) != 0; }

 private:
  std::uint64_t hash_ = 0;
};

class SketchesBuilder {
 public:
  // REQUIRES: docids go from 1 without a gap.
  void add(std::span<const SketchWord> title, std::span<const SketchWord> body);

  // The bytes of the file. `uuid` is that of the segment's database.
  std::string encode(std::string_view uuid) const;

 private:
  std::vector<std::uint64_t> text_{0};
  std::vector<std::uint32_t> body_words_{0}, title_end_{0}, number_end_{0};
  std::vector<std::uint8_t> rows_ = std::vector<std::uint8_t>(kSketchRows);
  std::vector<std::uint16_t> titles_, numbers_;
  std::vector<std::uint64_t> hashes_;  // of one article, kept for their memory
};

}  // namespace dateline
