#include "indexer/person_words.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Each kind of word has its set", "[indexer][person_words]") {
  const PersonWords& words = person_words();
  CHECK(words.titles.contains("senator"));
  CHECK(words.given_names.contains("michael"));
  CHECK(words.before_places.contains("in"));
  CHECK(words.longer_names.contains("beach"));
  CHECK(words.civic.contains("police"));
  CHECK(words.locates.contains("near"));
  CHECK_FALSE(words.belongings.empty());
  CHECK_FALSE(words.titles.contains("michael"));
  CHECK(&words == &person_words());
}

}  // namespace dateline
