#include "searcher/synonyms.h"

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

namespace dateline {
namespace {

using Rules = std::vector<SynonymRule>;

Rules rules_of(const std::string& text) {
  const auto synonyms = parse_synonyms(text, "words.txt");
  if (!synonyms) FAIL(synonyms.error().message);
  return synonyms->rules;
}

}  // namespace

TEST_CASE("A file of synonyms has a rule for each word that stands for others",
          "[searcher][synonyms]") {
  const auto [text, rules] = GENERATE(table<std::string, Rules>({
      {"", {}},
      {"\n  \n# nothing\n   # nothing\n", {}},
      {"car, automobile\n", {{"car", {"automobile"}}, {"automobile", {"car"}}}},
      {"a,b,c", {{"a", {"b", "c"}}, {"b", {"a", "c"}}, {"c", {"a", "b"}}}},
      {"uk => united kingdom, britain", {{"uk", {"united kingdom", "britain"}}}},
      {"a, b => c\n", {{"a", {"c"}}, {"b", {"c"}}}},
      {"a => b\r\na => c, b # more\r\n", {{"a", {"b", "c"}}}},
      {"\xEF\xBB\xBFKıbrıs, Cyprus", {{"Kıbrıs", {"Cyprus"}}, {"Cyprus", {"Kıbrıs"}}}},
      {"c#, c sharp", {{"c#", {"c sharp"}}, {"c sharp", {"c#"}}}},
      {"a, a", {}},
      {"a => a, b", {{"a", {"b"}}}},
  }));
  CAPTURE(text);
  CHECK(rules_of(text) == rules);
}

TEST_CASE("A line that is no synonyms is named, with a caret", "[searcher][synonyms]") {
  const auto [text, message, excerpt] = GENERATE(table<std::string, std::string, std::string>({
      {"a, b\ncar\n",
       "words.txt, line 2: a line names at least two, as in \"car, automobile\" or "
       "\"uk => britain\"",
       "  car\n  ^"},
      {"  car # alone",
       "words.txt, line 1: a line names at least two, as in \"car, automobile\" "
       "or \"uk => britain\"",
       "    car # alone\n    ^"},
      {"a,, b", "words.txt, line 1: a word is missing here", "  a,, b\n    ^"},
      {"a, b,", "words.txt, line 1: a word is missing here", "  a, b,\n       ^"},
      {"=> b", "words.txt, line 1: a word is missing here", "  => b\n  ^"},
      {"Zürich =>", "words.txt, line 1: a word is missing here", "  Zürich =>\n           ^"},
      {"a => b => c", "words.txt, line 1: a line has one \"=>\"", "  a => b => c\n         ^"},
      {"a, ?!", "words.txt, line 1: there is no word in this", "  a, ?!\n     ^"},
      {"a => 1 2 3 4 5 6 7 8 9", "words.txt, line 1: 9 words; at most 8 can stand together",
       "  a => 1 2 3 4 5 6 7 8 9\n       ^"},
      {"a, b\xFF"
       "c",
       "words.txt, line 1: this is not UTF-8", "  a, b\n      ^"},
  }));
  CAPTURE(text);
  const auto synonyms = parse_synonyms(text, "words.txt");
  REQUIRE_FALSE(synonyms);
  CHECK(synonyms.error().kind == ErrorKind::kInput);
  CHECK(synonyms.error().message == message);
  CHECK(synonyms.error().excerpt == excerpt);
}

TEST_CASE("Synonyms are bounded", "[searcher][synonyms]") {
  std::string line = "a0";
  for (std::size_t at = 1; at < kMaxSynonymsOfLine; ++at) line += ",a" + std::to_string(at);
  CHECK(rules_of(line).size() == kMaxSynonymsOfLine);
  const auto one_more = parse_synonyms(line + ",b", "words.txt");
  REQUIRE_FALSE(one_more);
  CHECK(one_more.error().message == "words.txt, line 1: more than 32 in one line");
  CHECK_FALSE(parse_synonyms("a, " + std::string(5000, 'b'), "words.txt"));
  const auto large = parse_synonyms(std::string(kMaxSynonymFileBytes + 1, '\n'), "words.txt");
  REQUIRE_FALSE(large);
  CHECK(large.error().message ==
        "words.txt: 1048577 bytes of synonyms; at most 1048576 can be used");
}

TEST_CASE("Synonyms are read from a file, if one is named", "[searcher][synonyms]") {
  const TemporaryFolder folder;
  const auto none = shared_synonyms("");
  REQUIRE(none);
  CHECK(*none == nullptr);
  const auto read = shared_synonyms(folder.write("words.txt", "a => b\n"));
  REQUIRE(read);
  CHECK((*read)->rules == Rules{{"a", {"b"}}});
  CHECK_FALSE(shared_synonyms(folder / "missing.txt"));
  const auto wrong = shared_synonyms(folder.write("wrong.txt", "a\n"));
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message.find("wrong.txt, line 1: ") != std::string::npos);
}

}  // namespace dateline
