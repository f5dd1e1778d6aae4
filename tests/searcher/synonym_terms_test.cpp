#include "searcher/synonym_terms.h"

#include <catch2/catch.hpp>

#include "searcher/numbered_words.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

const std::vector<std::string> kLanguages = {"de", "en"};

Synonyms synonyms_of(const std::string& text) {
  const auto synonyms = parse_synonyms(text, "words.txt");
  REQUIRE(synonyms);
  return *synonyms;
}

// "car=automobil|motor car" in the language, by word of the query that stands for others.
std::string meant(const std::string& rules, const std::string& query, std::size_t language) {
  Analyzer analyzer;
  const SynonymTerms synonyms(synonyms_of(rules), kLanguages, analyzer);
  const QueryTerms terms = terms_of(*parse_query(query), kLanguages, analyzer, nullptr, &synonyms);
  std::string text;
  for (const std::size_t scored : terms.scored) {
    const QueryWord& word = terms.words[scored];
    if (word.any_of.empty()) continue;
    text += text.empty() ? "" : " ";
    for (const auto& sequence : word.any_of) {
      text += &sequence == &word.any_of.front() ? "" : "|";
      for (const std::size_t one : sequence) {
        text += (one == sequence.front() ? "" : "+") + terms.words[one].terms[language];
      }
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Words of a query stand for their synonyms where they are typed plainly",
          "[searcher][synonyms]") {
  const std::string rules =
      "car, auto\nuk => united kingdom, britain\nsoviet union => ussr\ne-mail, email\n";
  const auto [query, words] = GENERATE(table<std::string, std::string>({
      {"car", "car|auto"},
      {"the Cars crash", "car|auto"},
      {"car auto", "car|auto"},  // one word, twice
      {"uk", "uk|unit+kingdom|britain"},
      {"britain", ""},
      {"soviet union", "soviet|ussr ussr|union"},
      {"union soviet", ""},
      {"soviet -war union", ""},
      {"soviet \"cold war\" union", ""},
      {"ussr", ""},
      {"\"car\"", ""},
      {"crash -car", ""},
      {"email", "email|e+mail"},
      {"e-mail", "e|email email|mail"},
      {"+car crash", "car|auto"},
      {"car OR crash", "car|auto"},
      {"crash AND (soviet union)", "soviet|ussr ussr|union"},
      {"soviet AND union", ""},
      {"+soviet union", ""},
      {"NOT car crash", ""},
      {"car NEAR/3 crash", ""},
      {"car* crash", ""},
      {"title:car", "car|auto"},
      {"title:(soviet union)", "soviet|ussr ussr|union"},
      {"title:soviet union", ""},
      {"war AND (title:soviet union)", ""},
      {"\"soviet union\" OR car", "car|auto"},
  }));
  CAPTURE(query);
  CHECK(meant(rules, query, 1) == words);
}

TEST_CASE("A stem has synonyms in the languages that make it one", "[searcher][synonyms]") {
  const std::string rules = "fly => soar";
  CHECK(meant(rules, "flies", 1) == "fli|soar");
  CHECK(meant(rules, "flies", 0) == "flies|");  // in German they are two words
  CHECK(meant(rules, "fly", 0) == "fly|soar");
}

TEST_CASE("An answer can say what was added", "[searcher][synonyms]") {
  Analyzer analyzer;
  const SynonymTerms synonyms(synonyms_of("car, auto\nuk => united kingdom, britain\n"), kLanguages,
                              analyzer);
  const auto added = [&](const char* query) {
    return terms_of(*parse_query(query), kLanguages, analyzer, nullptr, &synonyms).synonyms;
  };
  using Added = std::vector<AddedSynonyms>;
  CHECK(added("war") == Added{});
  CHECK(added("uk cars uk") == Added{{"uk", {"united kingdom", "britain"}}, {"car", {"auto"}}});
  CHECK(added("war AND uk") == Added{{"uk", {"united kingdom", "britain"}}});
}

TEST_CASE("The synonyms of a query are bounded", "[searcher][synonyms]") {
  std::string rules;
  std::string query;
  for (int word = 0; word < 300; ++word) {
    rules += "w" + std::to_string(word) + " => v" + std::to_string(word) + "\n";
    query += "w" + std::to_string(word) + " ";
  }
  Analyzer analyzer;
  const SynonymTerms synonyms(synonyms_of(rules), kLanguages, analyzer);
  const QueryTerms terms = terms_of(*parse_query(query), kLanguages, analyzer, nullptr, &synonyms);
  CHECK(terms.scored.size() == 300);
  CHECK(std::count_if(terms.words.begin(), terms.words.end(), [](const QueryWord& word) {
          return !word.any_of.empty();
        }) == kMaxSynonymsInQuery);
}

}  // namespace dateline
