#include "common/text/country_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include "common/country_table.h"

namespace dateline {
namespace {

struct BundleClose {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, BundleClose>;

constexpr const char* kUsualNames = "Countries";
constexpr const char* kShortNames = "Countries%short";
constexpr const char* kVariantNames = "Countries%variant";

// Languages of which one code covers texts in two scripts, and the names are spelt in each.
constexpr std::array kScriptLocales = {"sr_Latn", "uz_Cyrl", "az_Cyrl", "bs_Cyrl", "zh_Hant"};

std::vector<std::string> list_languages() {
  std::vector<std::string> languages(kScriptLocales.begin(), kScriptLocales.end());
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    const std::string locale = uloc_getAvailable(i);
    if (locale.find('_') == std::string::npos) languages.push_back(locale);
  }
  std::sort(languages.begin(), languages.end());
  return languages;
}

// ICU answers for an unknown language with the names of the machine's own; we must not.
bool is_known(const std::string& language) {
  const auto& known = country_name_languages();
  return std::binary_search(known.begin(), known.end(), language);
}

Bundle open_table(const std::string& language, const char* key) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle names(ures_open(U_ICUDATA_NAME "-region", language.c_str(), &status));
  if (U_FAILURE(status) != 0) return nullptr;
  Bundle table(ures_getByKey(names.get(), key, nullptr, &status));
  return U_SUCCESS(status) != 0 ? std::move(table) : nullptr;
}

std::string to_utf8(const UChar* text, std::int32_t size) {
  std::string utf8;
  icu::UnicodeString(text, size).toUTF8String(utf8);
  return utf8;
}

std::optional<CountryCode> country_of_key(std::string_view key) {
  if (key.size() != 2) return std::nullopt;  // "001", "419": regions
  const CountryCode code{key[0], key[1]};
  const CountryFacts* facts = facts_of(code);
  if (facts == nullptr || facts->successor) return std::nullopt;
  return code;
}

void add_table(std::vector<CountryName>& names, const std::string& language, const char* key) {
  const Bundle table = open_table(language, key);
  if (table == nullptr) return;
  while (ures_hasNext(table.get()) != 0) {
    UErrorCode status = U_ZERO_ERROR;
    const char* row = nullptr;
    std::int32_t size = 0;
    const UChar* text = ures_getNextString(table.get(), &size, &row, &status);
    if (U_FAILURE(status) != 0) break;
    if (const auto country = country_of_key(row)) names.push_back({*country, to_utf8(text, size)});
  }
}

std::string name_in_table(CountryCode country, const std::string& language, const char* key) {
  const Bundle table = open_table(language, key);
  if (table == nullptr) return {};
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t size = 0;
  const UChar* text = ures_getStringByKey(table.get(), country.str().c_str(), &size, &status);
  return U_SUCCESS(status) != 0 ? to_utf8(text, size) : std::string();
}

std::string label_in(CountryCode country, const std::string& language) {
  if (!is_known(language)) return {};
  const std::string short_name = name_in_table(country, language, kShortNames);
  return short_name.empty() ? name_in_table(country, language, kUsualNames) : short_name;
}

}  // namespace

const std::vector<std::string>& country_name_languages() {
  static const std::vector<std::string> languages = list_languages();
  return languages;
}

std::vector<CountryName> country_names(std::string_view language) {
  const std::string locale(language);
  if (!is_known(locale)) return {};
  std::vector<CountryName> names;
  for (const char* table : {kUsualNames, kShortNames, kVariantNames}) {
    add_table(names, locale, table);
  }
  return names;
}

std::vector<CountryLanguage> country_languages() {
  std::set<std::pair<CountryCode, std::string>> pairs;
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    const icu::Locale locale(uloc_getAvailable(i));
    const std::string language = locale.getLanguage();
    if (language == "en") continue;
    const auto country = country_of_key(locale.getCountry());
    if (!country) continue;
    pairs.emplace(*country, language);
    const std::string in_script = language + "_" + locale.getScript();
    if (is_known(in_script)) pairs.emplace(*country, in_script);
  }
  std::vector<CountryLanguage> list;
  list.reserve(pairs.size());
  for (const auto& [country, language] : pairs) list.push_back({country, language});
  return list;
}

std::vector<CountryName> native_country_names() {
  std::map<std::string, std::vector<CountryName>> by_language;
  std::set<std::pair<CountryCode, std::string>> names;
  for (const CountryLanguage& pair : country_languages()) {
    const auto [entry, is_new] = by_language.try_emplace(pair.language);
    if (is_new) entry->second = country_names(pair.language);
    for (const CountryName& name : entry->second) {
      const bool is_code = name.name == name.country.str();  // not translated
      if (name.country == pair.country && !is_code) names.emplace(name.country, name.name);
    }
  }
  std::vector<CountryName> list;
  list.reserve(names.size());
  for (const auto& [country, name] : names) list.push_back({country, name});
  return list;
}

std::string country_label(CountryCode country, std::string_view language) {
  const CountryFacts* facts = facts_of(country);
  if (facts == nullptr) return country.str();
  if (!country_of_key(country.str())) return std::string(facts->name);
  for (const std::string& locale : {std::string(language), std::string("en")}) {
    std::string label = label_in(country, locale);
    if (!label.empty()) return label;
  }
  return std::string(facts->name);
}

}  // namespace dateline
