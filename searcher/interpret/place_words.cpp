#include "searcher/interpret/place_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "common/country_table.h"
#include "common/data/tables.h"
#include "common/text/country_names.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "common/text/utf8.h"
#include "common/tsv.h"

namespace dateline {
namespace {

// What one language calls countries and what belongs to them.
struct PlaceTable {
  std::map<std::string, std::optional<CountryCode>, std::less<>> names;  // nothing: several
  std::map<std::string, std::optional<CountryCode>, std::less<>> stems;
  std::size_t longest = 1;  // name, in words
};

constexpr std::size_t kLongestEnding = 8;  // bytes after a stem
constexpr std::size_t kShortestName = 4;   // bytes; shorter ones have to be in capitals

// Also words or names of other things.
constexpr std::array<std::string_view, 19> kOtherwise = {
    "turkey", "jordan", "chad", "polish", "swede", "swedes", "dane",  "danes", "finn", "finns",
    "oman",   "guinea", "mali", "niger",  "turk",  "scots",  "japan", "togo",  "brits"};

// Countries and states of the same name.
constexpr std::array<std::string_view, 4> kNever = {"georgia", "georgian", "georgians", "jersey"};

void put(std::map<std::string, std::optional<CountryCode>, std::less<>>& table, std::string key,
         CountryCode country) {
  const auto [entry, is_new] = table.try_emplace(std::move(key), country);
  if (!is_new && entry->second && *entry->second != country) entry->second.reset();
}

// The words of a name as its key: folded, with single spaces.
void add_name(PlaceTable& table, std::string_view name, CountryCode country) {
  std::string key;
  bool gap = false;
  const std::string folded = fold_letters(name);
  for (const char c : folded) {
    const bool divides =
        c == ' ' || c == '-' || c == ',' || c == '\'' || c == '.' || c == '(' || c == ')';
    if (divides) {
      gap = !key.empty();
      continue;
    }
    if (gap) key += ' ';
    gap = false;
    key += c;
  }
  if (key.empty()) return;
  table.longest = std::max(table.longest,
                           static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
  put(table.names, std::move(key), country);
}

PlaceTable english_table() {
  PlaceTable table;
  for (const CountryFacts& country : country_table()) {
    if (country.successor) continue;
    add_name(table, country.name, country.code);
    for (const std::string_view name : country.other_names) add_name(table, name, country.code);
    for (const std::string_view name : country.demonyms) add_name(table, name, country.code);
  }
  return table;
}

// Of languages with cases, a name of one word is the stem of others, its last vowel dropped.
void add_cases(PlaceTable& table, const std::string& language, std::string_view name,
               CountryCode country) {
  constexpr std::array<std::string_view, 6> kWithCases = {"ru", "uk", "bg", "pl", "tr", "az"};
  constexpr std::array<std::string_view, 12> kVowels = {"a", "e", "i", "o", "y", "а",
                                                        "я", "и", "е", "о", "і", "ь"};
  const bool has_cases =
      std::find(kWithCases.begin(), kWithCases.end(), language) != kWithCases.end();
  std::string stem = fold_letters(name);
  if (!has_cases || stem.find_first_of(" -") != std::string::npos) return;
  for (const std::string_view vowel : kVowels) {
    if (!stem.ends_with(vowel)) continue;
    stem.resize(stem.size() - vowel.size());
    break;
  }
  constexpr std::size_t kShortestStem = 5;  // bytes
  if (stem.size() >= kShortestStem) put(table.stems, std::move(stem), country);
}

PlaceTable table_of(const std::string& language) {
  if (language == "en") return english_table();
  PlaceTable table;
  for (const CountryName& name : country_names(language)) {
    add_name(table, name.name, name.country);
    add_cases(table, language, name.name, name.country);
  }
  for (const auto& row : table_rows(language_words_tsv(), 4)) {
    if (row[0] != language || (row[1] != "name" && row[1] != "demonym")) continue;
    const CountryCode country{row[2][0], row[2][1]};
    for (const std::string_view word : split_list(row[3])) {
      if (word.ends_with('-')) {
        put(table.stems, fold_letters(word.substr(0, word.size() - 1)), country);
      } else {
        add_name(table, word, country);
      }
    }
  }
  return table;
}

// Built when first asked for; never changed or moved afterwards.
const PlaceTable& known_table(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, PlaceTable> tables;
  const std::lock_guard lock(mutex);
  const auto known = tables.find(language);
  if (known != tables.end()) return known->second;
  return tables.emplace(language, table_of(language)).first->second;
}

struct Script {
  char32_t first, last;
  std::string_view languages;
};
constexpr std::array<Script, 9> kScripts = {{{0x0370, 0x03FF, "el"},
                                             {0x0400, 0x052F, "ru uk bg"},
                                             {0x0590, 0x05FF, "he"},
                                             {0x0600, 0x06FF, "ar fa"},
                                             {0x0900, 0x097F, "hi"},
                                             {0x3040, 0x30FF, "ja"},
                                             {0x4E00, 0x9FFF, "zh ja"},
                                             {0xAC00, 0xD7AF, "ko"},
                                             {0x00C0, 0x02AF, "de fr es it pt nl tr az pl"}}};

// The languages that a query may be in, English first.
std::vector<std::string> languages_of(std::span<const TypedWord> words) {
  std::vector<std::string> languages = {"en"};
  const auto add = [&languages](std::string_view language) {
    const bool known = std::find(languages.begin(), languages.end(), language) != languages.end();
    if (!known) languages.emplace_back(language);
  };
  std::vector<std::string> lower;
  for (const TypedWord& word : words) lower.push_back(word.lower);
  add(stop_word_language(lower));
  for (const std::string& word : lower) {
    const bool is_ascii =
        std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; });
    for (std::size_t at = is_ascii ? word.size() : 0; at < word.size();) {
      const CodePoint code_point = code_point_at(word, at);
      at += code_point.size;
      for (const Script& script : kScripts) {
        if (code_point.value < script.first || code_point.value > script.last) continue;
        for (const std::string_view language : split(script.languages, ' ')) add(language);
      }
    }
  }
  return languages;
}

class PlaceReader {
 public:
  explicit PlaceReader(std::span<const TypedWord> words) : words_(words) {
    for (const std::string& language : languages_of(words))
      tables_.push_back(&known_table(language));
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
    for (const PlaceTable* table : tables_) longest = std::max(longest, table->longest);
    for (std::size_t count = std::min(longest, words_.size() - at); count > 0; --count) {
      std::string key;
      for (std::size_t word = at; word < at + count; ++word) {
        if (word > at) key += ' ';
        key += words_[word].folded;
      }
      const auto country = country_called(key, at, count);
      if (country) return PlaceReading{at, at + count, *country};
    }
    return std::nullopt;
  }

