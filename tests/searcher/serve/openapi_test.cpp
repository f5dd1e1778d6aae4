#include "searcher/serve/openapi.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searcher/request_schema.h"
#include "searcher/serve/addresses.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

Json description() { return Json::parse(openapi_description()); }

}  // namespace

TEST_CASE("Every address but the page's own files is described, with its methods", "[serve]") {
  std::set<std::string> served;
  for (const Address& address : addresses()) {
    if (address.path.starts_with("/page.")) continue;
    const std::string path(address.path == "/articles/" ? "/articles/{id}" : address.path);
    if (takes(address, "GET")) served.insert("get " + path);
    if (takes(address, "POST")) served.insert("post " + path);
  }
  std::set<std::string> described;
  const Json whole = description();
  for (const auto& [path, methods] : whole.at("paths").items()) {
    for (const auto& method : methods.items()) described.insert(method.key() + ' ' + path);
  }
  CHECK(described == served);
}

TEST_CASE("Every field of a request is described for a body and for an address", "[serve]") {
  const Json whole = description();
  const Json& body = whole.at("components").at("schemas").at("Request").at("properties");
  CHECK(body.size() == request_properties().size());
  std::set<std::string> parameters;
  for (const Json& parameter : whole.at("paths").at("/search").at("get").at("parameters")) {
    parameters.insert(parameter.at("name"));
  }
  for (const auto& field : request_properties().items()) {
    CAPTURE(field.key());
    CHECK(body.contains(field.key()));
    CHECK((field.key() == "id" || parameters.contains(field.key())));
  }
}

}  // namespace dateline
