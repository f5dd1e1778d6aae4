#include "searcher/request_json.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/json_nesting.h"
#include "common/text/in_quotes.h"
#include "common/text/nearest_name.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepestNesting = 32;

Error refusal(std::string message) { return {ErrorKind::kRequest, std::move(message)}; }

// "a number 5", "an array": a value as messages name it, without repeating large ones.
std::string description(const json& value) {
  if (value.is_string()) return "the string " + in_quotes(value.get_ref<const std::string&>());
  if (value.is_primitive()) return value.dump();
  return value.is_array() ? "an array" : "an object";
}

// Filters that take one text, and those that take one or several.
struct TextField {
  std::string_view name;
  std::optional<std::string> FilterText::*value;
};
struct ListField {
  std::string_view name;
  std::string_view option_name;  // as on the command line; accepted too
  std::vector<std::string> FilterText::*values;
};

constexpr std::array<TextField, 5> kTextFields = {{
    {"from", &FilterText::from},
    {"to", &FilterText::to},
    {"as_of", &FilterText::as_of},
    {"undated", &FilterText::undated},
    {"facet_prefix", &FilterText::facet_prefix},
}};
constexpr std::array<ListField, 7> kListFields = {{
    {"countries", "country", &FilterText::countries},
    {"all_countries", "all_countries", &FilterText::all_countries},
    {"not_countries", "not_country", &FilterText::not_countries},
    {"source", "sources", &FilterText::sources},
    {"language", "languages", &FilterText::languages},
    {"facet", "facet_names", &FilterText::facets},
    {"fields", "field", &FilterText::fields},
}};

Result<void> read_list(const ListField& field, const json& value, FilterText& filters) {
  std::vector<std::string>& values = filters.*field.values;
  values.clear();
  const auto wrong = [&](const json& found) {
    return refusal(std::string(field.name) + " must be a string or an array of strings, not " +
                   description(found));
  };
  if (value.is_string()) {
    values.push_back(value.get<std::string>());
    return {};
  }
  if (!value.is_array()) return wrong(value);
  for (const json& element : value) {
    if (!element.is_string()) return wrong(element);
    values.push_back(element.get<std::string>());
  }
  return {};
}

Result<void> read_text(std::string_view name, const json& value, std::string& text) {
  if (!value.is_string()) {
    return refusal(std::string(name) + " must be a string, not " + description(value));
  }
  text = value.get<std::string>();
  return {};
}

// Takes 10 but not 10.0 or "10": a program that sends those has another mistake as well.
Result<void> read_number(const NumberField& field, const json& value, RequestDraft& draft) {
  if (!value.is_number_unsigned()) return number_refusal(field, description(value));
  const auto number = value.get<std::uint64_t>();
  if (number < field.least || number > field.most) {
    return number_refusal(field, description(value));
  }
  set_number(draft, field, static_cast<std::size_t>(number));
  return {};
}

Result<void> read_flag(const FlagField& field, const json& value, RequestDraft& draft) {
  if (value.is_null()) return {};
  if (!value.is_boolean()) {
    return refusal(std::string(field.name) + " must be true or false, not " + description(value));
  }
  draft.request.*field.value = value.get<bool>();
  return {};
}

using SetChoice = Result<void> (*)(RequestDraft&, std::string_view typed);

Result<void> read_choice(const std::string& name, const json& value, SetChoice set,
                         RequestDraft& draft) {
  if (value.is_null()) return {};
  std::string typed;
  if (auto read = read_text(name, value, typed); !read) return read;
  return set(draft, typed);
}

// 2, "2" or "75%".
Result<void> read_min_match(const json& value, RequestDraft& draft) {
  if (value.is_null()) return {};
  if (value.is_string()) return set_min_match(draft, value.get_ref<const std::string&>());
  return set_min_match(draft, description(value));
}

Error unknown_field(const std::string& name) {
  std::vector<std::string_view> known;
  for (const RequestField& field : request_fields()) known.push_back(field.name);
  std::string message = "there is no field " + in_quotes(name);
  if (const auto nearest = nearest_name(name, known)) {
    message += "; did you mean " + in_quotes(*nearest) + '?';
  } else {
    message += "; the fields are";
    for (const std::string_view field : known) message += ' ' + std::string(field);
  }
  return refusal(std::move(message));
}

// Nothing if no filter has that name.
std::optional<Result<void>> read_filter(const std::string& name, const json& value,
                                        RequestDraft& draft) {
  for (const TextField& field : kTextFields) {
    if (name != field.name) continue;
    if (value.is_null()) return Result<void>{};
    return read_text(name, value, (draft.filters.*field.value).emplace());
  }
  for (const ListField& field : kListFields) {
    if (name != field.name && name != field.option_name) continue;
    return value.is_null() ? Result<void>{} : read_list(field, value, draft.filters);
  }
  return std::nullopt;
}

Result<void> read_field(const std::string& name, const json& value, RequestDraft& draft) {
  const bool read_elsewhere = name == "id" || name == "_id" || name == "query" || name == "text";
  if (read_elsewhere || name == "metadata") return {};
  if (const auto filter = read_filter(name, value, draft)) return *filter;
  for (const NumberField& field : number_fields()) {
    if (name != field.name) continue;
    return value.is_null() ? Result<void>{} : read_number(field, value, draft);
  }
  for (const FlagField& field : flag_fields()) {
    if (name == field.name) return read_flag(field, value, draft);
  }
  for (const ChoiceField& field : choice_fields()) {
    if (name == field.name) return read_choice(name, value, field.set, draft);
  }
  if (name == "recency") return read_choice(name, value, set_recency, draft);
  if (name == "like") return read_choice(name, value, set_like, draft);
  if (name == "cursor") return read_choice(name, value, set_cursor, draft);
  if (name == "min_match") return read_min_match(value, draft);
  return unknown_field(name);
}

