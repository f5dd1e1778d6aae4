#include "indexer/language_gazetteer.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "common/data/tables.h"
#include "common/text/country_names.h"
#include "common/text/zone_cities.h"
#include "common/tsv.h"
#include "indexer/gazetteer_builder.h"
#include "indexer/world_gazetteer.h"

namespace dateline {
namespace {

CountryCode code_of(std::string_view letters) { return {letters[0], letters[1]}; }

// "США", "ABD": in other letters than capitals such a word is another.
bool is_abbreviation(std::string_view name) {
  const PlaceText text = read_place_text(name);
  return text.words.size() == 1 && text.words[0].form == WordForm::kCapitals;
}

void add_word(GazetteerBuilder& names, std::string_view word, NameForm form,
              const PlaceMeaning& meaning) {
  const bool stem = !word.empty() && word.back() == '-';
  // Where any ending may follow, an adjective would run into other words: Hungarian "román" into
  // "romantikus". Its forms are listed.
  PlaceDraft* entry = stem ? names.entry_of_stem(word.substr(0, word.size() - 1))
                      : meaning.kind == PlaceKind::kDemonym ? names.entry_of_form(word)
                                                            : names.entry(word);
  if (entry == nullptr) return;
  // A word that is both a name and an adjective may be written like either.
  if (entry->meanings.empty() || form == NameForm::kAnyCase) entry->form = form;
  entry->meanings.push_back(meaning);
}

void add_name(GazetteerBuilder& names, std::string_view name, CountryCode country) {
  const NameForm form = is_abbreviation(name) ? NameForm::kCapitals : NameForm::kCapital;
  add_word(names, name, form, {country, PlaceKind::kName});
}

// ICU writes two names of one country as "Myanmar (Burma)"; what it adds in brackets to others
// ("Congo (Republic)") is no name.
void add_icu_name(GazetteerBuilder& names, const CountryName& name) {
  constexpr std::array<CountryCode, 4> kSecondNames{
      {{'C', 'I'}, {'F', 'K'}, {'M', 'M'}, {'S', 'Z'}}};
  const std::size_t bracket = name.name.find('(');
  if (bracket == std::string::npos) return add_name(names, name.name, name.country);
  if (std::find(kSecondNames.begin(), kSecondNames.end(), name.country) == kSecondNames.end()) {
    return;
  }
  const std::string_view whole = name.name;
  add_name(names, whole.substr(0, bracket), name.country);
  add_name(names, whole.substr(bracket + 1), name.country);
}

// Languages of which one code covers texts in two scripts.
std::vector<std::string> locales_of(std::string_view language) {
  std::vector<std::string> locales{std::string(language)};
  for (const std::string& locale : country_name_languages()) {
    if (locale.size() > language.size() && locale.substr(0, language.size()) == language &&
        locale[language.size()] == '_') {
      locales.push_back(locale);
    }
  }
  return locales;
}

PlaceKind kind_of(std::string_view name) {
  if (name == "demonym") return PlaceKind::kDemonym;
  if (name == "capital") return PlaceKind::kCapital;
  if (name == "state") return PlaceKind::kState;
  if (name == "city") return PlaceKind::kCity;
  if (name == "nothing") return PlaceKind::kNothing;
  return name == "institution" ? PlaceKind::kInstitution : PlaceKind::kName;
}

// A city that English knows by this name before all others, and a large one.
std::optional<PlaceMeaning> well_known_city(std::string_view english) {
  constexpr std::uint16_t kLarge = 1000;  // thousands of inhabitants
  const PlaceText text = read_place_text(english);
  const auto match = world_gazetteer().longest_match(text, 0);
  if (!match || match->word_count != text.words.size()) return std::nullopt;
  const PlaceMeaning& meaning = match->name->meanings()[0];
  const bool large = meaning.kind == PlaceKind::kCity && meaning.thousands >= kLarge;
  if (!large && meaning.kind != PlaceKind::kCapital) return std::nullopt;
  return PlaceMeaning{meaning.country, meaning.kind};
}

void add_city(GazetteerBuilder& names, std::string_view english, std::string_view name) {
  const auto meaning = well_known_city(english);
  if (!meaning) return;
  PlaceDraft* entry = names.entry(name);
  if (entry == nullptr || !entry->meanings.empty()) return;  // Luxembourg is the country
  entry->meanings.push_back(*meaning);
}

// Of a city that is called as in English only the cases are not known yet.
void add_cities(GazetteerBuilder& names, const std::string& locale) {
  for (const ZoneCity& city : zone_cities(locale)) add_city(names, city.english, city.name);
  if (!inflection_of(locale).changes_words()) return;
  for (const std::string& english : zone_city_names()) add_city(names, english, english);
}

// Adjectives are small in most languages; Turkish and Dutch write them with a capital, German
// writes so the people but not the adjectives, which are all stems.
NameForm form_of_demonym(std::string_view language, std::string_view word) {
  if (language == "tr" || language == "nl") return NameForm::kCapital;
  if (language == "de" && word.back() != '-') return NameForm::kCapital;
  return NameForm::kAnyCase;
}

void add_listed_words(GazetteerBuilder& names, std::string_view language) {
  for (const auto& row : table_rows(language_words_tsv(), 4)) {
    if (row[0] != language) continue;
    const PlaceMeaning meaning{code_of(row[2]), kind_of(row[1])};
    for (const std::string_view word : split_list(row[3])) {
      if (meaning.kind == PlaceKind::kName) {
        add_name(names, word, meaning.country);
      } else if (meaning.kind == PlaceKind::kDemonym) {
        add_word(names, word, form_of_demonym(language, word), meaning);
      } else {
        add_word(names, word, NameForm::kCapital, meaning);
      }
    }
  }
}

std::string image_of(std::string_view language) {
  GazetteerBuilder names(inflection_of(language));
  for (const std::string& locale : locales_of(language)) {
    for (const CountryName& name : country_names(locale)) add_icu_name(names, name);
  }
  add_listed_words(names, language);
  for (const std::string& locale : locales_of(language)) add_cities(names, locale);
  names.order_meanings();
  return names.image();
}

struct LanguageGazetteer {
  explicit LanguageGazetteer(std::string_view language)
      : image(image_of(language)), gazetteer(image, inflection_of(language)) {}

  std::string image;
  Gazetteer gazetteer;
};

bool has_names(std::string_view language) {
  const auto& languages = country_name_languages();
  return std::binary_search(languages.begin(), languages.end(), language);
}

}  // namespace

const Gazetteer* language_gazetteer(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<LanguageGazetteer>, std::less<>> gazetteers;
  if (language == "en" || !has_names(language)) return nullptr;
  const std::lock_guard lock(mutex);
  auto known = gazetteers.find(language);
  if (known == gazetteers.end()) {
    known = gazetteers.emplace(std::string(language), std::make_unique<LanguageGazetteer>(language))
                .first;
  }
  return &known->second->gazetteer;
}

}  // namespace dateline
