#include "indexer/place_evidence.h"

#include <catch2/catch.hpp>

#include "indexer/gazetteer.h"
#include "indexer/gazetteer_builder.h"

namespace dateline {
namespace {

constexpr CountryCode kPeru{'P', 'E'};
constexpr CountryCode kChile{'C', 'L'};

PlaceMeaning place(CountryCode country, PlaceKind kind, int latitude = kNowhere,
                   int longitude = kNowhere) {
  PlaceMeaning meaning{country, kind};
  meaning.latitude = static_cast<std::int16_t>(latitude);
  meaning.longitude = static_cast<std::int16_t>(longitude);
  return meaning;
}

// Names that lie at the given places, each under a letter of its own.
class Map {
 public:
  explicit Map(const std::vector<std::pair<int, int>>& places) {
    GazetteerBuilder names;
    for (std::size_t i = 0; i < places.size(); ++i) {
      names.entry(letter(i))->meanings = {
          place(kPeru, PlaceKind::kCity, places[i].first, places[i].second)};
    }
    image_ = names.image();
    gazetteer_.emplace(image_);
  }

  const PlaceName& name(std::size_t i) const {
    return *gazetteer_->longest_match(read_place_text(letter(i)), 0)->name;
  }

  // Names near that of the first place.
  int near_first(std::size_t count) const {
    PlaceEvidence evidence;
    for (std::size_t i = 0; i < count; ++i) evidence.add_on_map(name(i));
    evidence.finish_map();
    return evidence.near(name(0), name(0).meanings()[0]);
  }

 private:
  static std::string letter(std::size_t i) {
    return std::string("Town") + static_cast<char>('a' + i);
  }
  std::string image_;
  std::optional<Gazetteer> gazetteer_;
};

}  // namespace

TEST_CASE("Evidence grows to a bound, for the country and for places in it",
          "[indexer][place_evidence]") {
  const Map names({{0, 0}});
  PlaceEvidence evidence;
  CHECK(evidence.national(kPeru) == 0);
  evidence.add(names.name(0), place(kPeru, PlaceKind::kName));
  evidence.add(names.name(0), place(kPeru, PlaceKind::kCity));
  CHECK(evidence.national(kPeru) == 1);
  CHECK(evidence.local(kPeru) == 1);
  for (int i = 0; i < 10; ++i) evidence.add(names.name(0), place(kPeru, PlaceKind::kDemonym));
  CHECK(evidence.national(kPeru) == 3);
  CHECK(evidence.national(kChile) == 0);
}

TEST_CASE("News is local that names places in one country and little else",
          "[indexer][place_evidence]") {
  const Map names({{0, 0}, {0, 0}, {0, 0}});
  const PlaceName& asked = names.name(0);
  PlaceEvidence evidence;
  CHECK_FALSE(evidence.is_local_news_of(kPeru, asked));
  evidence.add(names.name(1), place(kPeru, PlaceKind::kCity));
  CHECK(evidence.is_local_news_of(kPeru, asked));
  CHECK_FALSE(evidence.is_local_news_of(kChile, asked));
  evidence.add(names.name(1), place(kPeru, PlaceKind::kName));
  CHECK_FALSE(evidence.is_local_news_of(kPeru, asked));
  evidence.add(names.name(1), place(kPeru, PlaceKind::kState));
  evidence.add(names.name(1), place(kPeru, PlaceKind::kState));
  CHECK(evidence.is_local_news_of(kPeru, asked));
  evidence.add(asked, place(kChile, PlaceKind::kCity));
  CHECK(evidence.is_local_news_of(kPeru, asked));
  evidence.add(names.name(2), place(kChile, PlaceKind::kCity));
  CHECK_FALSE(evidence.is_local_news_of(kPeru, asked));
}

TEST_CASE("A name does not speak for itself", "[indexer][place_evidence]") {
  const Map names({{0, 0}, {0, 0}});
  PlaceEvidence evidence;
  CHECK_FALSE(evidence.speaks_besides(names.name(0), kPeru));
  evidence.add(names.name(0), place(kPeru, PlaceKind::kCity));
  evidence.add(names.name(0), place(kPeru, PlaceKind::kCity));
  CHECK_FALSE(evidence.speaks_besides(names.name(0), kPeru));
  CHECK(evidence.speaks_besides(names.name(1), kPeru));
  evidence.add(names.name(1), place(kPeru, PlaceKind::kCity));
  CHECK(evidence.speaks_besides(names.name(0), kPeru));
}

TEST_CASE("A part of a country is named only in that country", "[indexer][place_evidence]") {
  const Map names({{0, 0}});
  PlaceEvidence evidence;
  PlaceMeaning region = place(kPeru, PlaceKind::kState);
  region.region.letters = {'A', 'B'};
  evidence.add(names.name(0), region);
  CHECK(evidence.names_region(region));
  region.country = kChile;
  CHECK_FALSE(evidence.names_region(region));
  CHECK_FALSE(evidence.names_region(place(kPeru, PlaceKind::kCity)));
}

TEST_CASE("Names within some 80 km are near", "[indexer][place_evidence]") {
  CHECK(Map({{100, 100}}).near_first(1) == 0);
  CHECK(Map({{100, 100}, {107, 100}}).near_first(2) == 1);
  CHECK(Map({{100, 100}, {108, 100}}).near_first(2) == 0);
  CHECK(Map({{100, 100}, {93, 90}}).near_first(2) == 1);
  CHECK(Map({{109, 109}, {111, 111}}).near_first(2) == 1);
  CHECK(Map({{-1, -1}, {1, 1}}).near_first(2) == 1);
  CHECK(Map({{5, 5}, {5, 6}, {6, 5}, {6, 6}, {4, 4}}).near_first(5) == 3);
  CHECK(Map({{900, 1800}, {-900, -1800}}).near_first(2) == 0);
}

}  // namespace dateline
