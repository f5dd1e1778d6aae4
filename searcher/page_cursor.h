// Where an answer goes on: what a page hands to the next one, so that no page costs more than the
// first, however deep it is.
//
// The articles of an answer come in tiers: the best by their own score, then those after them. Each
// tier, ranked once more where the query is expanded, is cut into blocks, and the passages of a
// block are ranked with one another. So the next page needs to know the last article of the tiers
// before it, how many blocks of its tier are done, and which passages of the block are. Scores stay
// comparable over all pages, as they are shares of the best ones of the first block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/result.h"

namespace dateline {

struct Manifest;
struct Request;

// The place of an article in the order of its tier, in one generation.
struct ArticleKey {
  double score = 0;
  std::uint32_t segment = 0;  // number in the snapshot
  std::uint32_t docid = 0;

  bool operator==(const ArticleKey&) const = default;
};

struct BlockStart {
  std::optional<ArticleKey> after{};  // the last article of the tiers before; nothing in the first
  std::size_t part = 0;               // blocks of the tier that are done

  bool operator==(const BlockStart&) const = default;
};

// What scores are shares of.
struct BestScores {
  double article = 0;
  double passage = 0;

  bool operator==(const BestScores&) const = default;
};

// The passages of a block that pages before have dealt with, by their rank in it from 0.
struct PassagesDone {
  std::size_t looked_at = 0;          // all before this one
  std::vector<std::uint32_t> left{};  // but these, ascending, for which there was no room

  bool operator==(const PassagesDone&) const = default;
};

constexpr std::size_t kMostLeft = 1000;  // a page looks no further once it has left so many

struct PageCursor {
  std::uint64_t generation = 0;  // that answers; 0: the newest, from the beginning
  std::uint64_t request = 0;     // request_fingerprint()
  Date today{};                  // what relative dates count from
  std::size_t shown = 0;         // passages on the pages before
  std::size_t articles = 0;      // groups in a block
  BlockStart block{};
  BestScores best{};
  PassagesDone done{};

  bool operator==(const PageCursor&) const = default;
};

// Letters, digits and dots. At most 8 KiB.
std::string to_string(const PageCursor& cursor);

// Reads that, and "first", which is the beginning. Fails (kRequest) on any other text. The segment
// and the docid need not be any of the index.
Result<PageCursor> parse_cursor(std::string_view text);

// The same for requests that have the same passages in the same order in the same generation: what
// a page shows of them, and how many, may change from page to page.
std::uint64_t request_fingerprint(const Request& request, const Manifest& manifest);

}  // namespace dateline
