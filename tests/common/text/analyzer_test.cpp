#include "common/text/analyzer.h"

#include <random>

#include <catch2/catch.hpp>

#include "common/text/fold.h"

namespace dateline {
namespace {

// "term@start-end" for each token.
std::string tokens_of(Analyzer& analyzer, std::string_view text, std::string_view language) {
  std::string list;
  for (const Token& token : analyzer.analyze(text, language)) {
    if (!list.empty()) list += ' ';
    list += token.term;
    list += '@';
    list += std::to_string(token.range.start);
    list += '-';
    list += std::to_string(token.range.end);
  }
  return list;
}

}  // namespace

TEST_CASE("Text becomes terms with the ranges of their words", "[text][analyzer]") {
  struct Row {
    std::string language;
    std::string text;
    std::string tokens;
  };
  const std::vector<Row> rows = {
      {"en", "The U.S. president’s visits", "the@0-3 us@4-7 presid@9-22 visit@23-29"},
      {"en", "thanked the guests.Let us", "thank@0-7 the@8-11 guest@12-18 let@19-22 us@23-25"},
      {"en", "@nytimes _so_ @ __ a@b.com", "nytim@1-8 so@10-12 a@b.com@19-26"},
      {"en", "3.5 percent, 1,000 men", "3.5@0-3 percent@4-11 1,000@13-18 men@19-22"},
      {"fr", "L’Union a négocié", "union@0-9 a@10-11 negoci@12-21"},
      {"az", "Bakı’nın küçələri", "baki@0-12 kuceleri@13-25"},
      {"zh", "北京市长", "北京市@0-9 长@9-12"},
      {"und", "Elections, Élections", "elections@0-9 elections@11-21"},
      {"en", "ʼ – … 🗞", ""},
      {"en", "", ""},
  };
  Analyzer analyzer;
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(tokens_of(analyzer, row.text, row.language) == row.tokens);
    CHECK(tokens_of(analyzer, row.text, row.language) == row.tokens);  // now from memory
  }
}

TEST_CASE("A word that stands alone has the term it has in a text", "[text][analyzer]") {
  Analyzer analyzer;
  const std::string text =
      "Officials’ U.S. 3.5 naïve Straße @handle don't O'Brien's 1,000 北京 example.com Россия";
  for (const char* language : {"en", "fr", "tr", "und", "zh"}) {
    for (const Token& token : analyzer.analyze(text, language)) {
      CHECK(analyzer.term_of(slice(text, token.range), language) == token.term);
    }
  }
  CHECK(analyzer.term_of("@nytimes", "und") == "nytimes");
  CHECK(analyzer.term_of("_", "en").empty());
}

TEST_CASE("Equal terms have equal numbers", "[text][analyzer]") {
  Analyzer analyzer;
  const auto tokens = analyzer.analyze_numbered("Elections elected ELECTION vote", "en");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].term == tokens[1].term);
  CHECK(tokens[0].term == tokens[2].term);
  CHECK(tokens[0].term != tokens[3].term);
  CHECK(analyzer.term(tokens[3].term) == "vote");
  CHECK(analyzer.number_of("elect") == tokens[0].term);
  CHECK_FALSE(analyzer.number_of("elections").has_value());
}

TEST_CASE("Languages do not see each other's words", "[text][analyzer]") {
  Analyzer analyzer;
  CHECK(tokens_of(analyzer, "die", "en") == "die@0-3");
  CHECK(tokens_of(analyzer, "dies", "en") == "die@0-4");
  CHECK(tokens_of(analyzer, "dies", "de") == "dies@0-4");
  CHECK(tokens_of(analyzer, "dies", "en") == "die@0-4");
}

TEST_CASE("Terms in several languages are those of each", "[text][analyzer]") {
  const std::vector<std::string> languages = {"de", "en", "fr", "tr", "zh", "und"};
  Analyzer together;
  Analyzer apart;
  for (const std::string text :
       {"", "news", "Gouvernements", "IŞIK", "vice-president's", "end.Start", "' news", "?!"}) {
    CAPTURE(text);
    const auto terms = together.terms_in(text, languages);
    for (std::size_t language = 0; language < languages.size(); ++language) {
      const std::vector<Token> tokens = apart.analyze(text, languages[language]);
      REQUIRE(terms.size() >= tokens.size());
      for (std::size_t at = 0; at < terms.size(); ++at) {
        CHECK(terms[at][language] == (at < tokens.size() ? tokens[at].term : ""));
      }
    }
  }
  CHECK(together.terms_in("Regierungen", languages)[0][0] == "regier");
  CHECK(together.terms_in("Regierungen", languages)[0][1] == "regierungen");
}

TEST_CASE("Forgetting words changes no term", "[text][analyzer]") {
  Analyzer analyzer;
  const std::string text = "Ministers agreed on Baku’s proposal";
  const std::string before = tokens_of(analyzer, text, "en");
  for (int round = 0; round < 5; ++round) {
    std::string many;
    for (int i = 0; i < 60'000; ++i) {
      many += "w" + std::to_string(round) + "x" + std::to_string(i) + " ";
    }
    CHECK(analyzer.analyze(many, "en").size() == 60'000);
    CHECK(tokens_of(analyzer, text, "en") == before);
  }
}

TEST_CASE("Tokens of any text are ordered, apart and never empty", "[text][analyzer]") {
  const std::vector<std::string> pieces = {"a",      "Z",  "9",  "_", "@",  ".",     "'",
                                           "’",      "gu", "Le", " ", "\n", "北",    "\u3164",
                                           "\u0640", "ไท", "ʼ",  "İ", "é",  "\u0301"};
  Analyzer analyzer;
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += pieces[random() % pieces.size()];
    std::size_t end = 0;
    for (const Token& token : analyzer.analyze(text, round % 2 == 0 ? "en" : "tr")) {
      REQUIRE_FALSE(token.term.empty());
      REQUIRE(token.range.start >= end);
      REQUIRE(token.range.start < token.range.end);
      end = token.range.end;
    }
    REQUIRE(end <= text.size());
  }
}

}  // namespace dateline
