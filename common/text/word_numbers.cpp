#include "common/text/word_numbers.h"

#include <stdexcept>
#include <utility>

namespace dateline {
namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

void WordNumbers::insert(std::string_view word, std::uint32_t number) {
  if (word.size() > UINT32_MAX) throw std::length_error("a word of more than 4 GiB");
  if (2 * (size_ + 1) > slots_.size()) grow();
  Slot slot{key_of(word), static_cast<std::uint32_t>(word.size()), number};
  const std::size_t hash = hash_of(slot.key, word.size());
  if (word.size() > kShort) {
    slot.key.tail = long_words_.size();
    long_words_ += word;
  }
  place(slot, hash);
  ++size_;
}

void WordNumbers::clear() {
  slots_.clear();
  long_words_.clear();
  size_ = 0;
}

void WordNumbers::place(const Slot& slot, std::size_t hash) {
  std::size_t i = hash;
  while (slots_[i & mask_].number != kFree) ++i;
  slots_[i & mask_] = slot;
}

void WordNumbers::grow() {
  const std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFirstSlots : 2 * slots_.size()));
  mask_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == kFree) continue;
    const Key key{slot.key.head, slot.size > kShort ? 0 : slot.key.tail};
    place(slot, hash_of(key, slot.size));
  }
}

}  // namespace dateline
