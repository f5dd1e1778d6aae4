#include "indexer/vocabulary.h"

#include <algorithm>

namespace dateline {

std::uint32_t Vocabulary::language(std::string_view name) {
  const auto known = std::find(names_.begin(), names_.end(), name);
  const auto number = static_cast<std::uint32_t>(known - names_.begin());
  if (known == names_.end()) {
    names_.emplace_back(name);
    numbers_.emplace_back();
  }
  return number;
}

std::uint32_t Vocabulary::number(std::uint32_t language, std::string_view term) {
  if (const auto known = numbers_[language].find(term)) return *known;
  const std::uint32_t number = size();
  numbers_[language].insert(term, number);
  terms_ += term;
  ends_.push_back(terms_.size());
  languages_.push_back(language);
  return number;
}

std::string_view Vocabulary::term(std::uint32_t number) const {
  const std::uint64_t start = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(terms_).substr(start, ends_[number] - start);
}

std::size_t Vocabulary::bytes() const {
  constexpr std::size_t kHashedTermBytes = 72;  // slots of 24 bytes, from a quarter to half filled
  return terms_.capacity() + size() * (sizeof(ends_[0]) + sizeof(languages_[0]) + kHashedTermBytes);
}

}  // namespace dateline
