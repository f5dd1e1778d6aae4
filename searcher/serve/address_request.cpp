#include "searcher/serve/address_request.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> kLists = {"countries", "all_countries", "not_countries",
                                                    "source",    "language",      "fields"};

bool is_list(std::string_view name) {
  return std::find(kLists.begin(), kLists.end(), name) != kLists.end();
}

bool is_number(std::string_view name) {
  const auto fields = number_fields();
  return std::any_of(fields.begin(), fields.end(),
                     [name](const NumberField& field) { return field.name == name; });
}

bool is_flag(std::string_view name) {
  const auto fields = flag_fields();
  return std::any_of(fields.begin(), fields.end(),
                     [name](const FlagField& field) { return field.name == name; });
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
  if (digits && (is_number(name) || name == "min_match")) return std::stoul(typed);
  if (is_flag(name) && (typed == "true" || typed == "false")) return typed == "true";
  return typed;
}

}  // namespace

std::string request_json_of(const PageParameters& parameters) {
  Json request = {{"query", ""}};
  for (const auto& [typed_name, typed] : parameters) {
    const std::string name = json_name(typed_name);
    if (is_list(name)) {
      if (!request.contains(name)) request[name] = Json::array();
      request[name].push_back(typed);
    } else {
      request[name] = value_of_type(name, typed);
    }
  }
  return request.dump();
}

}  // namespace dateline
