#include "searcher/page/page_state.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("An address is read as forms write it", "[searcher][page]") {
  CHECK(parse_page_parameters("q=customs+union&country=AZ&country=%43u&x") ==
        PageParameters{{"q", "customs union"}, {"country", "AZ"}, {"country", "Cu"}, {"x", ""}});
  CHECK(parse_page_parameters("").empty());
  CHECK(parse_page_parameters("&&q=a=b&") == PageParameters{{"q", "a=b"}});
}

TEST_CASE("Bad escapes and bad UTF-8 do no harm", "[searcher][page]") {
  CHECK(parse_page_parameters("q=50%&r=%zz&s=%4") ==
        PageParameters{{"q", "50%"}, {"r", "%zz"}, {"s", "%4"}});
  CHECK(parse_page_parameters("q=a%FFb%C3") == PageParameters{{"q", "a\uFFFDb\uFFFD"}});
}

TEST_CASE("Fields that were left empty filter by nothing", "[searcher][page]") {
  const auto draft = draft_of(parse_page_parameters("q=&from=&to=&undated=&sort=&country="));
  REQUIRE(draft);
  CHECK(draft->request.query.empty());
  CHECK_FALSE(draft->filters.from);
  CHECK(draft->filters.countries.empty());
}

TEST_CASE("Fields fill in a request, one passage of each article", "[searcher][page]") {
  const auto draft = draft_of(parse_page_parameters(
      "q=port&country=AZ&country=KE&source=s&language=en&from=2021&to=2022&sort=newest&limit=30"));
  REQUIRE(draft);
  CHECK(draft->request.query == "port");
  CHECK(draft->filters.countries == std::vector<std::string>{"AZ", "KE"});
  CHECK(draft->filters.sources == std::vector<std::string>{"s"});
  CHECK(draft->filters.languages == std::vector<std::string>{"en"});
  CHECK(draft->filters.from == "2021");
  CHECK(draft->filters.to == "2022");
  CHECK(draft->request.sort == Sort::kNewest);
  CHECK(draft->request.limit == 30);
  CHECK(draft->request.per_article == 1);
}

TEST_CASE("Values that mean nothing are refused", "[searcher][page]") {
  CHECK_FALSE(draft_of(parse_page_parameters("sort=best")));
  CHECK_FALSE(draft_of(parse_page_parameters("limit=1001")));
}

TEST_CASE("An address can be changed in one place", "[searcher][page]") {
  const PageParameters parameters = {
      {"q", "a&b"}, {"country", "AZ"}, {"from", ""}, {"limit", "10"}};
  CHECK(address_with(parameters, "limit", "30") == "/?q=a%26b&country=AZ&limit=30");
  CHECK(address_with(parameters, "limit", "") == "/?q=a%26b&country=AZ");
  CHECK(address_with({}, "limit", "") == "/?");
}

}  // namespace dateline
