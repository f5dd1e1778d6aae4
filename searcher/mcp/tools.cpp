#include "searcher/mcp/tools.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/answer_json.h"
#include "searcher/article_json.h"
#include "searcher/request_json.h"
#include "searcher/request_schema.h"
#include "searcher/verify/verification_json.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json text(const char* about) { return {{"type", "string"}, {"description", about}}; }

Json request_schema(Use use) {
  return {{"type", "object"},
          {"properties", request_properties(use)},
          {"required", {"query"}},
          {"additionalProperties", false}};
}

Json verify_schema() {
  Json schema = request_schema(Use::kQuote);
  schema["properties"]["quote"] =
      text("What somebody is said to have said or written; \"...\" for omissions");
  schema["required"] = {"quote"};
  return schema;
}

Json fetch_schema() {
  return {{"type", "object"},
          {"properties",
           {{"id", text("The id of an article, as search gives it")},
            {"start",
             {{"type", "integer"},
              {"minimum", 0},
              {"description", "Where to begin, in bytes: next_start of the part before"}}}}},
          {"required", {"id"}},
          {"additionalProperties", false}};
}

Json object_with(const Json& properties) {
  Json required = Json::array();
  for (const auto& property : properties.items()) required.push_back(property.key());
  return {{"type", "object"}, {"properties", properties}, {"required", required}};
}

Json tool(const char* name, const char* title, const char* about, Json input, Json output) {
  return {{"name", name},
          {"title", title},
          {"description", about},
          {"inputSchema", std::move(input)},
          {"outputSchema", std::move(output)},
          {"annotations",
           {{"readOnlyHint", true},
            {"destructiveHint", false},
            {"idempotentHint", true},
            {"openWorldHint", false}}}};
}

// Unless others are named: those that a connector expects (id, title, text, url), those to cite by,
// and what was asked for.
PassageFields fields_of(const Request& request) {
  if (request.fields.are_chosen()) return request.fields;
  PassageFields fields = PassageFields::none();
  for (const PassageField field :
       {PassageField::kId, PassageField::kTitle, PassageField::kText, PassageField::kUrl,
        PassageField::kDate, PassageField::kCountries, PassageField::kSource, PassageField::kStart,
        PassageField::kEnd, PassageField::kScore, PassageField::kAlsoIn}) {
    fields.add(field);
  }
  if (request.context > 0) fields.add_all(PassageField::kBefore, PassageField::kAfter);
  if (request.explain) fields.add(PassageField::kExplanation);
  return fields;
}

// The passage as in an answer, but flat: the article's fields beside its own. Of copies the ids.
Json result_of(const Passage& passage, const PassageFields& fields) {
  JsonWriter writer(JsonLayout::kOneLine);
  write_json(writer, passage, fields);
  const Json whole = Json::parse(writer.take());
  Json result = whole.value("article", Json::object());
  for (const auto& [name, value] : whole.items()) {
    if (name != "article") result[name] = value;
  }
  if (!fields.has(PassageField::kAlsoIn)) return result;
  result["also_in"] = Json::array();
  for (const FoldedArticle& folded : passage.also_in) result["also_in"].push_back(folded.id);
  return result;
}

Result<Request> request_of(const nlohmann::json& arguments, const ServeContext& context, Use use) {
  return read_request(arguments.dump(), context.defaults, context.filters, use).request;
}

// As many as there is room for in one result; one at least.
Json results_of(const std::vector<Passage>& passages, const PassageFields& fields) {
  Json results = Json::array();
  std::size_t bytes = 0;
  for (const Passage& passage : passages) {
    Json result = result_of(passage, fields);
    bytes += result.dump().size();
    if (bytes > kMaxResultBytes && !results.empty()) break;
    results.push_back(std::move(result));
  }
  return results;
}

Result<Json> search(const nlohmann::json& arguments, Searcher& searcher,
                    const ServeContext& context) {
  Result<Request> request = request_of(arguments, context, Use::kPassages);
  if (!request) return request.error();
  request->facets = false;
  const PassageFields fields = fields_of(*request);
  Result<Answer> answer = searcher.search(*request);
  Json results;
  for (; answer; answer = searcher.search(*request)) {
    results = results_of(answer->passages, fields);
    if (results.size() == answer->passages.size()) break;
    request->limit = results.size();  // so that the cursor stands before what found no room
  }
  if (!answer) return answer.error();
  return Json{{"results", std::move(results)},
              {"total_articles", answer->total_articles},
              {"total_groups", answer->total_groups},
              {"understood", answer->understood},
              {"left_out", answer->left_out.passages},
              {"cursor", answer->cursor ? Json(to_string(*answer->cursor)) : Json()}};
}

