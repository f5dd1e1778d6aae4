#include "searcher/interpret/place_table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <utility>

#include "common/country_table.h"
#include "common/data/tables.h"
#include "common/text/country_names.h"
#include "common/text/fold.h"
#include "common/tsv.h"

namespace dateline {
namespace {

constexpr std::uint32_t kNoneOrSeveral = 0;

// Hold the name of a country or of its people and mean neither.
constexpr std::string_view kOtherThings =
    "american idol|american indian|american indians|american eagle|american express|"
    "bermuda grass|captain america|chinese checkers|chinese zodiac|"
    "cleveland indians|danish pastry|dutch oven|french bread|french bulldog|french fries|"
    "french fry|french horn|french press|french toast|german measles|german shepherd|"
    "german shepherds|great dane|gulf of mexico|gulf of thailand|indian ocean|indian summer|"
    "irish setter|japanese beetle|mexican standoff|miss america|north pole|pad thai|panama hat|"
    "russian roulette|siamese cat|siamese cats|siamese twins|south pole|spanish flu|swiss cheese|"
    "turkish bath|turkish delight|welsh corgi|welsh corgis";

// The words of a name: folded, with single spaces.
std::string words_of_name(std::string_view name) {
  std::string words;
  bool gap = false;
  for (const char c : fold_letters(name)) {
    if (std::string_view(" -,'.()").find(c) != std::string_view::npos) {
      gap = !words.empty();
      continue;
    }
    if (gap) words += ' ';
    gap = false;
    words += c;
  }
  return words;
}

}  // namespace

class PlaceTableBuilder {
 public:
  PlaceTable build(std::string_view language) {
    if (language == "en") {
      add_english();
    } else {
      add_names_of(language);
      add_words_of(language);
    }
    std::map<std::string_view, std::uint32_t> longest;
    for (const auto& [name, country] : names_) {
      table_.names_.insert(name, country ? country->packed() : kNoneOrSeveral);
      const auto words = static_cast<std::uint32_t>(std::count(name.begin(), name.end(), ' ')) + 1;
      std::uint32_t& most = longest[std::string_view(name).substr(0, name.find(' '))];
      most = std::max(most, words);
    }
    for (const auto& [word, words] : longest) table_.longest_.insert(word, words);
    return std::move(table_);
  }

 private:
  using Countries = std::map<std::string, std::optional<CountryCode>, std::less<>>;

  static void put(Countries& table, std::string key, CountryCode country) {
    const auto [entry, is_new] = table.try_emplace(std::move(key), country);
    if (!is_new && entry->second && *entry->second != country) entry->second.reset();
  }

  void add_name(std::string_view name, CountryCode country) {
    std::string words = words_of_name(name);
    if (!words.empty()) put(names_, std::move(words), country);
  }

  void add_english() {
    for (const CountryFacts& country : country_table()) {
      if (country.successor) continue;
      add_name(country.name, country.code);
      for (const std::string_view name : country.other_names) add_name(name, country.code);
      for (const std::string_view name : country.demonyms) add_name(name, country.code);
    }
    add_name("Northern Ireland", {'G', 'B'});
    for (const std::string_view thing : split(kOtherThings, '|')) {
      names_.insert_or_assign(std::string(thing), std::nullopt);
    }
  }

  void add_names_of(std::string_view language) {
    constexpr std::array<std::string_view, 6> kWithCases = {"ru", "uk", "bg", "pl", "tr", "az"};
    const bool has_cases =
        std::find(kWithCases.begin(), kWithCases.end(), language) != kWithCases.end();
    for (const CountryName& name : country_names(language)) {
      add_name(name.name, name.country);
      if (has_cases) add_cases(name.name, name.country);
    }
  }

  // A name of one word is the stem of others, its last vowel dropped.
  void add_cases(std::string_view name, CountryCode country) {
    constexpr std::array<std::string_view, 12> kVowels = {"a", "e", "i", "o", "y", "а",
                                                          "я", "и", "е", "о", "і", "ь"};
    constexpr std::size_t kShortestStem = 5;  // bytes
    std::string stem = fold_letters(name);
    if (stem.find_first_of(" -") != std::string::npos) return;
    for (const std::string_view vowel : kVowels) {
      if (!stem.ends_with(vowel)) continue;
      stem.resize(stem.size() - vowel.size());
      break;
    }
    if (stem.size() >= kShortestStem) put(table_.stems_, std::move(stem), country);
  }

  void add_words_of(std::string_view language) {
    for (const auto& row : table_rows(language_words_tsv(), 4)) {
      if (row[0] != language || (row[1] != "name" && row[1] != "demonym")) continue;
      const CountryCode country{row[2][0], row[2][1]};
      for (const std::string_view word : split_list(row[3])) {
        if (word.ends_with('-')) {
          put(table_.stems_, fold_letters(word.substr(0, word.size() - 1)), country);
        } else {
          add_name(word, country);
        }
      }
    }
  }

  Countries names_;
  PlaceTable table_;
};

const PlaceTable& PlaceTable::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, PlaceTable, std::less<>> tables;
  const std::lock_guard lock(mutex);
  const auto known = tables.find(language);
  if (known != tables.end()) return known->second;
  return tables.emplace(language, PlaceTableBuilder().build(language)).first->second;
}

NameMeaning PlaceTable::meaning_of(std::string_view name) const {
  const auto number = names_.find(name);
  if (!number) return {};
  if (*number == kNoneOrSeveral) return {true, std::nullopt};
  return {true, CountryCode::from_packed(static_cast<std::uint16_t>(*number))};
}

std::optional<CountryCode> PlaceTable::by_stem(std::string_view word) const {
  constexpr std::size_t kLongestEnding = 16;  // bytes
  // The longest stem that the word begins with is the last one not after it.
  for (auto stem = stems_.upper_bound(word); stem != stems_.begin();) {
    --stem;
    if (word.starts_with(stem->first)) {
      return word.size() - stem->first.size() <= kLongestEnding ? stem->second : std::nullopt;
    }
    if (stem->first.front() != word.front()) break;
  }
  return std::nullopt;
}

}  // namespace dateline
