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

}  // namespace dateline
