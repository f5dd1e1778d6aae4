#include "searcher/serve/address_request.h"

#include <map>
#include <string>

#include <catch2/catch.hpp>

#include "searcher/request_json.h"

namespace dateline {
namespace {

struct Written {
  std::string value;  // in the address, behind '='
  std::string json;
};

// Of the fields that are read each in its own way.
const std::map<std::string_view, Written> kOwn = {
    {"id", {"q-7", R"("q-7")"}},          {"query", {"peace+talks", R"("peace talks")"}},
    {"sort", {"newest", R"("newest")"}},  {"expand", {"off", R"("off")"}},
    {"recency", {"30d", R"("30d")"}},     {"like", {"an%2Fid", R"("an/id")"}},
    {"min_match", {"75%25", R"("75%")"}}, {"fold", {"story", R"("story")"}},
    {"cursor", {"first", R"("first")"}},
};

Written written(const RequestField& field) {
  switch (field.kind) {
    case FieldKind::kNumber:
      return {"7", "7"};
    case FieldKind::kFlag:
      return {"false", "false"};
    case FieldKind::kText:
      return {"2023-03", R"("2023-03")"};
    case FieldKind::kTexts:
      return {"a&" + std::string(field.name) + "=b%2Cc", R"(["a","b,c"])"};
    case FieldKind::kOwn:
      break;
  }
  const auto own = kOwn.find(field.name);
  REQUIRE(own != kOwn.end());
  return own->second;
}

}  // namespace

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
      {"fields=id&fields=title", R"({"query":"","fields":["id","title"]})"},
      {"facet=year&facet=source", R"({"query":"","facet":["year","source"]})"},
      {"frob=%22%5C", R"({"query":"","frob":"\"\\"})"},
  }));
  CHECK(request_json_of(parse_page_parameters(row.address)) == row.json);
}

TEST_CASE("Every field of a request can be written in an address, by its kind", "[serve]") {
  for (const RequestField& field : request_fields()) {
    const std::string name(field.name);
    CAPTURE(name);
    const Written each = written(field);
    const std::string query = name == "query" ? "" : R"("query":"",)";
    CHECK(request_json_of(parse_page_parameters(name + '=' + each.value)) ==
          '{' + query + '"' + name + "\":" + each.json + '}');
  }
}

}  // namespace dateline
