// Any text has a reading, and its canonical form means the same. Ranges lie in the text, in order,
// on character boundaries.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/query_parser.h"
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

void check(std::string_view text) {
  const auto query = parse_query(text);
  if (!query) {
    DATELINE_REQUIRE(query.error().kind == ErrorKind::kRequest);
    DATELINE_REQUIRE(query.error().message.find('\n') == std::string::npos);
    DATELINE_REQUIRE(!find_invalid_utf8(query.error().excerpt));
    return;
  }
  check_parts(text, query->words);
  check_parts(text, query->phrases);
  check_parts(text, query->excluded);
  const std::string canonical = to_string(*query);
  if (canonical.size() > kMaxQueryBytes) return;
  const auto again = parse_query(canonical);
  DATELINE_REQUIRE(again.has_value());
  DATELINE_REQUIRE(*again == *query);
  DATELINE_REQUIRE(to_string(*again) == canonical);
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
