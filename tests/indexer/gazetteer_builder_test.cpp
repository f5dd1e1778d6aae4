#include "indexer/gazetteer_builder.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

PlaceMeaning city(std::string_view country, std::uint16_t thousands, char region = 0) {
  PlaceMeaning meaning{{country[0], country[1]}, PlaceKind::kCity};
  meaning.region.letters[0] = region;
  meaning.thousands = thousands;
  meaning.latitude = 10;
  meaning.longitude = 10;
  return meaning;
}

std::string order(const PlaceDraft& name) {
  std::string order;
  for (const PlaceMeaning& meaning : name.meanings) {
    if (!order.empty()) order += ' ';
    order += meaning.country.str();
    if (meaning.region.known()) order += meaning.region.letters[0];
  }
  return order;
}

}  // namespace

TEST_CASE("Meanings stand in order, each country once", "[indexer][gazetteer_builder]") {
  GazetteerBuilder names;
  PlaceDraft* name = names.entry("Victoria");
  name->meanings = {city("CA", 90),
                    {{'A', 'U'}, PlaceKind::kState},
                    city("CL", 300),
                    {{'S', 'C'}, PlaceKind::kCapital},
                    city("AU", 10)};
  names.order_meanings();
  CHECK(order(*name) == "SC AU CL CA");
}

TEST_CASE("Towns in several parts of a country are several places",
          "[indexer][gazetteer_builder]") {
  GazetteerBuilder names;
  PlaceDraft* name = names.entry("Troy");
  name->meanings = {city("US", 7, 'O'), city("US", 80, 'M'), city("US", 50, 'N'),
                    city("US", 3, 'O')};
  names.order_meanings();
  CHECK(order(*name) == "USM USN USO");
}

TEST_CASE("What has no letters is no name", "[indexer][gazetteer_builder]") {
  GazetteerBuilder names;
  CHECK(names.entry("") == nullptr);
  CHECK(names.entry(" - ") == nullptr);
  CHECK(names.entry_of_stem("") == nullptr);
}

TEST_CASE("A name is one however it is spelt", "[indexer][gazetteer_builder]") {
  GazetteerBuilder names;
  CHECK(names.entry("C\u00F4te d'Ivoire") == names.entry("COTE D\u2019IVOIRE"));
  CHECK(names.entry("Guinea") != names.entry("Guinea-Bissau"));
}

}  // namespace dateline
