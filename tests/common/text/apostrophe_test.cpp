#include "common/text/apostrophe.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Grammar before and after an apostrophe is dropped", "[text][apostrophe]") {
  struct Row {
    std::string language;
    std::string folded;
    std::string word;
  };
  const std::vector<Row> rows = {
      {"en", "president's", "president"},
      {"en", "governors'", "governors"},
      {"en", "don't", "dont"},
      {"en", "o'neill's", "oneill"},
      {"en", "l'oreal", "loreal"},
      {"", "putin's", "putin"},
      {"de", "putin's", "putin"},
      {"fr", "l'union", "union"},
      {"fr", "qu'elle", "elle"},
      {"fr", "aujourd'hui", "aujourdhui"},
      {"fr", "d'aujourd'hui", "aujourdhui"},
      {"fr", "l'", "l"},
      {"it", "dell'onu", "onu"},
      {"it", "po'", "po"},
      {"ca", "d'espanya", "espanya"},
      {"tr", "ankara'da", "ankara"},
      {"az", "bakı'nın", "bakı"},
      {"tr", "'da", "da"},
      {"uk", "п'ять", "пять"},
      {"en", "plain", "plain"},
      {"en", "'s", "s"},
      {"en", "'", ""},
      {"en", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.language, row.folded);
    CHECK(without_apostrophes(row.folded, row.language) == row.word);
  }
}

}  // namespace dateline
