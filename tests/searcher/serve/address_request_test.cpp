#include "searcher/serve/address_request.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("An address becomes the JSON request that says the same", "[serve]") {
  struct Row {
    const char* address;
    const char* json;
  };
  const auto row = GENERATE(values<Row>({
      {"", R"({"query":""})"},
      {"query=peace+talks", R"({"query":"peace talks"})"},
      {"q=a&q=b", R"({"query":"b"})"},
      {"country=AZ&countries=CU", R"({"query":"","countries":["AZ","CU"]})"},
      {"limit=3&facets=false", R"({"query":"","limit":3,"facets":false})"},
      {"limit=three&facets=no", R"({"query":"","limit":"three","facets":"no"})"},
      {"limit=99999999999999999999", R"({"query":"","limit":"99999999999999999999"})"},
      {"min_match=2", R"({"query":"","min_match":2})"},
      {"min_match=75%25", R"({"query":"","min_match":"75%"})"},
      {"source=The+Times&from=2023-03", R"({"query":"","source":["The Times"],"from":"2023-03"})"},
      {"frob=%22%5C", R"({"query":"","frob":"\"\\"})"},
  }));
  CHECK(request_json_of(parse_page_parameters(row.address)) == row.json);
}

}  // namespace dateline
