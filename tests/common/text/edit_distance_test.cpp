#include "common/text/edit_distance.h"

#include <string>
#include <tuple>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Edits are counted in letters", "[text][edit_distance]") {
  const auto [from, to, edits] = GENERATE(table<std::string, std::string, std::size_t>({
      {"", "", 0},
      {"vaccine", "vaccine", 0},
      {"vacine", "vaccine", 1},
      {"vaccinne", "vaccine", 1},
      {"vaccibe", "vaccine", 1},
      {"vacicne", "vaccine", 1},
      {"ca", "abc", 3},  // no letter is edited twice
      {"", "abc", 3},
      {"Bakı", "Baku", 1},
      {"выбор", "вобыр", 2},
      {"北京", "南京", 1},
  }));
  CAPTURE(from, to);
  CHECK(edit_distance(from, to, 5) == edits);
  CHECK(edit_distance(to, from, 5) == edits);
}

TEST_CASE("Distances beyond the limit are not told apart", "[text][edit_distance]") {
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("kitten", "dog", 1) == 2);
  CHECK(edit_distance(std::string(64, 'a'), std::string(63, 'a'), 3) == 4);
  CHECK(edit_distance(std::string(64, 'a'), std::string(64, 'a'), 3) == 0);
}

}  // namespace dateline
