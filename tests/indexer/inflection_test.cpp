#include "indexer/inflection.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The cases of a name share its stem", "[indexer][inflection]") {
  const auto [language, word, stem] = GENERATE(table<std::string, std::string, std::string>({
      {"ru", "россия", "росси"},
      {"ru", "азербаиджан", "азербаиджан"},
      {"ru", "саудовская", "саудовск"},
      {"ru", "китаи", "кита"},
      {"uk", "польща", "польщ"},
      {"pl", "polska", "polsk"},
      {"cs", "francie", "franci"},
      {"az", "turkiyə", "turkiyə"},
      {"tr", "azerbaycan", "azerbaycan"},
      {"fi", "saksa", "saks"},
      {"fi", "viro", "viro"},
      {"ko", "한국", "한국"},
  }));
  CHECK(stem_of(word, inflection_of(language)) == stem);
}

TEST_CASE("Some names never change", "[indexer][inflection]") {
  const auto [language, word] = GENERATE(table<std::string, std::string>({
      {"en", "azerbaijan"},  // the language has no cases
      {"ru", "чили"},        // too short without its last letter
      {"ru", "перу"},        // a foreign ending
      {"ru", "баку"},
      {"pl", "peru"},
      {"tr", "cin"},
      {"ar", "الصين"},
      {"xx", "polska"},
      {"ru", ""},
  }));
  CHECK_FALSE(stem_of(word, inflection_of(language)).has_value());
}

TEST_CASE("Only a language's own endings follow a stem", "[indexer][inflection]") {
  const auto [language, rest, follows] = GENERATE(table<std::string, std::string, bool>({
      {"ru", "ю", true},
      {"ru", "ами", true},
      {"ru", "ил", false},  // Даниил is not a case of Дания
      {"ru", "", false},
      {"pl", "iem", true},
      {"pl", "cja", false},
      {"az", "nin", true},
      {"az", "yyə", false},  // maliyyə, finance, is not of Mali
      {"fi", "ssa", true},
      {"fi", "llisesti", false},
      {"en", "s", false},
  }));
  CHECK(is_ending(rest, inflection_of(language)) == follows);
}

TEST_CASE("Letters are counted, not bytes", "[indexer][inflection]") {
  CHECK(letter_count("") == 0);
  CHECK(letter_count("abc") == 3);
  CHECK(letter_count("çək") == 3);
  CHECK(letter_count("中国") == 2);
}

}  // namespace dateline
