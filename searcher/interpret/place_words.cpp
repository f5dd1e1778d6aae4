#include "searcher/interpret/place_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "searcher/interpret/place_table.h"
#include "searcher/interpret/query_languages.h"

namespace dateline {
namespace {

constexpr std::size_t kShortestName = 4;  // bytes; shorter ones have to be in capitals

// Also words or names of other things.
constexpr std::array<std::string_view, 19> kOtherwise = {
    "turkey", "jordan", "chad", "polish", "swede", "swedes", "dane",  "danes", "finn", "finns",
    "oman",   "guinea", "mali", "niger",  "turk",  "scots",  "japan", "togo",  "brits"};

// Countries and states of the same name.
constexpr std::array<std::string_view, 4> kNever = {"georgia", "georgian", "georgians", "jersey"};

class PlaceReader {
 public:
  explicit PlaceReader(std::span<const TypedWord> words) : words_(words) {
    for (const std::string_view language : languages_of(words)) {
      tables_.push_back(&PlaceTable::of(language));
    }
  }

  std::vector<PlaceReading> read() const {
    std::vector<PlaceReading> readings;
    for (std::size_t at = 0; at < words_.size();) {
      const auto reading = reading_at(at);
      if (reading) readings.push_back(*reading);
      at = reading ? reading->end : at + 1;
    }
    return readings;
  }

 private:
  std::optional<PlaceReading> reading_at(std::size_t at) const {
    std::size_t longest = 1;
    for (const PlaceTable* table : tables_) {
      longest = std::max(longest, table->longest_from(words_[at].folded));
    }
    for (std::size_t count = std::min(longest, words_.size() - at); count > 0; --count) {
      const auto country = count == 1 ? country_of_word(at) : country_of_name(at, count);
      if (country) return PlaceReading{at, at + count, *country};
    }
    return std::nullopt;
  }

  std::optional<CountryCode> country_of_name(std::size_t at, std::size_t count) const {
    std::string name = words_[at].folded;
    for (std::size_t word = at + 1; word < at + count; ++word) name += ' ' + words_[word].folded;
    Agreement meant;
    for (const PlaceTable* table : tables_) meant.add(table->meaning_of(name));
    return meant.country();
  }

  std::optional<CountryCode> country_of_word(std::size_t at) const {
    const std::string& word = words_[at].folded;
    Agreement meant;
    for (const PlaceTable* table : tables_) {
      const NameMeaning name = table->meaning_of(word);
      if (name.known) {
        meant.add(name);
      } else if (const auto country = table->by_stem(word)) {
        meant.add({true, country});
      }
    }
    return meant.country() && may_be_place(at) ? meant.country() : std::nullopt;
  }

  // The one country that all languages mean which know the name at all.
  class Agreement {
   public:
    void add(const NameMeaning& meaning) {
      if (!meaning.known) return;
      if (!meaning.country || (country_ && *country_ != *meaning.country)) disputed_ = true;
      country_ = meaning.country;
    }
    std::optional<CountryCode> country() const { return disputed_ ? std::nullopt : country_; }

   private:
    std::optional<CountryCode> country_;
    bool disputed_ = false;
  };

  bool may_be_place(std::size_t at) const {
    const TypedWord& word = words_[at];
    const auto is_in = [&word](const auto& list) {
      return std::find(list.begin(), list.end(), word.folded) != list.end();
    };
    if (is_in(kNever) || is_part_of_another(at)) return false;
    if (word.is_ascii && word.folded.size() < kShortestName) return word.in_capitals;
    if (!is_in(kOtherwise)) return true;
    const bool beside_name = (at > 0 && words_[at - 1].has_capital) ||
                             (at + 1 < words_.size() && words_[at + 1].has_capital);
    return word.has_capital && !beside_name;
  }

  // New Mexico, Latin American.
  bool is_part_of_another(std::size_t at) const {
    constexpr std::array<std::string_view, 8> kRegions = {"north",  "south",   "latin", "central",
                                                          "native", "african", "asian", "new"};
    const bool is_part = words_[at].folded.starts_with("america") ||
                         words_[at].folded == "mexico" || words_[at].folded == "england";
    return is_part && at > 0 &&
           std::find(kRegions.begin(), kRegions.end(), words_[at - 1].folded) != kRegions.end();
  }

  std::span<const TypedWord> words_;
  std::vector<const PlaceTable*> tables_;
};

}  // namespace

std::vector<PlaceReading> read_places(std::span<const TypedWord> words) {
  return words.empty() ? std::vector<PlaceReading>{} : PlaceReader(words).read();
}

}  // namespace dateline
