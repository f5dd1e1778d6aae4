// What one language calls countries and what belongs to them.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/country.h"
#include "common/text/word_numbers.h"

namespace dateline {

// What a name means, if it is known: one country, several, or something else ("Indian Ocean").
struct NameMeaning {
  bool known = false;
  std::optional<CountryCode> country;  // nothing unless it is one
};

class PlaceTable {
 public:
  // `language`: ISO 639-1. Built when first asked for, in some milliseconds; never changed or moved
  // afterwards. Safe to call from any thread.
  static const PlaceTable& of(std::string_view language);

  // How many words the longest name has that begins with this word; 0 if none does.
  std::size_t longest_from(std::string_view word) const { return longest_.find(word).value_or(0); }

  // `name`: folded words with single spaces between.
  NameMeaning meaning_of(std::string_view name) const;

  // The country of a word that is the stem of a name with an ending; by the longest such stem.
  std::optional<CountryCode> by_stem(std::string_view word) const;

 private:
  friend class PlaceTableBuilder;

  WordNumbers names_;    // name -> its country's letters, or kNoneOrSeveral
  WordNumbers longest_;  // first word of names -> words of the longest
  std::map<std::string, std::optional<CountryCode>, std::less<>> stems_;  // nothing: several
};

}  // namespace dateline