// BEIR's queries.jsonl calls the fields `_id` and `text`, and may add `metadata`.
Result<void> read_query(const json& object, RequestDraft& draft) {
  if (object.contains("query") && object.contains("text")) {
    return refusal("query and text both give the query; send one of them");
  }
  const char* const name = object.contains("text") ? "text" : "query";
  if (!object.contains(name)) {
    return refusal("query is missing; send an empty one to list the newest articles");
  }
  return read_text(name, object.at(name), draft.request.query);
}

Result<std::string> read_id(const json& object) {
  const auto own = object.find("id");
  const auto found = own != object.end() ? own : object.find("_id");
  if (found == object.end()) return std::string("null");
  if (found->is_primitive() && !found->is_boolean()) return found->dump();
  return refusal("id must be a string or a number, not " + description(*found));
}

// What is taken elsewhere as well, and would be without effect here.
Error idle_field(const std::string& name, Use use) {
  std::string message = in_quotes(name) + " has no effect here; leave it out. These fields have:";
  for (const RequestField& field : request_fields()) {
    if (has_effect(field.name, use)) message += ' ' + std::string(field.name);
  }
  return refusal(std::move(message));
}

// The name that is preferred to this one, if it is another of a filter's.
std::string_view preferred_name(std::string_view name) {
  for (const ListField& field : kListFields) {
    if (name == field.option_name) return field.name;
  }
  return name;
}

bool is_idle(std::string_view name, Use use) {
  const std::string_view field = preferred_name(name);
  return has_effect(field, Use::kAnswer) && !has_effect(field, use);
}

Result<Request> read_object(const json& object, const RequestDraft& defaults,
                            const FilterContext& context, Use use) {
  RequestDraft draft = defaults;
  if (auto read = read_query(object, draft); !read) return read.error();
  for (const auto& [name, value] : object.items()) {
    const bool is_quote = use == Use::kQuote && name == "query";
    if (!is_quote && !value.is_null() && is_idle(name, use)) return idle_field(name, use);
    if (auto read = read_field(name, value, draft); !read) return read.error();
  }
  return resolve(draft, context);
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// `at` is where the parser gave up: within "nul1" or "False", not at its beginning.
Error syntax_error(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return {ErrorKind::kInput,
            "the JSON ends too early, after " + std::to_string(text.size()) + " bytes"};
  }
  if (is_word_character(text[at])) {
    while (at > 0 && is_word_character(text[at - 1])) --at;
  }
  return {ErrorKind::kInput,
          "not JSON from byte " + std::to_string(at) + " on: " + in_quotes(text.substr(at))};
}

Result<json> parse_object(std::string_view text) {
  if (nests_deeper_than(text, kDeepestNesting)) {
    return Error{ErrorKind::kInput, "the JSON nests deeper than " +
                                        std::to_string(kDeepestNesting) +
                                        " levels; a request is one flat object"};
  }
  try {
    json object = json::parse(text);
    if (object.is_object()) return object;
    return Error{ErrorKind::kInput,
                 "a request is a JSON object such as {\"query\": \"peace "
                 "talks\"}, not " +
                     description(object)};
  } catch (const json::parse_error& error) {
    return syntax_error(text, error.byte > 0 ? error.byte - 1 : 0);
  } catch (const json::exception&) {
    return Error{ErrorKind::kInput, "the JSON has a number too large to read"};
  }
}

}  // namespace

Result<Request> read_quote_request(std::string_view json_text, const RequestDraft& defaults,
                                   const FilterContext& context) {
  Result<json> object = parse_object(json_text);
  if (!object) return object.error();
  const auto quote = object->find("quote");
  if (quote == object->end() || !quote->is_string() || object->contains("query") ||
      object->contains("text")) {
    return refusal("the quote to verify must be given as quote, a string");
  }
  (*object)["query"] = json(*quote);
  object->erase("quote");
  return read_object(*object, defaults, context, Use::kQuote);
}

NamedRequest read_request(std::string_view json_text, const RequestDraft& defaults,
                          const FilterContext& context, Use use) {
  const Result<json> object = parse_object(json_text);
  if (!object) return {"null", object.error()};
  Result<std::string> id = read_id(*object);
  if (!id) return {"null", id.error()};
  return {*std::move(id), read_object(*object, defaults, context, use)};
}

std::vector<RequestField> request_fields() {
  std::vector<RequestField> fields;
  for (const char* name :
       {"id", "query", "sort", "expand", "recency", "like", "min_match", "fold", "cursor"}) {
    fields.push_back({name, FieldKind::kOwn});
  }
  for (const TextField& field : kTextFields) fields.push_back({field.name, FieldKind::kText});
  for (const ListField& field : kListFields) fields.push_back({field.name, FieldKind::kTexts});
  for (const NumberField& field : number_fields()) {
    fields.push_back({field.name, FieldKind::kNumber});
  }
  for (const FlagField& field : flag_fields()) fields.push_back({field.name, FieldKind::kFlag});
  return fields;
}

}  // namespace dateline
