#include "searcher/request_schema.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/filter_parser.h"
#include "searcher/request.h"
#include "searcher/request_json.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// What fields mean whose tables do not say it.
constexpr std::array<std::pair<std::string_view, const char*>, 21> kMeanings = {{
    {"id", "Repeated in the line that answers it"},
    {"query",
     "Words to look for; \"a phrase\" in double quotes, -word to leave out. Empty for the newest "
     "articles. At most 8192 bytes"},
    {"sort", "The order of passages"},
    {"expand", "Rank again with words that the best articles share"},
    {"recency", "Let scores fade with age: half is left after 30d, 4w, 6m, 1y; or off"},
    {"like", "The id of an article to find more like; the query may then be empty"},
    {"fold",
     "Articles that count as one, shown by the best ranked: copies, all of a story, or none"},
    {"min_match", "Articles must have so many of the words, or a share of them: 75%"},
    {"cursor",
     "Where to go on: what the answer before gave as its cursor, with the same query, filters and "
     "ranking; or first"},
    {"from", "First day of publication: 2023, 2023-03, 2023-03-01, today, today-7d"},
    {"to", "Last day of publication, likewise"},
    {"as_of", "Search as on this day: what was published later does not appear and does not count"},
    {"undated", "Articles without a date; left out by default where from or to is given"},
    {"countries", "About any of these: ISO codes or names"},
    {"all_countries", "About every one of these"},
    {"not_countries", "About none of these"},
    {"source", "Published by any of these"},
    {"language", "In any of these: ISO 639-1, or und"},
    {"fields", "Which parts of each passage the answer has; by default all"},
    {"facet", "Which facets to count; by default country, year, month, source, language"},
    {"facet_prefix", "Of facets only values with a word that begins so, and the chosen ones"},
}};

Json choice(std::span<const std::string_view> values) {
  return {{"type", "string"}, {"enum", values}};
}

Json own_schema(std::string_view name) {
  if (name == "id") return {{"type", {"string", "number"}}};
  if (name == "query") return {{"type", "string"}, {"maxLength", kMaxQueryBytes}};
  for (const ChoiceField& field : choice_fields()) {
    if (field.name == name) return choice(field.choices);
  }
  if (name == "like") return {{"type", "string"}};
  if (name == "cursor") return {{"type", "string"}, {"pattern", "^(first|[0-9a-f.]+)$"}};
  if (name == "recency") return {{"type", "string"}, {"pattern", "^([1-9][0-9]*[dwmy]|off)$"}};
  if (name == "min_match") {
    return {{"type", {"integer", "string"}},
            {"minimum", 1},
            {"maximum", kMaxQueryParts},
            {"pattern", "^[1-9][0-9]*%?$"}};
  }
  return Json::object();
}

Json schema_of(const RequestField& field) {
  switch (field.kind) {
    case FieldKind::kText:
      if (field.name == "undated") return choice(undated_choices());
      return {{"type", "string"}};
    case FieldKind::kTexts:
      if (field.name == "fields") {
        return {{"type", "array"}, {"items", choice(passage_field_choices())}};
      }
      if (field.name == "facet") return {{"type", "array"}, {"items", choice(facet_choices())}};
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case FieldKind::kNumber:
      for (const NumberField& number : number_fields()) {
        if (number.name != field.name) continue;
        return {{"type", "integer"},
                {"minimum", number.least},
                {"maximum", number.most},
                {"default", Request{}.*number.value},
                {"description", number.meaning}};
      }
      break;
    case FieldKind::kFlag:
      for (const FlagField& flag : flag_fields()) {
        if (flag.name != field.name) continue;
        return {
            {"type", "boolean"}, {"default", Request{}.*flag.value}, {"description", flag.meaning}};
      }
      break;
    case FieldKind::kOwn:
      break;
  }
  return own_schema(field.name);
}

Json properties() {
  Json schemas = Json::object();
  for (const RequestField& field : request_fields()) {
    schemas[std::string(field.name)] = schema_of(field);
  }
  for (const auto& [name, meaning] : kMeanings) schemas[std::string(name)]["description"] = meaning;
  return schemas;
}

}  // namespace

const Json& request_properties() {
  static const Json schemas = properties();
  return schemas;
}

Json request_properties(Use use) {
  Json schemas = Json::object();
  for (const auto& [name, schema] : request_properties().items()) {
    if (has_effect(name, use)) schemas[name] = schema;
  }
  return schemas;
}

}  // namespace dateline
