#include "indexer/furniture_phrases.h"

#include <string>

#include <catch2/catch.hpp>

#include "common/text/fold.h"

namespace dateline {

TEST_CASE("Furniture is listed as the folded line it is compared with is written",
          "[indexer][furniture]") {
  for (const auto list : {furniture_lines, furniture_list_headings, furniture_openings,
                          furniture_buttons, furniture_networks, furniture_advertisements}) {
    REQUIRE_FALSE(list().empty());
    for (const std::string_view phrase : list()) CHECK(fold_letters(phrase) == phrase);
  }
}

}  // namespace dateline
