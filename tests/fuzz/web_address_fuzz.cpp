// The parameters of any address are a request or an error, and links made of them say the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/text/country_lookup.h"
#include "common/text/utf8.h"
#include "searcher/page/page_state.h"
#include "searcher/request_json.h"
#include "searcher/serve/address_request.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

void check(std::string_view query_string) {
  const PageParameters parameters = parse_page_parameters(query_string);
  for (const auto& [name, value] : parameters) {
    DATELINE_REQUIRE(!find_invalid_utf8(name) && !find_invalid_utf8(value));
  }
  const std::string json = request_json_of(parameters);
  DATELINE_REQUIRE(nlohmann::json::accept(json));
  const FilterContext context{{2024, 5, 16}, parse_country};
  const NamedRequest named = read_request(json, {}, context);
  DATELINE_REQUIRE(named.request || !named.request.error().message.empty());

  PageParameters with_values;
  for (const auto& parameter : parameters) {
    if (!parameter.second.empty()) with_values.push_back(parameter);
  }
  const std::string link = address_with(parameters, "no such name", "");
  PageParameters again = parse_page_parameters(std::string_view(link).substr(2));
  std::erase_if(with_values, [](const auto& pair) { return pair.first == "no such name"; });
  DATELINE_REQUIRE(again == with_values);
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
