// The `impacts` file of a segment: for each term the articles that have it, how often in title and
// body, and for each *range* of 64 consecutive docids an upper bound of what the term can add to a
// score there. Ranking visits the promising ranges only (searcher/top_k.h).
// FORMAT.md has the bytes.
#pragma once

#include <bit>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/file.h"
#include "common/index/bm25f.h"
#include "common/index/posting.h"
#include "common/index/terms.h"
#include "common/result.h"

namespace dateline {

// Docids 64 r to 64 r + 63 are range r, and one word of a bitmap.
constexpr std::uint32_t kRangeArticles = 64;

// A bound of 255 means that the part of the score that saturates, x / (x + k1), is at most 1.
constexpr double kFullImpact = 255;

// What a term has in one range: bit p of the mask is docid 64 r + p, and the codes are those of its
// set bits, in their order. A damaged file reads as no cell at all.
struct ImpactCell {
  std::uint64_t mask = 0;
  const std::uint8_t* codes = nullptr;
};

// Occurrences as a code of one byte; nothing if they need more.
constexpr std::uint8_t kEscapeCode = 255;
constexpr std::uint8_t impact_code(std::uint32_t in_title, std::uint32_t in_body) {
  const bool fits = in_title < 4 && in_body < 64 && in_title * 64 + in_body < kEscapeCode;
  return fits ? static_cast<std::uint8_t>(in_title * 64 + in_body) : kEscapeCode;
}

// The postings of one term, as views into the file. In which of three shapes depends on how many
// they are; the arrays of the other shapes are empty.
struct ImpactList {
  // Few: all of them, decoded.
  std::vector<Posting> few;

  // Many: a mask for each range.
  std::span<const std::uint64_t> masks;
  // Between: the ranges that have any, ascending (unless the file is damaged), and how many each.
  std::span<const std::uint32_t> ranges;
  std::span<const std::uint8_t> counts;

  // Both by cell: bounds, and where in `codes` each 16th begins. A cell's codes follow its mask
  // or positions where those are not in `masks`.
  std::span<const std::uint8_t> bounds;
  std::span<const std::uint32_t> code_start;
  std::span<const std::uint8_t> codes;
  std::span<const Posting> escapes;  // what kEscapeCode stands for, ascending docids

  ImpactCell cell(std::uint32_t range) const;
  // The same of a range of `masks` and of a place in `ranges`.
  ImpactCell masked_cell(std::uint32_t range) const;
  ImpactCell counted_cell(std::size_t cell) const;

  // The posting of a docid, given its code in a cell.
  Posting posting(std::uint32_t docid, std::uint8_t code) const {
    if (code != kEscapeCode) return {docid, code / 64U, code % 64U};
    return escaped(docid);
  }

  // Cells, whatever the shape; none where all postings are in `few`. Some may be empty.
  std::size_t cells() const { return masks.empty() ? ranges.size() : masks.size(); }
  std::uint32_t range_of(std::size_t cell) const {
    return masks.empty() ? ranges[cell] : static_cast<std::uint32_t>(cell);
  }
  // Calls visit(posting) for the postings of a cell, in ascending order of docid.
  template <typename Visit>
  void for_each_in_cell(std::size_t cell, Visit visit) const;
  // The same for all postings.
  template <typename Visit>
  void for_each_posting(Visit visit) const;

  // Adds the articles to a bitmap of a word per range; ranges beyond it are left out.
  void add_to(std::span<std::uint64_t> bitmap) const;

 private:
  Posting escaped(std::uint32_t docid) const;
};

template <typename Visit>
void ImpactList::for_each_in_cell(std::size_t cell, Visit visit) const {
  const ImpactCell found =
      masks.empty() ? counted_cell(cell) : masked_cell(static_cast<std::uint32_t>(cell));
  std::size_t next = 0;
  for (std::uint64_t rest = found.mask; rest != 0; rest &= rest - 1) {
    const auto position = static_cast<std::uint32_t>(std::countr_zero(rest));
    visit(posting(range_of(cell) * kRangeArticles + position, found.codes[next++]));
  }
}

template <typename Visit>
void ImpactList::for_each_posting(Visit visit) const {
  for (const Posting& posting : few) visit(posting);
  for (std::size_t cell = 0; cell < cells(); ++cell) for_each_in_cell(cell, visit);
}

// Reads a mapped impacts file. Thread-safe. Any id may be asked for; a damaged file reads as other
// postings or none, never as memory beyond it (`dateline-index check` finds the damage).
class Impacts {
 public:
  // Fails with kCorrupt if the file is not the impacts of the database `uuid`.
  static Result<Impacts> open(const std::filesystem::path& path, std::string_view uuid);
  // The same of bytes that outlive the object. REQUIRES: bytes.data() is aligned to 8.
  static std::optional<Impacts> over(std::string_view bytes, std::string_view uuid);

  ImpactList list(TermId id) const;

  // The averages that the bounds were computed with.
  const FieldStatistics& statistics() const { return statistics_; }

 private:
  std::string_view bytes_of_list(TermId id) const;

  std::optional<MappedFile> file_;
  FieldStatistics statistics_;
  std::string_view lists_;
  std::span<const std::uint64_t> group_start_;  // in lists_, of each 64th list
  std::span<const std::uint32_t> list_start_;   // from there; one more than lists
  std::span<const std::uint32_t> once_;         // of the terms after those: docid * 2 + in title
};

}  // namespace dateline
