// What the places of an article that can mean one thing only tell about those that can mean
// several: which countries and which of their parts the article names, and what lies near what.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "indexer/place_name.h"

namespace dateline {

class PlaceEvidence {
 public:
  // A mention of a name that can only mean this. Each country's evidence grows to a bound: what an
  // article repeats need not be what one name means.
  void add(const PlaceName& name, const PlaceMeaning& meaning);

  // A name that may lie at any of the places it means; the first 200 names count.
  void add_on_map(const PlaceName& name);

  // To be called when all names are on the map, before near() is asked.
  void finish_map();

  double national(CountryCode country) const;  // names of it, its people, its capital; at most 3
  double local(CountryCode country) const;     // places within it; at most 3
  bool names_region(const PlaceMeaning& place) const;

  // How many other names may lie within some 80 km, at most 3.
  int near(const PlaceName& name, const PlaceMeaning& place) const;

  // True if some other name than this one stands for the country.
  bool speaks_besides(const PlaceName& name, CountryCode country) const;

  // True if the article, this name aside, names places within one country, hardly that country and
  // no other.
  bool is_local_news_of(CountryCode country, const PlaceName& besides) const;

 private:
  struct Amount {
    double national = 0;
    double local = 0;
    const PlaceName* name = nullptr;  // one that stands for the country
    bool several = false;             // and not the only one
  };
  struct OnMap {
    std::int32_t cell = 0;
    std::int16_t latitude = 0;
    std::int16_t longitude = 0;
    const PlaceName* name = nullptr;
    auto operator<=>(const OnMap&) const = default;  // NOLINT(modernize-use-nullptr)
  };

  Amount amount_of(CountryCode country) const;

  std::map<CountryCode, Amount> amounts_;
  std::set<std::pair<CountryCode, RegionCode>> regions_;
  std::set<const PlaceName*> names_on_map_;
  std::vector<OnMap> map_;  // by cell
};

}  // namespace dateline
