#include "searcher/serve/routes.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "searcher/answer_json.h"
#include "searcher/article_json.h"
#include "searcher/batch.h"
#include "searcher/page/page.h"
#include "searcher/request_json.h"
#include "searcher/serve/address_request.h"
#include "searcher/serve/openapi.h"
#include "searcher/serve/problem.h"
#include "searcher/verify/verification_json.h"

namespace dateline {
namespace {

constexpr const char* kJson = "application/json";
constexpr std::string_view kArticles = "/articles/";

WebReply json_reply(std::string body) { return {200, kJson, std::move(body) + "\n"}; }

Result<Request> request_of(const WebRequest& web, const ServeContext& context) {
  if (web.method == "POST") {
    if (web.body.size() > kMaxRequestBytes) {
      return Error{ErrorKind::kInput, "a request may have " + std::to_string(kMaxRequestBytes) +
                                          " bytes; send many as lines to /search/batch"};
    }
    return read_request(web.body, context.defaults, context.filters).request;
  }
  const std::string json = request_json_of(parse_page_parameters(web.query_string));
  return read_request(json, context.defaults, context.filters).request;
}

WebReply search(const WebRequest& web, Searcher& searcher, const ServeContext& context) {
  const Result<Request> request = request_of(web, context);
  if (!request) return problem(request.error());
  const Result<Answer> answer = searcher.search(*request);
  if (!answer) return problem(answer.error());
  return json_reply(to_json(*answer, JsonLayout::kOneLine));
}

// An answer without passages: what a form of filters is filled from.
WebReply facets(const WebRequest& web, Searcher& searcher, const ServeContext& context) {
  Result<Request> request = request_of(web, context);
  if (!request) return problem(request.error());
  request->facets = true;
  request->limit = 1;
  Result<Answer> answer = searcher.search(*request);
  if (!answer) return problem(answer.error());
  answer->passages.clear();
  return json_reply(to_json(*answer, JsonLayout::kOneLine));
}

// The quote is `quote`, or `query` as in other requests.
WebReply verify(const WebRequest& web, Searcher& searcher, const ServeContext& context) {
  if (web.body.size() > kMaxRequestBytes) {
    return problem(413, "input",
                   "a request may have " + std::to_string(kMaxRequestBytes) + " bytes");
  }
  const Result<Request> request = read_quote_request(web.body, context.defaults, context.filters);
  if (!request) return problem(request.error());
  const Result<Verification> found = searcher.verify(*request);
  if (!found) return problem(found.error());
  return json_reply(to_json(*found, JsonLayout::kOneLine));
}

// A place between two characters of the text, or its end.
std::optional<std::size_t> place_in(std::string_view text, std::string_view typed) {
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), place);
  if (error != std::errc{} || end != typed.data() + typed.size()) return {};
  if (!is_bound(text, place)) return {};
  return place;
}

WebReply part_of(const Article& article, const std::optional<std::string_view>& typed_start,
                 const std::optional<std::string_view>& typed_end) {
  const auto start = place_in(article.text, typed_start.value_or("0"));
  const auto end = typed_end ? place_in(article.text, *typed_end) : article.text.size();
  if (!start || !end || *start > *end) {
    return problem(
        400, "request",
        "start and end must be offsets in bytes, between characters, of a text that has " +
            std::to_string(article.text.size()) + " bytes");
  }
  const nlohmann::ordered_json part = {{"id", article.id},
                                       {"start", *start},
                                       {"end", *end},
                                       {"text", article.text.substr(*start, *end - *start)}};
  return json_reply(part.dump());
}

// A value that is there, be it empty.
std::optional<std::string_view> given(const PageParameters& parameters, std::string_view name) {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [name](const auto& pair) { return pair.first == name; });
  if (found == parameters.end()) return std::nullopt;
  return found->second;
}

WebReply article(const WebRequest& web, const Searcher& searcher) {
  const Result<Article> found = searcher.article(web.path.substr(kArticles.size()));
  if (!found) return problem(found.error());
  const PageParameters parameters = parse_page_parameters(web.query_string);
  const auto start = given(parameters, "start");
  const auto end = given(parameters, "end");
  if (start || end) return part_of(*found, start, end);
  return json_reply(to_json(*found, JsonLayout::kOneLine));
}

}  // namespace

WebReply reply_to(const WebRequest& request, Searcher& searcher, const ServeContext& context) {
  if (request.path == "/search") return search(request, searcher, context);
  if (request.path == "/facets") return facets(request, searcher, context);
  if (request.path == "/verify") return verify(request, searcher, context);
  if (request.path.starts_with(kArticles)) return article(request, searcher);
  if (request.path == "/openapi.json") return {200, kJson, openapi_description()};
  auto page = page_response(searcher, request.path, parse_page_parameters(request.query_string),
                            context.filters, context.defaults);
  if (!page) return problem(404, "missing", "there is nothing at this address");
  return {page->status,
          page->content_type,
          std::move(page->body),
          {{"Content-Security-Policy", std::string(page_policy())}}};
}

}  // namespace dateline
