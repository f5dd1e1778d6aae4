#include "common/text/stemmer.h"

#include <cctype>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Inflected forms share a stem", "[text][stemmer]") {
  struct Row {
    std::string language;
    std::vector<std::string> forms;
  };
  const std::vector<Row> rows = {
      {"en", {"election", "elections"}},
      {"en", {"negotiate", "negotiated", "negotiating", "negotiation"}},
      {"de", {"regierung", "regierungen"}},
      {"es", {"nación", "naciones"}},
      {"fr", {"négociation", "négociations"}},
      {"it", {"governo", "governi"}},
      {"nl", {"regering", "regeringen"}},
      {"ru", {"выборы", "выборов", "выборами"}},
      {"tr", {"ev", "evler", "evlerde"}},
      {"no", {"valg", "valgene"}},
      {"ar", {"كتاب", "الكتاب"}},
      {"hi", {"सरकार", "सरकारों"}},
  };
  for (const Row& row : rows) {
    Stemmer stemmer(row.language);
    const std::string stem = stemmer.stem(row.forms.front());
    for (const std::string& form : row.forms) {
      CAPTURE(row.language, form);
      CHECK(stemmer.stem(form) == stem);
    }
  }
}

TEST_CASE("A language without a stemmer leaves words alone", "[text][stemmer]") {
  for (const char* language : {"", "und", "zh", "az", "uk", "English", "xx"}) {
    CHECK(Stemmer(language).stem("elections") == "elections");
    CHECK_FALSE(has_stemmer(language));
  }
}

TEST_CASE("A stemmer stays usable after odd words", "[text][stemmer]") {
  Stemmer stemmer("en");
  CHECK(stemmer.stem("").empty());
  const std::string overlong(100'000, 'a');
  CHECK(stemmer.stem(overlong) == overlong);
  CHECK(stemmer.stem("running") == "run");
  Stemmer moved = std::move(stemmer);
  CHECK(moved.stem("running") == "run");
}

TEST_CASE("The fingerprint of the stemmers is stable", "[text][stemmer]") {
  const std::string fingerprint = stemmer_fingerprint();
  CHECK(fingerprint.size() == 8);
  CHECK(fingerprint == stemmer_fingerprint());
}

}  // namespace dateline
