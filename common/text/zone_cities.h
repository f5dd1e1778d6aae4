// What languages call the cities that time zones are named after: ICU knows some 400 in each of its
// languages, most capitals among them. Safe to use from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct ZoneCity {
  std::string english;  // as in the zone's id: "Sao Paulo"
  std::string name;     // in the language
};

// The cities that ICU has a name for in a language (ISO 639-1 or a locale such as "sr_Latn") and
// that English calls otherwise, in the order of their zones; none if the language is not known.
std::vector<ZoneCity> zone_cities(const std::string& language);

// The English names of all such cities.
const std::vector<std::string>& zone_city_names();

}  // namespace dateline
