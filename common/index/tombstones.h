// Which articles of a segment are deleted, as of one generation. FORMAT.md has the bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace dateline {

class Tombstones {
 public:
  Tombstones() = default;  // nothing is deleted
  explicit Tombstones(std::uint32_t last_docid) : words_(last_docid / 64 + 1) {}

  // `docid` as in the segment's Xapian database, from 1. REQUIRES (bury): docid <= last_docid.
  bool contains(std::uint32_t docid) const {
    return docid / 64 < words_.size() && ((words_[docid / 64] >> (docid % 64)) & 1) != 0;
  }
  void bury(std::uint32_t docid) { words_[docid / 64] |= std::uint64_t{1} << (docid % 64); }
  std::uint32_t count() const;
  std::span<const std::uint64_t> words() const { return words_; }  // bit d of them is docid d

  // `uuid` is the segment's; a file of another segment is refused with kCorrupt.
  std::string encode(std::string_view uuid) const;
  static Result<Tombstones> decode(std::string_view bytes, std::string_view uuid);

 private:
  std::vector<std::uint64_t> words_;  // bit d of the sequence is docid d; bit 0 is unused
};

}  // namespace dateline
