// Any line is a request or an error; either way it gets an answer that is JSON, and a text for the
// terminal without control characters.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/text/country_lookup.h"
#include "searcher/answer_json.h"
#include "searcher/answer_text.h"
#include "searcher/request_json.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

Answer answer_to(const Request& request) {
  Answer answer;
  answer.query = request.query;
  answer.understood = request.query;
  answer.filters = request.filters;
  Passage passage;
  passage.rank = 1;
  passage.text = request.query;
  passage.range = {0, request.query.size()};
  passage.highlights = {passage.range};
  passage.article.title = request.query;
  passage.article.id = "a";
  answer.passages = {passage};
  answer.facets = {{"source", {{request.query, request.query, 1, true}}}};
  return answer;
}

bool has_control(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return true;
  }
  return false;
}

void check(std::string_view line) {
  const FilterContext context{{2024, 5, 16}, parse_country};
  const NamedRequest named = read_request(line, {}, context);
  DATELINE_REQUIRE(nlohmann::json::accept(named.id));
  if (!named.request) {
    DATELINE_REQUIRE(!has_control(named.request.error().message));
    DATELINE_REQUIRE(nlohmann::json::accept(error_line(named.id, 1, named.request.error())));
    return;
  }
  const Answer answer = answer_to(*named.request);
  DATELINE_REQUIRE(nlohmann::json::accept(answer_line(named.id, answer)));
  DATELINE_REQUIRE(nlohmann::json::accept(to_json(answer, JsonLayout::kIndented)));
  const TextStyle style{40, Emphasis::kPlain, [](CountryCode country) { return country.str(); }};
  DATELINE_REQUIRE(!has_control(to_text(answer, style)));
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
