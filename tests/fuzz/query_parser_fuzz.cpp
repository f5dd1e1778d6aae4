// Any text has a reading, which has a canonical form; that of a text without operators means the
// same (query_parser_test.cpp tries it with operators). Ranges lie in the text, in order, on
// character boundaries. What was read can be looked up.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/query_lexer.h"
#include "searcher/query_parser.h"
#include "searcher/query_terms.h"
#include "searcher/request.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

void check_parts(std::string_view text, const std::vector<QueryPart>& parts) {
  std::size_t end = 0;
  for (const QueryPart& part : parts) {
    DATELINE_REQUIRE(part.range.start >= end);
    DATELINE_REQUIRE(part.range.start < part.range.end);
    DATELINE_REQUIRE(part.range.end <= text.size());
    DATELINE_REQUIRE(!find_invalid_utf8(slice(text, part.range)));
    end = part.range.end;
    DATELINE_REQUIRE(!part.words.empty());
    for (const std::string& word : part.words) {
      DATELINE_REQUIRE(!word.empty());
      DATELINE_REQUIRE(slice(text, part.range).find(word) != std::string_view::npos);
    }
  }
}

// A strict reader also takes operators for such that others take for words, so it may differ.
void check_strict(std::string_view text) {
  const auto strict = parse_query(text, {true, {2024, 5, 16}});
  if (strict) {
    DATELINE_REQUIRE(parse_query(to_string(*strict)).has_value() ||
                     to_string(*strict).size() > kMaxQueryBytes);
    return;
  }
  DATELINE_REQUIRE(strict.error().message.find('\n') == std::string::npos);
  DATELINE_REQUIRE(!find_invalid_utf8(strict.error().excerpt));
}

// Looks the query up in two languages, without a vocabulary.
void check_terms(const Query& query) {
  static Analyzer analyzer;
  static const std::vector<std::string> languages = {"en", "und"};
  const QueryTerms terms = terms_of(query, languages, analyzer);
  for (const std::size_t number : terms.scored) DATELINE_REQUIRE(number < terms.words.size());
}

void check(std::string_view text) {
  const auto query = parse_query(text, {false, {2024, 5, 16}});
  if (!query) {
    DATELINE_REQUIRE(query.error().kind == ErrorKind::kRequest);
    DATELINE_REQUIRE(query.error().message.find('\n') == std::string::npos);
    DATELINE_REQUIRE(!find_invalid_utf8(query.error().excerpt));
    return;
  }
  if (!may_have_operators(text)) {
    DATELINE_REQUIRE(!query->condition);
    check_parts(text, query->words);
    check_parts(text, query->phrases);
    check_parts(text, query->excluded);
  }
  check_strict(text);
  check_terms(*query);
  const std::string canonical = to_string(*query);
  DATELINE_REQUIRE(!find_invalid_utf8(canonical));
  if (canonical.size() > kMaxQueryBytes) return;
  const auto again = parse_query(canonical);
  DATELINE_REQUIRE(again.has_value());
  if (may_have_operators(text)) return;
  DATELINE_REQUIRE(*again == *query);
  DATELINE_REQUIRE(to_string(*again) == canonical);
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
