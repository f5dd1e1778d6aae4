#include "indexer/world_gazetteer.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The compiled names are ready, and a name has one address",
          "[indexer][world_gazetteer]") {
  const PlaceText text = read_place_text("Cuba and New Zealand and CUBA");
  const auto first = world_gazetteer().longest_match(text, 0);
  const auto islands = world_gazetteer().longest_match(text, 2);
  const auto last = world_gazetteer().longest_match(text, 5);
  REQUIRE(first);
  REQUIRE(islands);
  REQUIRE(last);
  CHECK(islands->word_count == 2);
  CHECK(first->name == last->name);
  CHECK(first->name != islands->name);
  CHECK_FALSE(world_gazetteer().longest_match(text, 1));
}

}  // namespace dateline