Result<Json> facets(const nlohmann::json& arguments, Searcher& searcher,
                    const ServeContext& context) {
  Result<Request> request = request_of(arguments, context, Use::kCounts);
  if (!request) return request.error();
  request->facets = true;
  request->limit = 1;
  const Result<Answer> answer = searcher.search(*request);
  if (!answer) return answer.error();
  const Json whole = Json::parse(to_json(*answer, JsonLayout::kOneLine));
  return Json{{"total_articles", answer->total_articles}, {"facets", whole.at("facets")}};
}

Result<Json> verify(const nlohmann::json& arguments, Searcher& searcher,
                    const ServeContext& context) {
  const Result<Request> request =
      read_quote_request(arguments.dump(), context.defaults, context.filters);
  if (!request) return request.error();
  const Result<Verification> found = searcher.verify(*request);
  if (!found) return found.error();
  return Json::parse(to_json(*found, JsonLayout::kOneLine));
}

// The last bound of a character at or before `at`.
std::size_t bound_before(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (!is_bound(text, at)) --at;
  return at;
}

Result<Json> fetch(const nlohmann::json& arguments, const Searcher& searcher) {
  const auto id = arguments.find("id");
  if (id == arguments.end() || !id->is_string()) {
    return Error{ErrorKind::kRequest, "fetch takes an id, as search gives it"};
  }
  const auto from = arguments.value("start", nlohmann::json(0U));
  const Result<Article> article = searcher.article(id->get<std::string>());
  if (!article) return article.error();
  const std::string& whole = article->text;
  if (!from.is_number_unsigned() || from.get<std::size_t>() > whole.size()) {
    return Error{ErrorKind::kRequest, "start must be an offset within the article, which has " +
                                          std::to_string(whole.size()) + " bytes"};
  }
  const std::size_t start = bound_before(whole, from.get<std::size_t>());
  const std::size_t end = bound_before(whole, start + kMaxResultBytes);
  Json metadata = Json::parse(to_json(*article, JsonLayout::kOneLine));
  for (const char* elsewhere : {"id", "title", "url", "text", "country_spans"}) {
    metadata.erase(elsewhere);
  }
  metadata["start"] = start;
  metadata["end"] = end;
  metadata["bytes"] = whole.size();
  metadata["next_start"] = end < whole.size() ? Json(end) : Json();
  return Json{{"id", article->id},
              {"title", article->title},
              {"text", whole.substr(start, end - start)},
              {"url", article->url},
              {"metadata", std::move(metadata)}};
}

}  // namespace

const Json& tool_list() {
  static const Json tools = {
      tool("search", "Search news",
           "Finds passages of news articles by words, date and country, the best first. "
           "Each has the article's id, for fetch, and its place in the article in bytes. Where "
           "there are more, cursor is what to send along with the same arguments to go on.",
           request_schema(Use::kPassages),
           object_with({{"results", {{"type", "array"}, {"items", {{"type", "object"}}}}},
                        {"total_articles", {{"type", "integer"}}},
                        {"total_groups", {{"type", "integer"}}},
                        {"understood", {{"type", "string"}}},
                        {"left_out", {{"type", "integer"}}},
                        {"cursor", {{"type", {"string", "null"}}}}})),
      tool("fetch", "Read an article",
           "Gives an article by its id: text, address, date, countries. Of a long one a part at a "
           "time; metadata.next_start says where to go on.",
           fetch_schema(),
           object_with({{"id", {{"type", "string"}}},
                        {"title", {{"type", "string"}}},
                        {"text", {{"type", "string"}}},
                        {"url", {{"type", "string"}}},
                        {"metadata", {{"type", "object"}}}})),
      tool("facets", "Count articles",
           "Counts the articles that match, exactly: by country, year, month, source and language.",
           request_schema(Use::kCounts),
           object_with(
               {{"total_articles", {{"type", "integer"}}}, {"facets", {{"type", "object"}}}})),
      tool("verify", "Check a quote",
           "Tells whether articles have a quote word for word, but for case and marks, or with "
           "differences, which it lists; the oldest article first.",
           verify_schema(),
           object_with({{"quote", {{"type", "string"}}},
                        {"verdict", {{"enum", {"exact", "folded", "different", "absent"}}}},
                        {"articles", {{"type", "object"}}},
                        {"matches", {{"type", "array"}, {"items", {{"type", "object"}}}}}}))};
  return tools;
}

bool is_tool(std::string_view name) {
  return std::any_of(tool_list().begin(), tool_list().end(),
                     [name](const Json& tool) { return tool.at("name") == name; });
}

Result<Json> call_tool(std::string_view name, const nlohmann::json& arguments, Searcher& searcher,
                       const ServeContext& context) {
  if (!arguments.is_object()) {
    return Error{ErrorKind::kRequest, "the arguments of a tool are an object"};
  }
  if (name == "fetch") return fetch(arguments, searcher);
  if (name == "verify") return verify(arguments, searcher, context);
  return name == "search" ? search(arguments, searcher, context)
                          : facets(arguments, searcher, context);
}

}  // namespace dateline
