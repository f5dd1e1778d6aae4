#include "indexer/json_record.h"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "common/ascii_letters.h"
#include "common/json_nesting.h"
#include "common/text/country_lookup.h"
#include "common/text/decode.h"

namespace dateline {
namespace {

using Json = nlohmann::json;
using Names = std::span<const std::string_view>;

constexpr std::size_t kMaxDepth = 64;

// Names as plain_name() makes them, the most telling first.
constexpr std::array<std::string_view, 6> kId = {"id",        "docid", "documentid",
                                                 "articleid", "uuid",  "guid"};
constexpr std::array<std::string_view, 6> kUrl = {"url",           "link",      "canonicalurl",
                                                  "canonicallink", "permalink", "webpage"};
constexpr std::array<std::string_view, 3> kTitle = {"title", "headline", "heading"};
constexpr std::array<std::string_view, 8> kText = {
    "text", "body", "content", "maintext", "articlebody", "fulltext", "articletext", "story"};
constexpr std::array<std::string_view, 13> kPublished = {
    "published",       "publishedat",   "datepublished", "datepublish", "publishdate",
    "publicationdate", "publisheddate", "pubdate",       "publishedon", "date",
    "createdat",       "created",       "timestamp"};
constexpr std::array<std::string_view, 8> kModified = {"modified",     "datemodified", "datemodify",
                                                       "modifiedat",   "updated",      "updatedat",
                                                       "lastmodified", "dateupdated"};
constexpr std::array<std::string_view, 12> kCrawled = {
    "datedownload", "downloaded", "crawled",   "crawledat",   "crawldate", "fetched",
    "fetchedat",    "scraped",    "scrapedat", "indexeddate", "retrieved", "accessed"};
constexpr std::array<std::string_view, 9> kSource = {"source",   "publisher",   "sourcedomain",
                                                     "sitename", "site",        "outlet",
                                                     "domain",   "publication", "sourcename"};
constexpr std::array<std::string_view, 4> kAuthor = {"author", "authors", "byline", "creator"};
constexpr std::array<std::string_view, 3> kLanguage = {"language", "lang", "inlanguage"};
constexpr std::array<std::string_view, 2> kCountries = {"countries", "country"};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    plain += ascii_small(c);
  }
  return plain;
}

// What a field holds that cannot be read; becomes the Error of the record.
struct WrongType : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// "a string", "an array", "null".
std::string described(const Json& value) {
  std::string name = value.type_name();
  if (value.is_null()) return name;
  return (value.is_object() || value.is_array() ? "an " : "a ") + name;
}

// One field as delivered.
struct JsonField {
  std::string plain_name;
  std::string_view name;  // of the record's own
  const Json* value;

  WrongType wrong_type(const char* expected, const Json& found) const {
    return WrongType("field '" + std::string(name) + "' must be " + expected + ", is " +
                     described(found));
  }
};

// The fields of a record, top level before "metadata", under their plain names.
class Fields {
 public:
  explicit Fields(const Json& record) {
    collect(record);
    const auto metadata = record.find("metadata");
    if (metadata != record.end() && metadata->is_object()) collect(*metadata);
  }

  const JsonField* find(Names names) const {
    for (const std::string_view name : names) {
      const auto field = std::find_if(fields_.begin(), fields_.end(),
                                      [&](const JsonField& f) { return f.plain_name == name; });
      if (field != fields_.end()) return &*field;
    }
    return nullptr;
  }

  // Text of a string, digits of a number, "" if the field is absent or null.
  std::string string(Names names) const {
    const JsonField* field = find(names);
    if (field == nullptr) return {};
    if (field->value->is_string()) return field->value->get<std::string>();
    if (field->value->is_number()) return field->value->dump();
    throw field->wrong_type("a string", *field->value);
  }

  // As string(), but no fractions: they are rounded, and two ids could become one.
  std::string id(Names names) const {
    const JsonField* field = find(names);
    if (field != nullptr && field->value->is_number_float()) {
      throw WrongType("field '" + std::string(field->name) +
                      "' must be a string or a whole number, is " + field->value->dump());
    }
    return string(names);
  }

  std::string text(Names names) const {
    const JsonField* field = find(names);
    if (field == nullptr) return {};
    if (!field->value->is_string()) throw field->wrong_type("a string", *field->value);
    return field->value->get<std::string>();
  }

