#include "searcher/evaluation/passage_texts.h"

#include <sstream>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

Result<PassageTexts> read(const std::string& lines) {
  std::istringstream input(lines);
  return read_passage_texts(input, "p.jsonl");
}

}  // namespace

TEST_CASE("Passages are read by query, in their order", "[searcher][passage_texts]") {
  const auto texts = read(
      "{\"_id\": \"q1\", \"passages\": [\"second\", \"first\"]}\n\n"
      "{\"_id\": \"q2\", \"passages\": [], \"more\": 1}\n");
  REQUIRE(texts);
  CHECK(*texts == PassageTexts{{"q1", {"second", "first"}}, {"q2", {}}});
}

TEST_CASE("A line that has no passages is named", "[searcher][passage_texts]") {
  for (const std::string line :
       {"{", "[]", "{\"_id\": \"q\"}", "{\"passages\": []}", "{\"_id\": 1, \"passages\": []}",
        "{\"_id\": \"q\", \"passages\": \"text\"}", "{\"_id\": \"q\", \"passages\": [\"a\", 2]}"}) {
    const auto texts = read("{\"_id\": \"q\", \"passages\": []}\n" + line + '\n');
    REQUIRE_FALSE(texts);
    CHECK(texts.error().kind == ErrorKind::kInput);
    CHECK(texts.error().message ==
          "p.jsonl:2: expected a JSON object with an \"_id\" and a list of texts, \"passages\"");
  }
}

}  // namespace dateline
