#include "searcher/request_json.h"

#include <catch2/catch.hpp>

#include "tests/searcher/few_countries.h"

namespace dateline {
namespace {

NamedRequest read(std::string_view json, const RequestDraft& defaults = {}) {
  return read_request(json, defaults, filter_context());
}

}  // namespace

TEST_CASE("Every field of a request is read", "[searcher][request_json]") {
  const NamedRequest named = read(R"({
    "id": "q1", "query": "peace talks", "countries": ["AZ", "CU"], "all_countries": "AZ",
    "not_countries": ["BY"], "from": "2023", "to": "today", "undated": "include",
    "source": "report.az", "language": ["en", "az"], "limit": 5, "per_article": 1,
    "passage_words": 60, "facets": false, "facet_limit": 7, "sort": "oldest", "fold": "story", "min_match": "75%",
    "count": false, "timeout_ms": 250, "expand": "off", "recency": "2w", "fields": ["id", "title,url"]})");
  CHECK(named.id == R"("q1")");
  REQUIRE(named.request);
  const Request& request = *named.request;
  CHECK(request.query == "peace talks");
  CHECK(request.limit == 5);
  CHECK(request.per_article == 1);
  CHECK(request.passage_words == 60);
  CHECK_FALSE(request.facets);
  CHECK(request.facet_limit == 7);
  CHECK(request.sort == Sort::kOldest);
  CHECK(request.expand == Expand::kOff);
  REQUIRE(request.recency);
  CHECK(request.recency->half_life_days == 14);
  CHECK(request.min_match == MinMatch{75, true});
  CHECK(request.fold == Fold::kStory);
  CHECK_FALSE(request.count);
  CHECK(request.timeout_ms == 250);
  CHECK(request.fields == *parse_passage_fields({"id,title,url"}));
  Filters filters;
  filters.countries = {{'A', 'Z'}, {'C', 'U'}};
  filters.all_countries = {{'A', 'Z'}};
  filters.not_countries = {{'B', 'Y'}};
  filters.from = Date{2023, 0, 0};
  filters.to = Date{2024, 5, 16};
  filters.undated = Undated::kInclude;
  filters.sources = {"report.az"};
  filters.languages = {"en", "az"};
  CHECK(request.filters == filters);
}

TEST_CASE("A line of BEIR's queries.jsonl is a request", "[searcher][request_json]") {
  const NamedRequest named =
      read(R"({"_id": "PLAIN-12", "text": "who signed", "metadata": {"date": "2023"}})");
  CHECK(named.id == R"("PLAIN-12")");
  REQUIRE(named.request);
  CHECK(named.request->query == "who signed");
}

TEST_CASE("Fields that are missing or null keep their defaults", "[searcher][request_json]") {
  RequestDraft defaults;
  defaults.request.limit = 100;
  defaults.request.facets = false;
  defaults.filters.countries = {"AZ"};
  defaults.filters.from = "2023";
  const NamedRequest named = read(
      R"({"query": "", "limit": null, "facets": null, "countries": null, "from": null, "to": null,
          "source": null})",
      defaults);
  CHECK(named.id == "null");
  REQUIRE(named.request);
  CHECK(named.request->limit == 100);
  CHECK_FALSE(named.request->facets);
  CHECK(named.request->filters.countries == std::vector<CountryCode>{{'A', 'Z'}});
  CHECK(named.request->filters.from == Date{2023, 0, 0});
  CHECK_FALSE(named.request->filters.to.has_value());

  const NamedRequest other = read(R"({"query": "", "countries": [], "from": "2024"})", defaults);
  REQUIRE(other.request);
  CHECK(other.request->filters.countries.empty());
  CHECK(other.request->filters.from == Date{2024, 0, 0});
}

TEST_CASE("The id is repeated as it came", "[searcher][request_json]") {
  const auto [json, id] = GENERATE(table<std::string, std::string>({
      {R"({"id": 17, "query": ""})", "17"},
      {R"({"id": -1.5, "query": ""})", "-1.5"},
      {R"({"id": null, "query": ""})", "null"},
      {R"({"id": "a\"b\u0000ş", "query": ""})", R"("a\"b\u0000ş")"},
      {R"({"query": ""})", "null"},
      {R"({"id": 1, "_id": 2, "query": ""})", "1"},
  }));
  const NamedRequest named = read(json);
  CHECK(named.id == id);
  CHECK(named.request);
}

TEST_CASE("The names of the command line are understood too", "[searcher][request_json]") {
  const NamedRequest named =
      read(R"({"query": "", "country": "AZ", "not_country": "CU", "languages": "en"})");
  REQUIRE(named.request);
  CHECK(named.request->filters.countries.size() == 1);
  CHECK(named.request->filters.not_countries.size() == 1);
  CHECK(named.request->filters.languages.size() == 1);
}

TEST_CASE("Of a field given twice the last counts", "[searcher][request_json]") {
  const NamedRequest named = read(R"({"query": "a", "limit": 1, "query": "b", "limit": 2})");
  REQUIRE(named.request);
  CHECK(named.request->query == "b");
  CHECK(named.request->limit == 2);
}

