// Compares JSON with the tables of ANSWER.md, so that neither can change without the other.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace dateline {

// Path of a field ("passages[].article.id") -> its type as ANSWER.md words it.
using FieldTypes = std::map<std::string, std::string>;

// The rows of ANSWER.md's table whose first heading is `head`.
FieldTypes documented_fields(std::string_view head);

// The same of another page, by its path in the project.
FieldTypes documented_fields_of(const std::string& page, std::string_view head);

// Every leaf that `value` has; the names of facets all read NAME. Types are those of the table; a
// null or a number without fraction fits several and is given the first of them that does.
FieldTypes fields_of(const nlohmann::ordered_json& value);

// True if a value of type `found` may stand where `documented` is promised.
bool fits(const std::string& found, const std::string& documented);

}  // namespace dateline
