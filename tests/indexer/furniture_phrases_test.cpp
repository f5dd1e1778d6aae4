#include "indexer/furniture_phrases.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "common/data/tables.h"
#include "common/text/fold.h"
#include "common/tsv.h"

namespace dateline {

TEST_CASE("Furniture is listed as the folded line it is compared with is written",
          "[indexer][furniture]") {
  const auto rows = table_rows(furniture_tsv(), 2);
  REQUIRE_FALSE(rows.empty());
  for (const auto& row : rows) {
    INFO(row[0] << ": " << row[1]);
    REQUIRE(row.size() == 2);
    CHECK_FALSE(row[1].empty());
    CHECK(fold_letters(row[1]) == row[1]);
    CHECK(row[1].front() != ' ');
    CHECK(row[1].back() != ' ');
  }
}

TEST_CASE("The list of furniture is sorted, without repetition, of known kinds",
          "[indexer][furniture]") {
  const std::set<std::string_view> kinds = {"advertisement", "button",  "heading",      "line",
                                            "network",       "opening", "opening_words"};
  std::set<std::string_view> seen;
  const auto rows = table_rows(furniture_tsv(), 2);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(rows[i][0] << ": " << rows[i][1]);
    CHECK(kinds.count(rows[i][0]) == 1);
    if (i > 0) CHECK(rows[i - 1] < rows[i]);
    seen.insert(rows[i][0]);
  }
  CHECK(seen == kinds);
}

TEST_CASE("Openings have the two words by the first of which they are found",
          "[indexer][furniture]") {
  for (const auto& row : table_rows(furniture_tsv(), 2)) {
    if (row[0].starts_with("opening")) CHECK(row[1].find(' ') != std::string_view::npos);
  }
}

TEST_CASE("Each phrase of the list is found, and only as what it is", "[indexer][furniture]") {
  CHECK(is_furniture_phrase("reklam", PhraseKind::kAdvertisement));
  CHECK_FALSE(is_furniture_phrase("reklam", PhraseKind::kLine));
  CHECK(is_furniture_phrase("teilen", PhraseKind::kLine));
  CHECK(is_furniture_phrase("teilen", PhraseKind::kButton));
  CHECK_FALSE(is_furniture_phrase("teilen", PhraseKind::kHeading));
  CHECK_FALSE(is_furniture_phrase("teilen sie", PhraseKind::kLine));
  CHECK_FALSE(is_furniture_phrase("", PhraseKind::kLine));
  for (const auto& row : table_rows(furniture_tsv(), 2)) {
    INFO(row[0] << ": " << row[1]);
    const std::string words(row[1]);
    if (row[0] == "heading") {
      CHECK(is_furniture_phrase(words, PhraseKind::kHeading));
      CHECK(words.size() <= longest_furniture_heading());
    }
    if (row[0] == "line") CHECK(is_furniture_phrase(words, PhraseKind::kLine));
    if (row[0].starts_with("opening")) CHECK(opens_furniture(words + " x"));
  }
}

TEST_CASE("An opening is cut in a word only where the list says so", "[indexer][furniture]") {
  CHECK(opens_furniture("follow us on x"));
  CHECK_FALSE(opens_furniture("follow us online"));
  CHECK_FALSE(opens_furniture("follow us on"));
  CHECK(opens_furniture("siga-nos no twitter"));
  CHECK(opens_furniture("we use cookies, as all do"));
  CHECK_FALSE(opens_furniture("we use"));
  CHECK_FALSE(opens_furniture("then we use cookies"));
  CHECK_FALSE(opens_furniture(""));
}

}  // namespace dateline
