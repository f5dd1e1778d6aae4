// Any message is answered by one line of JSON, or by nothing. The index has one article.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/text/country_lookup.h"
#include "searcher/mcp/protocol.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/small_index.h"

namespace dateline {
namespace {

void check(std::string_view message) {
  static Searcher searcher =
      searcher_of(R"({"id": "a", "title": "Rail", "text": "Freight for Baku.", "date": "2023"})");
  const ServeContext context{{}, {{2024, 5, 16}, parse_country}};
  const std::string reply = reply_to_message(message, searcher, context).line;
  DATELINE_REQUIRE(reply.empty() || nlohmann::json::accept(reply));
  DATELINE_REQUIRE(reply.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
