#include "searcher/interpret/place_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/apostrophe.h"
#include "searcher/interpret/place_table.h"
#include "searcher/interpret/query_languages.h"

namespace dateline {
namespace {

constexpr std::size_t kShortestName = 4;  // bytes; shorter ones have to be in capitals

// Short ones that are nothing else in small letters either.
constexpr std::array<std::string_view, 3> kShortNames = {"uae", "uk", "usa"};

// Also words or names of other things.
constexpr std::array<std::string_view, 22> kOtherwise = {
    "turkey", "jordan", "chad",  "polish", "pole",    "poles",   "swede",  "swedes",
    "dane",   "danes",  "finn",  "finns",  "holland", "reunion", "guinea", "mali",
    "niger",  "turk",   "scots", "togo",   "oman",    "siamese"};

// Countries and states of the same name.
constexpr std::array<std::string_view, 4> kNever = {"georgia", "georgian", "georgians", "jersey"};

class PlaceReader {
 public:
  explicit PlaceReader(std::span<const TypedWord> words)
      : words_(words),
        all_in_capitals_(words.size() > 1 &&
                         std::all_of(words.begin(), words.end(),
                                     [](const TypedWord& word) { return word.in_capitals; })) {
    for (const std::string_view language : languages_of(words)) {
      tables_.push_back({language, &PlaceTable::of(language)});
    }
  }

  std::vector<PlaceReading> read() const {
    std::vector<PlaceReading> readings;
    for (std::size_t at = 0; at < words_.size();) {
      const Name name = name_at(at);
      if (name.country) readings.push_back({at, name.end, *name.country});
      at = name.end;
    }
    return readings;
  }

 private:
  struct Name {
    std::size_t end = 0;  // behind its last word
    std::optional<CountryCode> country;
  };

  // The longest name that begins here; a word without country if there is none.
  Name name_at(std::size_t at) const {
    std::size_t longest = 1;
    for (const auto& [language, table] : tables_) {
      longest = std::max(longest, table->longest_from(words_[at].folded));
    }
    for (std::size_t count = std::min(longest, words_.size() - at); count > 1; --count) {
      const Agreement meant = meaning_of_name(at, count);
      if (meant.any()) return {at + count, meant.country()};
    }
    return {at + 1, country_of_word(at)};
  }

  // What the languages mean that know a name at all.
  class Agreement {
   public:
    void add(const NameMeaning& meaning) {
      if (!meaning.known) return;
      disputed_ = disputed_ || !meaning.country || (any_ && country_ != meaning.country);
      country_ = meaning.country;
      any_ = true;
    }
    bool any() const { return any_; }
    std::optional<CountryCode> country() const { return disputed_ ? std::nullopt : country_; }

   private:
    std::optional<CountryCode> country_;
    bool any_ = false;
    bool disputed_ = false;
  };

  Agreement meaning_of_name(std::size_t at, std::size_t count) const {
    std::string beginning;
    for (std::size_t word = at; word + 1 < at + count; ++word) {
      beginning += words_[word].folded + ' ';
    }
    Agreement meant;
    for (const auto& [language, table] : tables_) {
      meant.add(table->meaning_of(beginning + bare_word(words_[at + count - 1].folded, language)));
    }
    return meant;
  }

  std::optional<CountryCode> country_of_word(std::size_t at) const {
    const std::string& folded = words_[at].folded;
    const bool is_bare = folded.find_first_of("'.") == std::string::npos;
    Agreement meant;
    for (const auto& [language, table] : tables_) {
      const NameMeaning name = table->meaning_of(is_bare ? folded : bare_word(folded, language));
      if (name.known) {
        meant.add(name);
      } else if (const auto country = table->by_stem(folded)) {
        meant.add({true, country});
      }
    }
    return meant.country() && may_be_place(at) ? meant.country() : std::nullopt;
  }

  // "russia" of "Russia's", "allemagne" of "l'Allemagne", "us" of "U.S."
  static std::string bare_word(const std::string& folded, std::string_view language) {
    std::string word = without_apostrophes(folded, language);
    std::erase(word, '.');
    return word;
  }

  bool may_be_place(std::size_t at) const {
    const TypedWord& word = words_[at];
    const std::string bare = bare_word(word.folded, "en");
    const auto is_in = [&bare](const auto& list) {
      return std::find(list.begin(), list.end(), bare) != list.end();
    };
    if (is_in(kNever) || is_part_of_another(at)) return false;
    if (word.is_ascii && bare.size() < kShortestName) {
      const bool has_dots = word.folded.find('.') != std::string::npos;
      return is_in(kShortNames) || (bare == "us" && has_dots) ||
             (word.in_capitals && !all_in_capitals_);
    }
    if (!is_in(kOtherwise)) return true;
    const bool beside_name = (at > 0 && words_[at - 1].has_capital) ||
                             (at + 1 < words_.size() && words_[at + 1].has_capital);
    return word.has_capital && !beside_name;
  }

  // New Mexico, Latin American.
  bool is_part_of_another(std::size_t at) const {
    constexpr std::array<std::string_view, 8> kRegions = {"north",  "south",   "latin", "central",
                                                          "native", "african", "asian", "new"};
    const std::string word = bare_word(words_[at].folded, "en");
    const bool is_part = word.starts_with("america") || word == "mexico" || word == "england";
    return is_part && at > 0 &&
           std::find(kRegions.begin(), kRegions.end(), words_[at - 1].folded) != kRegions.end();
  }

  std::span<const TypedWord> words_;
  bool all_in_capitals_;
  std::vector<std::pair<std::string_view, const PlaceTable*>> tables_;  // by language
};

}  // namespace

std::vector<PlaceReading> read_places(std::span<const TypedWord> words) {
  return words.empty() ? std::vector<PlaceReading>{} : PlaceReader(words).read();
}

}  // namespace dateline
