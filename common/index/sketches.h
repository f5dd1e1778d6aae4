// The `sketches` file of a segment: of every article the little that tells whether another one has
// the same text, mapped into memory. What is in it depends on the article's own words only, so that
// two sketches compare alike whatever else an index holds. sketches_writer.h makes it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/file.h"
#include "common/result.h"

namespace dateline {

constexpr std::string_view kSketchesMagic = "DLSKETC1";
constexpr std::size_t kSketchRows = 64;
constexpr std::size_t kMostNumbers = 128;  // kept of an article: those of the lowest hashes

// Of shorter bodies there are too few shingles for rows that mean something.
constexpr std::uint32_t kLeastSketchedWords = 20;

// Views of a mapped file.
struct Sketch {
  std::uint64_t text = 0;              // hash of all words in their order; 0 if there is none
  std::uint32_t body_words = 0;        // how many
  std::span<const std::uint8_t> rows;  // MinHash of the body's shingles: kSketchRows, or none
  std::span<const std::uint16_t>
      title;  // hashes of its words, without stop words and numbers, ascending
  std::span<const std::uint16_t> numbers;  // the same of the numbers in both
};

// Reads a mapped file. Thread-safe. A damaged file reads as wrong sketches, never as memory beyond
// it; `dateline-index check` finds the damage.
class Sketches {
 public:
  // Fails with kCorrupt if the file is not that of the database `uuid`.
  static Result<Sketches> open(const std::filesystem::path& path, std::string_view uuid);
  // The same of bytes that outlive the object. REQUIRES: bytes.data() is aligned to 8.
  static std::optional<Sketches> over(std::string_view bytes, std::string_view uuid);

  // An empty sketch for a docid that the segment does not have.
  Sketch of(std::uint32_t docid) const;

 private:
  Sketches() = default;

  std::optional<MappedFile> file_;
  std::span<const std::uint64_t> text_;
  std::span<const std::uint32_t> body_words_, title_end_, number_end_;
  std::span<const std::uint8_t> rows_;
  std::span<const std::uint16_t> titles_, numbers_;
};

}  // namespace dateline