  // Like string(), but also the strings of a list joined by ", ", or the name of an object.
  std::string name_of(Names names) const {
    const JsonField* field = find(names);
    return field == nullptr ? std::string{} : flattened(*field->value);
  }

  std::vector<std::string> strings(Names names) const {
    const JsonField* field = find(names);
    if (field == nullptr) return {};
    const Json& value = *field->value;
    if (value.is_string()) return {value.get<std::string>()};
    if (!value.is_array()) throw field->wrong_type("a list of strings", value);
    std::vector<std::string> strings;
    for (const Json& item : value) {
      if (!item.is_string()) throw field->wrong_type("a list of strings", item);
      strings.push_back(item.get<std::string>());
    }
    return strings;
  }

 private:
  void collect(const Json& object) {
    for (const auto& [name, value] : object.items()) {
      const bool blank =
          value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
      if (!blank) fields_.push_back({plain_name(name), name, &value});
    }
  }

  static std::string flattened(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object()) return value.contains("name") ? flattened(value["name"]) : std::string{};
    std::string joined;
    if (!value.is_array()) return joined;
    for (const Json& item : value) {
      const std::string name = flattened(item);
      if (!name.empty()) joined += joined.empty() ? name : ", " + name;
    }
    return joined;
  }

  std::vector<JsonField> fields_;
};

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::vector<CountryCode> countries_of(const Fields& fields) {
  std::vector<CountryCode> countries;
  for (const std::string& name : fields.strings(kCountries)) {
    const auto country = parse_country(name);
    if (country) countries.push_back(*country);
  }
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  return countries;
}

Record record_of(const Json& json, const std::string& origin) {
  const Fields fields(json);
  Record record;
  record.origin = origin;
  record.url = one_line(clean_text(fields.string(kUrl)));
  record.id = one_line(clean_text(fields.id(kId)));
  if (record.id.empty()) record.id = record.url.empty() ? origin : record.url;
  record.title = one_line(clean_text(fields.string(kTitle)));
  record.text = clean_text(fields.text(kText));
  record.published = fields.string(kPublished);
  record.modified = fields.string(kModified);
  record.crawled = fields.string(kCrawled);
  record.source = one_line(clean_text(fields.name_of(kSource)));
  if (record.source.empty()) record.source = host_of(record.url);
  record.author = one_line(clean_text(fields.name_of(kAuthor)));
  record.language = fields.string(kLanguage);
  record.countries = countries_of(fields);
  return record;
}

// "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error ... - unexpected
// end of input; expected ..." becomes "unexpected end of input".
std::string reason_of(const Json::exception& problem) {
  std::string reason = problem.what();
  reason.erase(0, reason.find("] ") + 2);
  if (const auto dash = reason.find(" - "); dash != std::string::npos) reason.erase(0, dash + 3);
  if (const auto more = reason.find("; "); more != std::string::npos) reason.erase(more);
  constexpr std::size_t kLongest = 160;
  if (reason.size() > kLongest) reason = reason.substr(0, kLongest) + "...";
  return reason;
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  url = url.substr(url.find('@') == std::string_view::npos ? 0 : url.find('@') + 1);
  url = url.substr(0, url.find(':'));
  if (url.substr(0, 4) == "www.") url.remove_prefix(4);
  return std::string(url);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n\t") == std::string_view::npos;
}

Result<Record> parse_json_record(std::string_view line, const std::string& origin) {
  const auto reject = [&origin](const std::string& reason) {
    return Error{ErrorKind::kInput, origin + ": " + reason};
  };
  if (nests_deeper_than(line, kMaxDepth)) {
    return reject("nested deeper than " + std::to_string(kMaxDepth));
  }
  try {
    const Json json = Json::parse(line);
    if (!json.is_object()) return reject("a record must be a JSON object, not " + described(json));
    Record record = record_of(json, origin);
    if (is_blank(record.text)) record.text = record.title;  // a flash is all headline
    if (is_blank(record.text)) {
      return reject("no text (looked for text, body, content, maintext, articleBody) and no title");
    }
    return record;
  } catch (const Json::parse_error& problem) {
    return reject("not JSON at byte " + std::to_string(problem.byte) + ": " + reason_of(problem));
  } catch (const Json::out_of_range& problem) {  // a number beyond what a double holds
    return reject("not JSON: " + reason_of(problem));
  } catch (const WrongType& problem) {
    return reject(problem.what());
  }
}

}  // namespace dateline
