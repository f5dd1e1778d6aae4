#include "searcher/serve/openapi.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "searcher/request_schema.h"
#include "searcher/serve/openapi_file.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// JSON may have one text where a list is meant, and null for what it leaves out.
Json for_body(Json schema) {
  Json types = schema.at("type").is_array() ? schema.at("type") : Json::array({schema.at("type")});
  if (types.front() == "array") types.push_back("string");
  types.push_back("null");
  schema["type"] = std::move(types);
  if (schema.contains("enum")) schema["enum"].push_back(nullptr);
  return schema;
}

Json parameters() {
  Json list = Json::array();
  for (const auto& [name, schema] : request_properties().items()) {
    if (name == "id") continue;  // of a line
    Json own = schema;
    own.erase("description");
    list.push_back({{"name", name},
                    {"in", "query"},
                    {"description", schema.at("description")},
                    {"schema", std::move(own)}});
  }
  return list;
}

std::string filled_in() {
  Json description = Json::parse(openapi_file());
  description["info"]["version"] = DATELINE_VERSION;
  Json& fields = description["components"]["schemas"]["Request"]["properties"];
  for (const auto& [name, schema] : request_properties().items()) {
    fields[name] = name == "query" ? schema : for_body(schema);
  }
  Json& of_quote = description["components"]["schemas"]["QuoteRequest"]["properties"];
  const Json quote_fields = request_properties(Use::kQuote);
  for (const auto& [name, schema] : quote_fields.items()) {
    of_quote[name] = for_body(schema);
  }
  for (const char* path : {"/search", "/facets"}) {
    description["paths"][path]["get"]["parameters"] = parameters();
  }
  return description.dump(2) + "\n";
}

}  // namespace

const std::string& openapi_description() {
  static const std::string description = filled_in();
  return description;
}

}  // namespace dateline