  // Nothing where the languages do not agree.
  std::optional<CountryCode> country_called(const std::string& key, std::size_t at,
                                            std::size_t count) const {
    if (count == 1 && !may_be_place(at)) return std::nullopt;
    std::set<CountryCode> meant;
    for (const PlaceTable* table : tables_) {
      const auto name = table->names.find(key);
      if (name != table->names.end()) {
        if (!name->second) return std::nullopt;
        meant.insert(*name->second);
      } else if (count == 1) {
        if (const auto country = by_stem(*table, key)) meant.insert(*country);
      }
    }
    return meant.size() == 1 ? std::optional(*meant.begin()) : std::nullopt;
  }

  static std::optional<CountryCode> by_stem(const PlaceTable& table, const std::string& word) {
    // The longest stem that the word begins with is the last one not after it.
    for (auto stem = table.stems.upper_bound(word); stem != table.stems.begin();) {
      --stem;
      if (word.starts_with(stem->first)) {
        return word.size() - stem->first.size() <= 2 * kLongestEnding ? stem->second : std::nullopt;
      }
      if (stem->first.front() != word.front()) break;
    }
    return std::nullopt;
  }

  bool may_be_place(std::size_t at) const {
    const TypedWord& word = words_[at];
    const auto is_in = [&word](const auto& list) {
      return std::find(list.begin(), list.end(), word.folded) != list.end();
    };
    if (is_in(kNever) || is_part_of_another(at)) return false;
    const bool is_ascii =
        std::all_of(word.folded.begin(), word.folded.end(), [](char c) { return (c & 0x80) == 0; });
    if (is_ascii && word.folded.size() < kShortestName) return word.in_capitals;
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
