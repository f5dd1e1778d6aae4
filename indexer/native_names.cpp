#include "indexer/native_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/data/tables.h"
#include "common/text/country_names.h"
#include "common/tsv.h"
#include "indexer/inflection.h"
#include "indexer/place_text.h"

namespace dateline {
namespace {

constexpr std::size_t kShort = 6;  // letters, up to which an accent is the only difference seen

std::vector<CountryName> all_native_names() {
  std::vector<CountryName> names = native_country_names();
  std::set<std::pair<std::string, CountryCode>> spoken;
  for (const CountryLanguage& pair : country_languages()) {
    spoken.emplace(pair.language, pair.country);
  }
  for (const auto& row : table_rows(language_words_tsv(), 4)) {
    const CountryCode country{row[2][0], row[2][1]};
    if (row[1] != "name" || !spoken.contains({std::string(row[0]), country})) continue;
    for (const std::string_view name : split_list(row[3])) {
      if (name.back() != '-') names.push_back({country, std::string(name)});
    }
  }
  return names;
}

std::set<std::string_view> words_with_other_meanings() {
  std::set<std::string_view> words;
  for (const auto& row : table_rows(ambiguous_tsv(), 2)) {
    if (row[0] != "native") continue;
    const auto list = split_list(row[1]);
    words.insert(list.begin(), list.end());
  }
  return words;
}

// One short Latin word is too likely something else in some language.
bool is_too_short(const PlaceText& name) {
  constexpr std::size_t kLeastLatin = 5;
  const bool cased = name.words[0].form != WordForm::kUncased;
  return cased && name.words.size() == 1 && !name.words[0].marked &&
         letter_count(name.folded) < kLeastLatin;
}

// Towns give way to a country, everything else does not.
bool is_free(const PlaceDraft& draft, CountryCode country) {
  return std::all_of(draft.meanings.begin(), draft.meanings.end(), [&](const PlaceMeaning& known) {
    return known.kind == PlaceKind::kCity && known.country != country;
  });
}

}  // namespace

void add_native_names(GazetteerBuilder& names) {
  const auto others = words_with_other_meanings();
  for (const CountryName& native : all_native_names()) {
    if (native.name.find('(') != std::string::npos || others.contains(native.name)) continue;
    const PlaceText text = read_place_text(native.name);
    if (text.words.empty() || is_too_short(text)) continue;
    PlaceDraft* draft = names.entry(native.name);
    if (draft == nullptr || !is_free(*draft, native.country)) continue;
    PlaceMeaning meaning;
    meaning.country = native.country;
    meaning.kind = PlaceKind::kName;
    draft->meanings.push_back(meaning);
    draft->form = NameForm::kCapital;
    draft->needs_marks = text.words[0].marked && letter_count(text.folded) <= kShort;
  }
}

}  // namespace dateline
