// Any bytes as a file of synonyms: rules that hold what they promise, or an error with its line.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/numbered_words.h"
#include "searcher/synonym_terms.h"
#include "tests/fuzz/require.h"

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto synonyms = parse_synonyms(text, "file");
  if (!synonyms) {
    DATELINE_REQUIRE(synonyms.error().message.starts_with("file"));
    return 0;
  }
  std::set<std::string> seen;
  for (const SynonymRule& rule : synonyms->rules) {
    DATELINE_REQUIRE(seen.insert(rule.from).second);
    DATELINE_REQUIRE(!rule.to.empty());
    for (const std::string& to : rule.to) DATELINE_REQUIRE(to != rule.from);
  }
  static Analyzer analyzer;
  const std::vector<std::string> languages = {"en", "ru"};
  const SynonymTerms terms(*synonyms, languages, analyzer);
  for (const SynonymRule& rule : synonyms->rules) {
    const auto words = words_of(rule.from, languages, analyzer);
    DATELINE_REQUIRE(!terms.of(words).added.empty());
  }
  return 0;
}
