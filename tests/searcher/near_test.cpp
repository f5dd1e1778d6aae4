#include "searcher/near.h"

#include <catch2/catch.hpp>

#include "searcher/query_parser.h"

namespace dateline {
namespace {

// Words a, b, c at places that a picture shows: "a.b|c" has a at 0, b at 2 and c at 3, where '|'
// begins a sentence and '/' a paragraph.
struct Picture {
  std::vector<WordHit> hits;
  std::vector<ArticleSentence> sentences{{{}, 0, 0, true}};

  explicit Picture(const std::string& drawn) {
    std::uint32_t place = 0;
    for (const char c : drawn) {
      if (c == '|' || c == '/') {
        sentences.back().end_word = place;
        sentences.push_back({{}, place, 0, c == '/'});
        continue;
      }
      if (c != '.') hits.push_back({place, static_cast<std::uint32_t>(c - 'a')});
      ++place;
    }
    sentences.back().end_word = place;
  }
};

bool stands(const std::string& title, const std::string& body, const std::string& query) {
  Analyzer analyzer;
  const std::vector<std::string> languages = {"und"};
  const auto parsed = parse_query("a AND b AND c AND " + query);  // for the numbers of the words
  REQUIRE(parsed);
  const QueryTerms terms = terms_of(*parsed, languages, analyzer);
  REQUIRE(terms.condition);
  const Picture in_title(title);
  const Picture in_body(body);
  return stands_in({in_title.hits, in_body.hits, in_body.sentences},
                   terms.condition->children.front().children.back(), WordFinder(terms, 0));
}

}  // namespace

TEST_CASE("Words stand near each other or do not", "[searcher][near]") {
  const auto [body, query, expected] = GENERATE(table<std::string, std::string, bool>({
      {"a..b", "a NEAR/3 b", true},
      {"a..b", "a NEAR/2 b", false},
      {"b..a", "a NEAR/3 b", true},
      {"b...a.b", "a NEAR/2 b", true},
      {"a", "a NEAR/5 a", false},
      {"a.a", "a NEAR/5 a", true},
      {"a.b.c", "a NEAR/2 b NEAR/2 c", true},
      {"a.b...c", "a NEAR/2 b NEAR/2 c", false},
      {"b.a.c", "a NEAR/2 b NEAR/2 c", false},  // c is near a, not near b
      {"ab...c", "\"a b\" NEAR/4 c", true},
      {"ab...c", "\"a b\" NEAR/3 c", false},
      {"a.....c.b", "a NEAR/6 (b OR c)", true},
      {"a......c.b", "a NEAR/6 (b OR c)", false},
      {"a....b|c", "a NEAR/s b", true},
      {"a|b", "a NEAR/s b", false},
      {"a|b/c", "a NEAR/p b", true},
      {"a|b/c", "b NEAR/p c", false},
      {"a.|a", "a NEAR/s a", false},
      {"a.b.c", "\"a b c\"~2", true},
      {"a.b..c", "\"a b c\"~2", false},
      {"a.b..c.a.bc", "\"a b c\"~2", true},
      {"c.b.a", "\"a b c\"~5", false},
  }));
  CAPTURE(body, query);
  CHECK(stands("", body, query) == expected);
}

TEST_CASE("A title is a text of its own", "[searcher][near]") {
  CHECK(stands("a.b", "", "a NEAR/2 b"));
  CHECK(stands("a.b", "", "a NEAR/s b"));
  CHECK_FALSE(stands("a", "b", "a NEAR/5 b"));
  CHECK(stands("ab", "", "title:\"a b\""));
  CHECK_FALSE(stands("", "ab", "title:\"a b\""));
  CHECK_FALSE(stands("", "ab", "title:a NEAR/2 b"));
}

}  // namespace dateline
