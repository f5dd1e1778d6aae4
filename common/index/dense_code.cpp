// Words are numbered by falling frequency, and half of all words of a text are among the 200 most
// frequent. So a word takes one byte if it is one of those, two if it is one of the next ten
// thousand, three otherwise: 1.5 bytes on the average. (English news: 1.53; the entropy of words
// taken one by one is 1.32, and Huffman-like bit codes come near it.)
//
// The bytes 0..s-1, the stoppers, are the last bytes of numbers; s..255, the continuers, are all
// bytes before the last. With three stoppers and, to keep the example short, two continuers:
//
//   0 1 2 | 3,0 3,1 3,2 4,0 4,1 4,2 | 3,3,0 3,3,1 ... 4,4,2 | 3,3,3,0 ...
//   0 1 2   3   4   5   6   7   8     9     10        20      21
//
// No byte string is left unused, hence "dense". Which s is best depends on how the frequencies
// fall, and is found by trying all of them.
//
// A number begins where the byte before it is a stopper. So the codes of a phrase, side by side,
// are found in a text's code as a substring is found in a text, without decoding: a place is right
// if it begins at the text's start or after a stopper (the phrase's own last byte is one). That is
// some fifteen times faster than decoding first, and why the tighter bit codes are not used.
#include "common/index/dense_code.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>
#include <type_traits>

#include "common/processor_versions.h"

namespace dateline {
namespace {

constexpr std::uint32_t kBytes = 256;
constexpr int kLongestCode = 5;

// By how many bytes the first `stoppers` codes are coded in all; nothing smaller than the highest
// number if five bytes are too few for some.
std::uint64_t coded_size(std::uint32_t stoppers, std::span<const std::uint64_t> cumulated) {
  const std::uint64_t numbers = cumulated.size() - 1;
  std::uint64_t size = 0;
  std::uint64_t first = 0;              // number that takes `bytes`
  std::uint64_t with_bytes = stoppers;  // how many take so many
  for (int bytes = 1; bytes <= kLongestCode; ++bytes) {
    const std::uint64_t end = std::min(first + with_bytes, numbers);
    size += static_cast<std::uint64_t>(bytes) * (cumulated[end] - cumulated[first]);
    if (end == numbers) return size;
    first = end;
    with_bytes *= kBytes - stoppers;
  }
  return std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

DenseCode DenseCode::best_for(std::span<const std::uint32_t> occurrences) {
  std::vector<std::uint64_t> cumulated(occurrences.size() + 1);
  std::partial_sum(occurrences.begin(), occurrences.end(), cumulated.begin() + 1,
                   std::plus<std::uint64_t>());
  std::uint32_t best = 1;
  for (std::uint32_t stoppers = 2; stoppers < kBytes; ++stoppers) {
    if (coded_size(stoppers, cumulated) < coded_size(best, cumulated)) best = stoppers;
  }
  return DenseCode(best);
}

void DenseCode::append(std::uint32_t number, std::string& coded) const {
  const std::uint32_t continuers = kBytes - stoppers_;
  const std::size_t start = coded.size();
  coded.push_back(static_cast<char>(number % stoppers_));
  // Every further byte stands for one digit in base c, counted from 1: codes of all lengths are in
  // one sequence without a gap.
  for (number /= stoppers_; number > 0; number = (number - 1) / continuers) {
    coded.push_back(static_cast<char>(stoppers_ + (number - 1) % continuers));
  }
  std::reverse(coded.begin() + static_cast<std::ptrdiff_t>(start), coded.end());
}

void DenseCode::decode(std::string_view coded, std::vector<std::uint32_t>& numbers) const {
  const std::uint32_t continuers = kBytes - stoppers_;
  std::uint32_t high = 0;
  for (const char c : coded) {
    const std::uint32_t byte = static_cast<unsigned char>(c);
    if (byte < stoppers_) {
      numbers.push_back(high * stoppers_ + byte);
      high = 0;
    } else {
      high = high * continuers + byte - stoppers_ + 1;
    }
  }
}

std::uint32_t DenseCode::number_ending_at(std::string_view coded, std::size_t last) const {
  const std::uint32_t continuers = kBytes - stoppers_;
  std::size_t first = last;
  while (first > 0 && !ends_number(coded[first - 1])) --first;
  std::uint32_t high = 0;
  for (std::size_t at = first; at < last; ++at) {
    high = high * continuers + static_cast<unsigned char>(coded[at]) - stoppers_ + 1;
  }
  return high * stoppers_ + static_cast<unsigned char>(coded[last]);
}

DATELINE_PROCESSOR_VERSIONS
bool DenseCode::contains(std::string_view coded, std::string_view sequence) const {
  if (sequence.empty() || coded.size() < sequence.size()) return sequence.empty();
  const char first = sequence.front();
  const char last = sequence.back();
  const char* const firsts = coded.data();
  const char* const lasts = firsts + sequence.size() - 1;
  const std::size_t places = coded.size() - sequence.size() + 1;
  const auto is_at = [&](std::size_t place) {
    return firsts[place] == first && lasts[place] == last &&
           std::memcmp(firsts + place, sequence.data(), sequence.size()) == 0 &&
           (place == 0 || ends_number(firsts[place - 1]));
  };
  const auto is_among = [&](std::size_t place, std::size_t end) {
    while (place < end && !is_at(place)) ++place;
    return place < end;
  };
  // Blocks without both bytes at their distance, nearly all, are passed over by a loop that
  // compilers turn into a few vector instructions; the longer the block, the rarer the end of it.
  // The last block reaches back over the one before.
  const auto is_in_blocks = [&]<std::size_t kBlock>(std::integral_constant<std::size_t, kBlock>) {
    for (std::size_t next = 0; next < places; next += kBlock) {
      const std::size_t block = std::min(next, places - kBlock);
      unsigned char any = 0;
      for (std::size_t at = block; at < block + kBlock; ++at) {
        any |= static_cast<unsigned char>(firsts[at] == first) &
               static_cast<unsigned char>(lasts[at] == last);
      }
      if (any != 0 && is_among(block, block + kBlock)) return true;
    }
    return false;
  };
  using Short = std::integral_constant<std::size_t, 64>;
  using Long = std::integral_constant<std::size_t, 256>;
  if (places < Short::value) return is_among(0, places);
  return places < 2 * Long::value ? is_in_blocks(Short()) : is_in_blocks(Long());
}

DenseScanner::DenseScanner(const DenseCode& code, std::span<const std::uint32_t> wanted)
    : code_(code) {
  for (std::uint32_t byte = 0; byte < code.stoppers(); ++byte) flags_[byte] = kEndsNumber;
  for (const std::uint32_t number : wanted) {
    flags_[number % code.stoppers()] |= kMayBeWanted;
    wanted_.emplace_back(number, wanted_.size());
  }
  std::sort(wanted_.begin(), wanted_.end());
}

std::size_t DenseScanner::index_of(std::uint32_t number) const {
  const auto found =
      std::lower_bound(wanted_.begin(), wanted_.end(), number,
                       [](const auto& one, std::uint32_t other) { return one.first < other; });
  return found != wanted_.end() && found->first == number ? found->second : wanted_.size();
}

}  // namespace dateline
