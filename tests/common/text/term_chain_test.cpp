#include "common/text/term_chain.h"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "common/text/utf8.h"

namespace dateline {
namespace {

using namespace std::string_literals;

struct Row {
  std::string language;
  std::string word;
  std::string term;
};

}  // namespace

TEST_CASE("A word becomes a term by the rules of its language", "[text][term_chain]") {
  const std::vector<Row> rows = {
      {"en", "Elections", "elect"},
      {"en", "President’s", "presid"},
      {"en", "U.S", "us"},
      {"en", "U.N", "un"},
      {"en", "p.m", "pm"},
      {"en", "O'Brien", "obrien"},
      {"en", "3.5", "3.5"},
      {"en", "example.com", "example.com"},
      {"en", "Café", "cafe"},
      {"fr", "négociations", "negoci"},
      {"fr", "L’Union", "union"},
      {"de", "Häuser", "haus"},
      {"de", "Straßen", "strass"},
      {"ru", "Выборами", "выбор"},
      {"ru", "Артём", "арт"},
      {"ru", "Артем", "арт"},
      {"tr", "İSTANBUL’DA", "istanbul"},
      {"tr", "KIZLAR", "kiz"},
      {"tr", "kızlar", "kiz"},
      {"az", "Bakı’nın", "baki"},
      {"az", "BAKI", "baki"},
      {"az", "Əliyev", "eliyev"},
      {"uk", "п’ять", "пять"},
      {"zh", "北京", "北京"},
      {"und", "Elections", "elections"},
      {"", "Putin’s", "putin"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.language, row.word);
    CHECK(TermChain(row.language).term_of(row.word) == row.term);
  }
}

TEST_CASE("Languages without rules are known as such", "[text][term_chain]") {
  for (const char* language : {"en", "ru", "tr", "az"}) CHECK(TermChain::has_rules(language));
  for (const char* language : {"", "und", "uk", "zh", "EN"}) {
    CHECK_FALSE(TermChain::has_rules(language));
  }
}

TEST_CASE("A term is empty only if the word is", "[text][term_chain]") {
  TermChain chain("en");
  CHECK(chain.term_of("").empty());
  CHECK(chain.term_of("'").empty());
  CHECK(chain.term_of("\0 "s).empty());
  CHECK(chain.term_of("a\0b"s) == "ab");
  CHECK(chain.term_of("\u3164") == "\u3164");  // a Hangul filler: folding drops it
  CHECK(chain.term_of("\u0640") == "\u0640");  // a lone tatweel
  CHECK(chain.term_of("\uFDFA").find(' ') == std::string::npos);
}

TEST_CASE("Overlong words are cut and stay different", "[text][term_chain]") {
  TermChain chain("en");
  std::set<std::string> terms;
  for (const char* ending : {"", "x", "y", "running"}) {
    for (const char* letter : {"q", "ж", "北"}) {
      std::string word;
      while (word.size() < 300) word += letter;
      const std::string term = chain.term_of(word + ending);
      CHECK(term.size() <= TermChain::kLongestTerm);
      CHECK_FALSE(find_invalid_utf8(term).has_value());
      terms.insert(term);
    }
  }
  CHECK(terms.size() == 12);
  const std::string longest(TermChain::kLongestTerm, 'q');
  CHECK(chain.term_of(longest) == longest);
  CHECK(chain.term_of(longest + "q").substr(0, 48) == longest.substr(0, 48));
}

TEST_CASE("The fingerprint names what terms depend on", "[text][term_chain]") {
  const std::string fingerprint = analyzer_fingerprint();
  CHECK(fingerprint == analyzer_fingerprint());
  for (const char* part : {"chain-", " icu-", " unicode-", " snowball-"}) {
    CHECK(fingerprint.find(part) != std::string::npos);
  }
}

}  // namespace dateline
