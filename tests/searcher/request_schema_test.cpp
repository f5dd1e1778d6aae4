#include "searcher/request_schema.h"

#include <catch2/catch.hpp>

#include "searcher/request_json.h"
#include "tests/searcher/few_countries.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// A value that the schema allows.
Json value_of(const Json& schema) {
  const Json type = schema.at("type").is_array() ? schema.at("type").front() : schema.at("type");
  if (schema.contains("enum")) return schema.at("enum").front();
  if (schema.contains("pattern")) return "1" + std::string(type == "integer" ? "" : "d");
  if (type == "integer") return schema.at("maximum");
  if (type == "boolean") return true;
  if (type != "array") return Json("2023");
  const Json& items = schema.at("items");
  return Json::array({items.contains("enum") ? items.at("enum").front() : Json("en")});
}

}  // namespace

TEST_CASE("Every field of a request has a schema that says what it means", "[searcher]") {
  CHECK(request_properties().size() == request_fields().size());
  for (const RequestField& field : request_fields()) {
    CAPTURE(field.name);
    const Json schema = request_properties().value(std::string(field.name), Json::object());
    CHECK(schema.contains("type"));
    CHECK(schema.value("description", "").size() > 10);
  }
}

TEST_CASE("What a schema allows is read, and a number beyond it is not", "[searcher]") {
  for (const auto& [name, schema] : request_properties().items()) {
    if (name.find("countries") != std::string::npos) continue;  // the schema cannot know them
    if (name == "cursor") continue;                             // nor what an answer gave
    if (name == "min_match") continue;                          // takes "75%" as well
    Json request = {{"query", "a"}};
    request[name] = value_of(schema);
    if (name == "before_it") request["like"] = "an id";
    CAPTURE(request.dump());
    const NamedRequest read = read_request(request.dump(), {}, filter_context());
    CHECK(read.request);
    if (!schema.contains("maximum")) continue;
    request[name] = schema.at("maximum").get<std::size_t>() + 1;
    CHECK_FALSE(read_request(request.dump(), {}, filter_context()).request);
  }
}

}  // namespace dateline
