#include "searcher/serve/address_request.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "searcher/request_json.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

bool is_of_kind(std::string_view name, FieldKind kind) {
  static const std::vector<RequestField> fields = request_fields();
  return std::any_of(fields.begin(), fields.end(), [name, kind](const RequestField& field) {
    return field.name == name && field.kind == kind;
  });
}

std::string json_name(const std::string& name) {
  if (name == "q") return "query";
  if (name == "country") return "countries";
  return name;
}

// What does not look like the field's type stays text, which is refused by name later.
Json value_of_type(std::string_view name, const std::string& typed) {
  constexpr std::size_t kDigits = 9;
  const bool digits = !typed.empty() && typed.size() <= kDigits &&
                      typed.find_first_not_of("0123456789") == std::string::npos;
  if (digits && (is_of_kind(name, FieldKind::kNumber) || name == "min_match"))
    return std::stoul(typed);
  if (is_of_kind(name, FieldKind::kFlag) && (typed == "true" || typed == "false"))
    return typed == "true";
  return typed;
}

}  // namespace

std::string request_json_of(const PageParameters& parameters) {
  Json request = {{"query", ""}};
  for (const auto& [typed_name, typed] : parameters) {
    const std::string name = json_name(typed_name);
    if (is_of_kind(name, FieldKind::kTexts)) {
      if (!request.contains(name)) request[name] = Json::array();
      request[name].push_back(typed);
    } else {
      request[name] = value_of_type(name, typed);
    }
  }
  return request.dump();
}

}  // namespace dateline
