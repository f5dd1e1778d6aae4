#include "tests/searcher/documented_fields.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "support/markdown_table.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

bool is_range(const Json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
         value[1].is_number_unsigned();
}

std::string type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_string()) return "string";
  if (value.is_boolean()) return "boolean";
  if (value.is_number_integer()) return "integer";
  if (value.is_number()) return "number";
  if (is_range(value)) return "range";
  if (value.empty()) return "empty list";
  if (std::all_of(value.begin(), value.end(), is_range)) return "ranges";
  const bool all_strings = std::all_of(value.begin(), value.end(),
                                       [](const Json& element) { return element.is_string(); });
  return all_strings ? "strings" : "mixed list";
}

void collect(const Json& value, const std::string& path, FieldTypes& fields) {
  const bool is_list_of_objects = value.is_array() && !value.empty() && value[0].is_object();
  if (is_list_of_objects) {
    for (const Json& element : value) collect(element, path + "[]", fields);
  } else if (value.is_object()) {
    for (const auto& [name, child] : value.items()) {
      const std::string shown = path == "facets" ? "NAME" : name;
      collect(child, path.empty() ? shown : path + '.' + shown, fields);
    }
  } else {
    fields[path] = type_of(value);
  }
}

}  // namespace

FieldTypes documented_fields(std::string_view head) {
  return documented_fields_of("searcher/ANSWER.md", head);
}

FieldTypes documented_fields_of(const std::string& page, std::string_view head) {
  FieldTypes fields;
  for (const MarkdownRow& row : markdown_table(DATELINE_SOURCE "/" + page, head)) {
    fields[code_text(row.at(0))] = row.at(1);
  }
  return fields;
}

FieldTypes fields_of(const Json& value) {
  FieldTypes fields;
  collect(value, "", fields);
  return fields;
}

bool fits(const std::string& found, const std::string& documented) {
  if (documented == "any" || found == documented) return true;
  if (found == "integer") return documented == "number";
  if (found == "empty list") return documented == "strings" || documented == "ranges";
  return documented == found + " or null" ||
         (found == "null" && documented.find(" or null") != std::string::npos);
}

}  // namespace dateline
