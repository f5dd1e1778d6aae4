// Whatever is typed, what is read of time and place lies in the text, in order, and is sound.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/interpret/interpret.h"
#include "searcher/query_parser.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

void check(std::string_view text) {
  static WordBreaker breaker;
  const Date today{2024, 5, 15};
  const auto query = parse_query(text);
  if (!query) return;
  std::size_t end = 0;
  for (const Interpretation& one : interpret(text, *query, today, breaker)) {
    DATELINE_REQUIRE(one.range.start < one.range.end);
    DATELINE_REQUIRE(one.range.end <= text.size());
    DATELINE_REQUIRE(one.words == slice(text, one.range));
    DATELINE_REQUIRE(!find_invalid_utf8(one.words));
    DATELINE_REQUIRE(one.country.has_value() != (one.from.has_value() || one.to.has_value()));
    DATELINE_REQUIRE(!one.from || (is_valid(*one.from) && one.from->year > 0));
    DATELINE_REQUIRE(!one.to || (is_valid(*one.to) && one.to->year > 0));
    DATELINE_REQUIRE(one.range.start >= end || !one.country);
    end = one.range.start;
  }
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
