// A sketch stands for the set of an article's shingles: all runs of four words of its body. Two
// articles are as alike as the shingles that both have are many among those that either has (their
// Jaccard similarity; Broder, "On the resemblance and containment of documents", 1997). One hash of
// each shingle is enough (Li, Owen, Zhang, "One permutation hashing", 2012): its first bits name
// one of 64 rows, and the row keeps the lowest of the rest. Two articles have the same number in a
// row as often as they are alike. Rows that no shingle fell into borrow from another (Shrivastava,
// Li, "Densifying one permutation hashing", 2014), and of the number one byte is kept: rows that
// are equal by chance are one in 256.
//
// Words are stemmed and folded already, so that case, spaces and punctuation play no part.
#include "common/index/sketches_writer.h"

#include <algorithm>
#include <limits>

#include "common/hash.h"
#include "common/index/derived_file.h"
#include "common/text/stop_words.h"

namespace dateline {
namespace {

constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio, odd
constexpr std::size_t kShingleWords = 4;
constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();

constexpr std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ (number >> 32)) * kMix;
  return number ^ (number >> 29);
}

std::array<std::uint64_t, kSketchRows> lowest_by_row(std::span<const SketchWord> words) {
  std::array<std::uint64_t, kSketchRows> lowest;
  lowest.fill(kEmpty);
  constexpr std::uint64_t kFourth = kMix * kMix * kMix * kMix;  // what the word that leaves weighs
  std::uint64_t shingle = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    shingle = (shingle + words[at].hash()) * kMix;
    if (at >= kShingleWords) shingle -= words[at - kShingleWords].hash() * kFourth * kMix;
    if (at + 1 < kShingleWords) continue;
    const std::uint64_t hash = mixed(shingle);
    std::uint64_t& row = lowest[hash >> 58];
    row = std::min(row, hash << 6);
  }
  return lowest;
}

void append_rows(const std::array<std::uint64_t, kSketchRows>& lowest,
                 std::vector<std::uint8_t>& rows) {
  const bool none = std::all_of(lowest.begin(), lowest.end(),
                                [](std::uint64_t number) { return number == kEmpty; });
  for (std::size_t row = 0; row < kSketchRows; ++row) {
    std::size_t lender = row;
    std::uint64_t steps = 0;  // the same row lends differently to different ones
    while (!none && lowest[lender] == kEmpty) {
      lender = (lender * 5 + 1) % kSketchRows;  // visits all rows
      ++steps;
    }
    rows.push_back(none ? 0 : static_cast<std::uint8_t>(mixed(lowest[lender] + steps) >> 56));
  }
}

// The distinct 16-bit hashes, ascending, at most `most`.
void append_distinct(std::vector<std::uint64_t>& hashes, std::size_t most,
                     std::vector<std::uint16_t>& out) {
  for (std::uint64_t& hash : hashes) hash = mixed(hash) >> 48;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), most));
  for (const std::uint64_t hash : hashes) out.push_back(static_cast<std::uint16_t>(hash));
}

}  // namespace

SketchWord::SketchWord(std::string_view term, std::string_view language)
    : hash_(mixed(hash_bytes(term)) & ~std::uint64_t{3}) {
  const bool number = !term.empty() && term.front() >= '0' && term.front() <= '9';
  if (number) hash_ |= 1U;
  if (dateline::is_stop_word(term, language)) hash_ |= 2U;
}

void SketchesBuilder::add(std::span<const SketchWord> title, std::span<const SketchWord> body) {
  std::uint64_t text = 0;
  for (const auto& words : {title, body}) {
    for (const SketchWord word : words) text = (text + word.hash() + 1) * kMix;
  }
  text_.push_back(mixed(text));
  body_words_.push_back(static_cast<std::uint32_t>(body.size()));
  append_rows(lowest_by_row(body), rows_);

  hashes_.clear();
  for (const SketchWord word : title) {
    if (!word.is_stop_word() && !word.is_number()) hashes_.push_back(word.hash());
  }
  append_distinct(hashes_, hashes_.size(), titles_);
  title_end_.push_back(static_cast<std::uint32_t>(titles_.size()));

  hashes_.clear();
  for (const auto& words : {title, body}) {
    for (const SketchWord word : words) {
      if (word.is_number()) hashes_.push_back(word.hash());
    }
  }
  append_distinct(hashes_, kMostNumbers, numbers_);
  number_end_.push_back(static_cast<std::uint32_t>(numbers_.size()));
}

std::string SketchesBuilder::encode(std::string_view uuid) const {
  return derived_file(
      kSketchesMagic, uuid,
      std::vector<std::string_view>{bytes_of(text_), bytes_of(body_words_), bytes_of(rows_),
                                    bytes_of(title_end_), bytes_of(titles_), bytes_of(number_end_),
                                    bytes_of(numbers_)});
}

}  // namespace dateline
