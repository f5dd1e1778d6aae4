#include "indexer/place_evidence.h"

#include <algorithm>
#include <cstdlib>

namespace dateline {
namespace {

constexpr double kMostEvidence = 3;
constexpr std::size_t kMostOnMap = 200;
constexpr double kLocalForNational = 2;  // so many times more local than national evidence
constexpr int kMostNear = 3;
constexpr std::int32_t kCell = 10;  // tenths of a degree
constexpr std::int32_t kCellsARow = 1000;
// Tenths of a degree that some 80 km are, in latitude and, where most people live, in longitude.
constexpr int kNearLatitude = 7;
constexpr int kNearLongitude = 10;

std::int32_t cell_at(std::int32_t latitude, std::int32_t longitude) {
  constexpr std::int32_t kPositive = 2000;
  return (latitude + kPositive) / kCell * kCellsARow + (longitude + kPositive) / kCell;
}

}  // namespace

void PlaceEvidence::add(const PlaceName& name, const PlaceMeaning& meaning) {
  constexpr double kInstitution = 0.3;
  if (meaning.kind == PlaceKind::kEvent || meaning.kind == PlaceKind::kNothing) return;
  Amount& amount = amounts_[meaning.country];
  if (amount.name == nullptr) amount.name = &name;
  if (amount.name != &name) amount.several = true;
  const auto grow = [](double& part, double by) { part = std::min(kMostEvidence, part + by); };
  switch (meaning.kind) {
    case PlaceKind::kName:
    case PlaceKind::kDemonym:
    case PlaceKind::kCapital:
      grow(amount.national, 1);
      break;
    case PlaceKind::kState:
      if (meaning.region.known()) regions_.insert({meaning.country, meaning.region});
      grow(amount.local, 1);
      break;
    case PlaceKind::kCity:
      grow(amount.local, 1);
      break;
    case PlaceKind::kInstitution:
      grow(amount.local, kInstitution);
      break;
    case PlaceKind::kEvent:
    case PlaceKind::kNothing:
      break;
  }
}

void PlaceEvidence::add_on_map(const PlaceName& name) {
  if (names_on_map_.size() == kMostOnMap || !names_on_map_.insert(&name).second) return;
  for (const PlaceMeaning& place : name.meanings()) {
    if (!place.located()) continue;
    map_.push_back(
        {cell_at(place.latitude, place.longitude), place.latitude, place.longitude, &name});
  }
}

void PlaceEvidence::finish_map() { std::sort(map_.begin(), map_.end()); }

PlaceEvidence::Amount PlaceEvidence::amount_of(CountryCode country) const {
  const auto found = amounts_.find(country);
  return found != amounts_.end() ? found->second : Amount{};
}

double PlaceEvidence::national(CountryCode country) const { return amount_of(country).national; }

double PlaceEvidence::local(CountryCode country) const { return amount_of(country).local; }

bool PlaceEvidence::names_region(const PlaceMeaning& place) const {
  return place.region.known() && regions_.contains({place.country, place.region});
}

int PlaceEvidence::near(const PlaceName& name, const PlaceMeaning& place) const {
  if (!place.located()) return 0;
  std::set<const PlaceName*> neighbours;
  for (int row = -kCell; row <= kCell; row += kCell) {
    // The cells of a row lie side by side in the order of the map.
    const std::int32_t first = cell_at(place.latitude + row, place.longitude - kCell);
    auto other =
        std::lower_bound(map_.begin(), map_.end(), first,
                         [](const OnMap& entry, std::int32_t cell) { return entry.cell < cell; });
    for (; other != map_.end() && other->cell <= first + 2; ++other) {
      const bool close = std::abs(other->latitude - place.latitude) <= kNearLatitude &&
                         std::abs(other->longitude - place.longitude) <= kNearLongitude;
      if (close && other->name != &name) neighbours.insert(other->name);
      if (neighbours.size() == kMostNear) return kMostNear;
    }
  }
  return static_cast<int>(neighbours.size());
}

bool PlaceEvidence::speaks_besides(const PlaceName& name, CountryCode country) const {
  const Amount amount = amount_of(country);
  return amount.several || (amount.name != nullptr && amount.name != &name);
}

bool PlaceEvidence::is_local_news_of(CountryCode country, const PlaceName& besides) const {
  const bool others = std::any_of(amounts_.begin(), amounts_.end(), [&](const auto& entry) {
    return entry.first != country && speaks_besides(besides, entry.first);
  });
  const Amount own = amount_of(country);
  return !others && own.local > kLocalForNational * own.national;
}

}  // namespace dateline
