// Numbers for the terms that one thread meets while it analyses articles. They stand in the spool
// until all articles are known and terms can have their final ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/word_numbers.h"

namespace dateline {

class Vocabulary {
 public:
  // Numbers languages 0, 1, 2, ... in order of their first call.
  std::uint32_t language(std::string_view name);

  // The same for terms; in two languages a term has two numbers.
  std::uint32_t number(std::uint32_t language, std::string_view term);

  std::uint32_t size() const { return static_cast<std::uint32_t>(languages_.size()); }
  std::string_view term(std::uint32_t number) const;
  const std::string& language_of(std::uint32_t number) const { return names_[languages_[number]]; }

  // What it takes in memory, about.
  std::size_t bytes() const;

 private:
  std::vector<std::string> names_;        // of languages
  std::vector<WordNumbers> numbers_;      // by language
  std::string terms_;                     // end to end
  std::vector<std::uint64_t> ends_;       // in terms_, by number
  std::vector<std::uint32_t> languages_;  // by number
};

}  // namespace dateline
