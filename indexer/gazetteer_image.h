// The memory of a gazetteer: arrays in one block, found by offsets. Written by GazetteerBuilder,
// read by Gazetteer, on the same machine; the format is nobody else's.
//
//   header | words | filter | stems | filter | edges | meanings | names | nodes | letters
//
// Words, stems and edges are hash tables with open addressing: a power of two of slots, at most
// half of them used, the next slot tried while one is taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/place_name.h"

namespace dateline {

using WordId = std::uint32_t;
using Node = std::uint32_t;
constexpr std::uint32_t kAbsent = 0;  // neither words nor nodes have the number 0 ...
constexpr Node kRoot = 1;             // ... and names start from node 1

// FNV-1a, of which the hash of a word's beginning is a by-product.
inline std::uint64_t hash_letters(std::string_view letters,
                                  std::uint64_t hash = 0xCBF29CE484222325) {
  for (const char byte : letters) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  }
  return hash;
}

inline std::uint64_t hash_edge(Node from, WordId word) {
  std::uint64_t hash = (static_cast<std::uint64_t>(from) << 32 | word) * 0x9E3779B97F4A7C15;
  return hash ^ (hash >> 29);
}

struct Letters {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
};

struct WordSlot {
  Letters letters;
  WordId word = kAbsent;
  Node after_root = kAbsent;  // the edge from the root, which is asked for most
};

struct StemSlot {
  Letters letters;
  WordId closed = kAbsent;  // the word that an ending of the language makes of it
  WordId open = kAbsent;    // the word that anything short makes of it
};

struct EdgeSlot {
  Node from = kAbsent;
  WordId word = kAbsent;
  Node to = kAbsent;
};

// Says of most words that they are none of its own, without looking further.
template <typename Block>
struct WordFilter {
  std::span<Block> blocks;  // a power of two of them

  Block& block_of(std::uint64_t hash) const { return blocks[(hash >> 6) & (blocks.size() - 1)]; }
  static std::uint64_t bits_of(std::uint64_t hash) {
    return (std::uint64_t{1} << (hash & 63)) | (std::uint64_t{1} << ((hash >> 40) & 63));
  }
  void add(std::uint64_t hash) const { block_of(hash) |= bits_of(hash); }
  bool may_hold(std::uint64_t hash) const {
    return (block_of(hash) & bits_of(hash)) == bits_of(hash);
  }
};

struct ArrayPlace {
  std::uint32_t at = 0;  // bytes from the start of the image
  std::uint32_t count = 0;
};

struct ImageHeader {
  ArrayPlace word_filter;
  ArrayPlace stem_filter;
  ArrayPlace words;
  ArrayPlace stems;
  ArrayPlace edges;
  ArrayPlace nodes;  // for each node the offset of the name that ends there, or kAbsent
  ArrayPlace letters;
};

// An image cut into its arrays.
struct GazetteerImage {
  explicit GazetteerImage(std::string_view image);

  std::string_view bytes;
  WordFilter<const std::uint64_t> word_filter;
  WordFilter<const std::uint64_t> stem_filter;
  std::span<const WordSlot> words;
  std::span<const StemSlot> stems;
  std::span<const EdgeSlot> edges;
  std::span<const std::uint32_t> nodes;
  std::string_view letters;

  std::string_view text(const Letters& range) const { return letters.substr(range.at, range.size); }
  const PlaceName* name_at(Node node) const;  // nullptr if none ends there
};

}  // namespace dateline