TEST_CASE("Requests that mean nothing are refused with the field and its id",
          "[searcher][request_json]") {
  const auto [json, message] = GENERATE(table<std::string, std::string>({
      {R"({"id":7})", "query is missing; send an empty one to list the newest articles"},
      {R"({"id":7,"query":null})", "query must be a string, not null"},
      {R"({"id":7,"query":["a"]})", "query must be a string, not an array"},
      {R"({"id":7,"text":5})", "text must be a string, not 5"},
      {R"({"id":7,"query":"a","text":"a"})",
       "query and text both give the query; send one of them"},
      {R"({"id":7,"query":"","contries":"AZ"})",
       "there is no field \"contries\"; did you mean \"countries\"?"},
      {R"({"id":7,"query":"","size":10})",
       "there is no field \"size\"; the fields are id query sort expand recency like min_match "
       "fold cursor from to as_of undated facet_prefix "
       "countries all_countries not_countries source language facet fields limit per_article "
       "passage_words "
       "context max_chars max_tokens facet_limit timeout_ms strict interpret before_it explain "
       "facets "
       "facet_groups facet_all count"},
      {R"({"id":7,"query":"","countries":7})",
       "countries must be a string or an array of strings, not 7"},
      {R"({"id":7,"query":"","source":["a",{}]})",
       "source must be a string or an array of strings, not an object"},
      {R"({"id":7,"query":"","from":2023})", "from must be a string, not 2023"},
      {R"({"id":7,"query":"","limit":"10"})",
       "limit must be a whole number from 1 to 1000, not the string \"10\""},
      {R"({"id":7,"query":"","limit":0})", "limit must be a whole number from 1 to 1000, not 0"},
      {R"({"id":7,"query":"","limit":-1})", "limit must be a whole number from 1 to 1000, not -1"},
      {R"({"id":7,"query":"","limit":10.5})",
       "limit must be a whole number from 1 to 1000, not 10.5"},
      {R"({"id":7,"query":"","per_article":18446744073709551615})",
       "per_article must be a whole number from 1 to 1000, not 18446744073709551615"},
      {R"({"id":7,"query":"","facets":1})", "facets must be true or false, not 1"},
      {R"({"id":7,"query":"","count":"no"})", "count must be true or false, not the string \"no\""},
      {R"({"id":7,"query":"","sort":"date"})",
       "sort must be relevance, newest or oldest, not \"date\""},
      {R"({"id":7,"query":"","sort":"newst"})",
       "sort must be relevance, newest or oldest, not \"newst\"; did you mean newest?"},
      {R"({"id":7,"query":"","fields":7})",
       "fields must be a string or an array of strings, not 7"},
      {R"({"id":7,"query":"","expand":"maybe"})", "expand must be auto, on or off, not \"maybe\""},
      {R"({"id":7,"query":"","recency":"soon"})",
       "recency must be a half-life such as 30d (d, w, m, y for days, weeks, months, years; at "
       "most "
       "36500d) or off, not \"soon\""},
      {R"({"id":7,"query":"","recency":30})", "recency must be a string, not 30"},
      {R"({"id":7,"query":"","expand":true})", "expand must be a string, not true"},
      {R"({"id":7,"query":"","fold":"all"})", "fold must be none, copies or story, not \"all\""},
      {R"({"id":7,"query":"","sort":1})", "sort must be a string, not 1"},
      {R"({"id":7,"query":"","min_match":0})",
       "min_match must be a number of words from 1 to 1024 or a share of them such as 75%, not "
       "\"0\""},
      {R"({"id":7,"query":"","min_match":"101%"})",
       "min_match must be a number of words from 1 to 1024 or a share of them such as 75%, not "
       "\"101%\""},
      {R"({"id":7,"query":"","min_match":1.5})",
       "min_match must be a number of words from 1 to 1024 or a share of them such as 75%, not "
       "\"1.5\""},
      {R"({"id":7,"query":"","timeout_ms":3600001})",
       "timeout_ms must be a whole number from 0 to 3600000, not 3600001"},
      {R"({"id":7,"query":"","countries":"Atlantis"})",
       "countries: no country is called \"Atlantis\""},
  }));
  CAPTURE(json);
  const NamedRequest named = read(json);
  CHECK(named.id == "7");
  REQUIRE_FALSE(named.request);
  CHECK(named.request.error() == Error{ErrorKind::kRequest, message});
}

TEST_CASE("An id must be a plain value", "[searcher][request_json]") {
  const NamedRequest named = read(R"({"id": ["q"], "query": ""})");
  CHECK(named.id == "null");
  CHECK(named.request.error() ==
        Error{ErrorKind::kRequest, "id must be a string or a number, not an array"});
}

TEST_CASE("Text that is not a JSON object is refused with the place", "[searcher][request_json]") {
  const auto [json, message] = GENERATE(table<std::string, std::string>({
      {"", "the JSON ends too early, after 0 bytes"},
      {R"({"query": "pea)", "the JSON ends too early, after 14 bytes"},
      {R"({"query": peace})", R"(not JSON from byte 10 on: "peace}")"},
      {R"({"query": "", "facets": True})", R"(not JSON from byte 24 on: "True}")"},
      {R"({"query": ""} {})", R"(not JSON from byte 14 on: "{}")"},
      {"{\"query\": \"caf\xE9\"}", "not JSON from byte 15 on: \"\"}\""},
      {R"({"query": "\ud800"})", R"(not JSON from byte 17 on: ""}")"},
      {"[]", R"(a request is a JSON object such as {"query": "peace talks"}, not an array)"},
      {"17", R"(a request is a JSON object such as {"query": "peace talks"}, not 17)"},
      {R"({"query": "", "limit": 1e999})", "the JSON has a number too large to read"},
      {R"({"metadata":)" + std::string(1'000'000, '['),
       "the JSON nests deeper than 32 levels; a request is one flat object"},
  }));
  const NamedRequest named = read(json);
  CHECK(named.id == "null");
  REQUIRE_FALSE(named.request);
  CHECK(named.request.error() == Error{ErrorKind::kInput, message});
}

}  // namespace dateline
