#include "indexer/place_mention.h"

#include <catch2/catch.hpp>

#include "indexer/language_gazetteer.h"

namespace dateline {
namespace {

std::vector<std::string> names_in(std::string_view text, std::string_view language) {
  const PlacePart part = read_places(text, language_gazetteer(language), language);
  std::vector<std::string> names;
  for (const PlaceMention& mention : part.mentions) {
    std::string name;
    for (std::size_t word = mention.first_word; word < mention.end_word(); ++word) {
      name += name.empty() ? "" : " ";
      name += part.text.letters(part.text.words[word]);
    }
    names.push_back(name);
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Names are found from left to right and do not overlap", "[indexer][place_mention]") {
  CHECK(names_in("South Africa, Africa's south", "en") == Names{"south africa"});
  CHECK(names_in("Azerbaijan-Cuba cooperation", "en") == Names{"azerbaijan", "cuba"});
  CHECK(names_in("no places here", "en").empty());
  CHECK(names_in("", "en").empty());
}

TEST_CASE("English names stand in every language, English adjectives only in English",
          "[indexer][place_mention]") {
  CHECK(names_in("Mr Polish met the German", "en") == Names{"polish", "german"});
  CHECK(names_in("German in Liverpool", "ru") == Names{"liverpool"});
  CHECK(names_in("German in Liverpool", "und") == Names{"german", "liverpool"});
}

TEST_CASE("A heading writes most of its words with capitals", "[indexer][place_mention]") {
  CHECK(read_places("Leaders Agree On New Road", nullptr, "en").heading_style);
  CHECK(read_places("LEADERS AGREE ON NEW ROAD", nullptr, "en").heading_style);
  CHECK_FALSE(read_places("Leaders agree on a new road", nullptr, "en").heading_style);
  CHECK_FALSE(read_places("", nullptr, "en").heading_style);
}

}  // namespace dateline
