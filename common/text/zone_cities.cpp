#include "common/text/zone_cities.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/unistr.h>
#include <unicode/ures.h>

#include "common/text/country_names.h"

namespace dateline {
namespace {

struct BundleClose {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, BundleClose>;

Bundle open_zones(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle names(ures_openDirect(U_ICUDATA_NAME "-zone", language.c_str(), &status));
  if (U_FAILURE(status) != 0) return nullptr;
  Bundle zones(ures_getByKey(names.get(), "zoneStrings", nullptr, &status));
  return U_SUCCESS(status) != 0 ? std::move(zones) : nullptr;
}

// "America:Sao_Paulo" -> "Sao Paulo"; empty for what is no zone of a city.
std::string city_of_key(std::string_view key) {
  const std::size_t colon = key.rfind(':');
  if (colon == std::string_view::npos || key.substr(0, 5) == "meta:") return {};
  std::string city(key.substr(colon + 1));
  std::replace(city.begin(), city.end(), '_', ' ');
  return city;
}

std::vector<ZoneCity> read_cities(const std::string& language) {
  std::vector<ZoneCity> cities;
  const Bundle zones = open_zones(language);
  if (zones == nullptr) return cities;
  Bundle zone;
  for (std::int32_t i = 0; i < ures_getSize(zones.get()); ++i) {
    UErrorCode status = U_ZERO_ERROR;
    zone.reset(ures_getByIndex(zones.get(), i, zone.release(), &status));
    if (U_FAILURE(status) != 0 || ures_getType(zone.get()) != URES_TABLE) continue;
    std::string english = city_of_key(ures_getKey(zone.get()));
    if (english.empty()) continue;
    std::int32_t size = 0;
    const UChar* text = ures_getStringByKey(zone.get(), "ec", &size, &status);
    if (U_FAILURE(status) != 0) continue;
    std::string name;
    icu::UnicodeString(text, size).toUTF8String(name);
    if (name != english) cities.push_back({std::move(english), std::move(name)});
  }
  return cities;
}

}  // namespace

std::vector<ZoneCity> zone_cities(const std::string& language) {
  const auto& known = country_name_languages();
  if (!std::binary_search(known.begin(), known.end(), language)) return {};
  return read_cities(language);
}

const std::vector<std::string>& zone_city_names() {
  constexpr const char* kInOtherLetters = "ru";  // so that none is called as in English
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (ZoneCity& city : read_cities(kInOtherLetters)) list.push_back(std::move(city.english));
    return list;
  }();
  return names;
}

}  // namespace dateline
