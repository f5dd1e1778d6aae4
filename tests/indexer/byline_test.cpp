#include "indexer/byline.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A byline names the author", "[indexer][byline]") {
  const auto [line, author] = GENERATE(table<std::string, std::optional<std::string>>({
      {"By Aisha Jabbarova", "Aisha Jabbarova"},
      {"Автор: Анна Котова", "Анна Котова"},
      {"By the river the mills stood still for a week", std::nullopt},
      {"The minister spoke in Baku", std::nullopt},
      {"", std::nullopt},
  }));
  CAPTURE(line);
  CHECK(author_in_byline(line, BylinePlace::kAnywhere) == author);
}

TEST_CASE("A name alone is an author's only beside a date", "[indexer][byline]") {
  CHECK(author_in_byline("Vesna Ilieva, Skopje", BylinePlace::kBesideDate) == "Vesna Ilieva");
  CHECK_FALSE(author_in_byline("Vesna Ilieva, Skopje", BylinePlace::kAnywhere));
}

}  // namespace dateline
