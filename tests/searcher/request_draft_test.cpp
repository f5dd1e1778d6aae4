#include "searcher/request_draft.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "tests/searcher/few_countries.h"

namespace dateline {
namespace {

const NumberField& field_named(std::string_view name) {
  const auto fields = number_fields();
  return *std::find_if(fields.begin(), fields.end(),
                       [name](const NumberField& field) { return field.name == name; });
}

}  // namespace

TEST_CASE("Numbers are set within their range", "[searcher][request_draft]") {
  for (const NumberField& field : number_fields()) {
    RequestDraft draft;
    CHECK(draft.request.*field.value >= field.least);
    CHECK(draft.request.*field.value <= field.most);
    CHECK(set_number(draft, field, std::to_string(field.most)));
    CHECK(draft.request.*field.value == field.most);
    CHECK_FALSE(set_number(draft, field, std::to_string(field.most + 1)));
    CHECK_FALSE(set_number(draft, field, std::to_string(field.least - 1)));
    CHECK(draft.request.*field.value == field.most);
  }
}

TEST_CASE("What is not a number is refused by name", "[searcher][request_draft]") {
  const std::string typed =
      GENERATE("", "ten", "-1", "+1", "1.0", "1e2", " 1", "0x1", "99999999999999999999999999");
  RequestDraft draft;
  const auto set = set_number(draft, field_named("limit"), typed);
  REQUIRE_FALSE(set);
  CHECK(set.error() == Error{ErrorKind::kRequest,
                             "limit must be a whole number from 1 to 1000, "
                             "not \"" +
                                 typed + "\""});
}

TEST_CASE("A least number of words is a number or a share", "[searcher][request_draft]") {
  const auto [typed, expected] = GENERATE(table<std::string, std::optional<MinMatch>>({
      {"1", MinMatch{1, false}},
      {"1024", MinMatch{1024, false}},
      {"1%", MinMatch{1, true}},
      {"100%", MinMatch{100, true}},
      {"0", std::nullopt},
      {"1025", std::nullopt},
      {"0%", std::nullopt},
      {"101%", std::nullopt},
      {"-1", std::nullopt},
      {"2.5", std::nullopt},
      {"%", std::nullopt},
      {"5 %", std::nullopt},
      {"", std::nullopt},
  }));
  RequestDraft draft;
  CAPTURE(typed);
  CHECK(set_min_match(draft, typed).has_value() == expected.has_value());
  CHECK(draft.request.min_match == expected);
}

TEST_CASE("Words are added always, never, or where the query gains", "[searcher][request_draft]") {
  RequestDraft draft;
  CHECK(set_expand(draft, "on"));
  CHECK(draft.request.expand == Expand::kOn);
  CHECK(set_expand(draft, "off"));
  CHECK(draft.request.expand == Expand::kOff);
  CHECK_FALSE(set_expand(draft, "true"));
  CHECK_FALSE(set_expand(draft, ""));
  CHECK(draft.request.expand == Expand::kOff);
  CHECK(set_expand(draft, "auto"));
  CHECK(draft.request.expand == Expand::kAuto);
}

TEST_CASE("Articles are sorted in one of three ways", "[searcher][request_draft]") {
  RequestDraft draft;
  CHECK(set_sort(draft, "newest"));
  CHECK(draft.request.sort == Sort::kNewest);
  CHECK(set_sort(draft, "oldest"));
  CHECK(draft.request.sort == Sort::kOldest);
  CHECK_FALSE(set_sort(draft, "Newest"));
  CHECK_FALSE(set_sort(draft, ""));
  CHECK(draft.request.sort == Sort::kOldest);
  CHECK(set_sort(draft, "relevance"));
  CHECK(draft.request.sort == Sort::kRelevance);
}

TEST_CASE("A draft becomes a request when its filters are resolved", "[searcher][request_draft]") {
  RequestDraft draft;
  draft.request.query = "peace talks";
  draft.request.limit = 3;
  draft.request.filters.languages = {"ignored"};
  draft.filters.countries = {"AZE"};
  const auto request = resolve(draft, filter_context());
  REQUIRE(request);
  CHECK(request->query == "peace talks");
  CHECK(request->limit == 3);
  CHECK(request->filters.countries == std::vector<CountryCode>{{'A', 'Z'}});
  CHECK(request->filters.languages.empty());

  draft.filters.countries = {"Atlantis"};
  CHECK_FALSE(resolve(draft, filter_context()));
}

TEST_CASE("What facets are searched by is text", "[searcher][request_draft]") {
  RequestDraft draft;
  draft.filters.facet_prefix = "\xFF";
  const auto request = resolve(draft, filter_context());
  REQUIRE_FALSE(request);
  CHECK(request.error().message.find("facet_prefix: ") == 0);
  draft.filters.facet_prefix = "Az\u0259r";
  CHECK(resolve(draft, filter_context()));
}

}  // namespace dateline
