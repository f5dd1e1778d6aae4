// A hash table from the bytes of a word to a number. Nearly every word of a text has been seen
// before, so this look-up decides how fast text is analyzed: a word of up to 16 bytes lies in its
// slot as two integers and is compared as such, without a call or a second cache line; only longer
// ones keep their bytes elsewhere. Open addressing, at most half full. Not thread-safe.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class WordNumbers {
 public:
  std::optional<std::uint32_t> find(std::string_view word) const {
    if (slots_.empty()) return std::nullopt;
    const Key key = key_of(word);
    for (std::size_t i = hash_of(key, word.size());; ++i) {
      const Slot& slot = slots_[i & mask_];
      if (slot.number == kFree) return std::nullopt;
      if (slot.key.head == key.head && slot.size == word.size() &&
          (word.size() <= kShort ? slot.key.tail == key.tail : long_word(slot) == word)) {
        return slot.number;
      }
    }
  }

  // Throws std::length_error for a word of 4 GiB or more.
  // REQUIRES: the word is not there yet; number is not kFree.
  void insert(std::string_view word, std::uint32_t number);

  std::size_t size() const { return size_; }
  void clear();

  static constexpr std::uint32_t kFree = UINT32_MAX;  // the one number that cannot be stored

 private:
  static constexpr std::size_t kShort = 16;

  // Together with the size: the whole of a word of up to kShort bytes. Of a longer word, a hash,
  // and in a slot where its bytes start in long_words_.
  struct Key {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
  };
  struct Slot {
    Key key;
    std::uint32_t size = 0;
    std::uint32_t number = kFree;
  };

  template <typename Integer>
  static Integer load(const char* bytes) {
    Integer value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  // Halves overlap where the word is shorter than both: with the size they still tell it exactly.
  static Key key_of(std::string_view word) {
    const char* bytes = word.data();
    const std::size_t size = word.size();
    if (size > kShort) return {std::hash<std::string_view>()(word), 0};
    if (size >= 8) return {load<std::uint64_t>(bytes), load<std::uint64_t>(bytes + size - 8)};
    if (size >= 4) return {load<std::uint32_t>(bytes), load<std::uint32_t>(bytes + size - 4)};
    if (size >= 2) return {load<std::uint16_t>(bytes), load<std::uint16_t>(bytes + size - 2)};
    return {size == 0 ? 0u : load<std::uint8_t>(bytes), 0};
  }

  static std::size_t hash_of(const Key& key, std::size_t size) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15u;  // 2^64 over the golden ratio
    std::uint64_t hash = (key.head + size) * kOdd;
    hash = ((hash ^ hash >> 32) + key.tail) * kOdd;
    return hash ^ hash >> 32;
  }

  std::string_view long_word(const Slot& slot) const {
    return std::string_view(long_words_).substr(slot.key.tail, slot.size);
  }
  void place(const Slot& slot, std::size_t hash);
  void grow();

  std::vector<Slot> slots_;  // a power of two of them
  std::size_t mask_ = 0;     // their number less one
  std::string long_words_;
  std::size_t size_ = 0;
};

}  // namespace dateline
