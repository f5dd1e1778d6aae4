#include "searcher/interpret/interpret.h"

#include <catch2/catch.hpp>

#include "searcher/query_parser.h"

namespace dateline {
namespace {

std::vector<Interpretation> read(const std::string& query) {
  WordBreaker breaker;
  return interpret(query, *parse_query(query), {2024, 5, 15}, breaker);
}

}  // namespace

TEST_CASE("A query is interpreted in its order, with where it says so", "[searcher][interpret]") {
  const std::string query = "cuban doctors last week in Baku";
  const auto found = read(query);
  REQUIRE(found.size() == 2);
  CHECK(found[0].words == "cuban");
  CHECK(found[0].range == ByteRange{0, 5});
  CHECK(found[0].country == CountryCode{'C', 'U'});
  CHECK(found[1].words == "last week");
  CHECK(slice(query, found[1].range) == "last week");
  CHECK(found[1].from == Date{2024, 5, 6});
  CHECK(found[1].to == Date{2024, 5, 12});
}

TEST_CASE("Quotes, exclusions and operators are left as they are", "[searcher][interpret]") {
  CHECK(read("\"last week\" tonight").empty());
  CHECK(read("doctors -cuba").empty());
  CHECK(read("country:cuba last week").empty());
  CHECK(read("cuba AND doctors").empty());
}

TEST_CASE("An interpretation fills in filters that are not set", "[searcher][interpret]") {
  Request request;
  request.query = "cuban doctors last week";
  Request applied = with_interpretation(request, read(request.query));
  CHECK(applied.query == "cuban doctors          ");
  CHECK(applied.filters.countries == std::vector<CountryCode>{{'C', 'U'}});
  CHECK(applied.filters.from == Date{2024, 5, 6});
  CHECK(applied.filters.to == Date{2024, 5, 12});
  request.filters.countries = {{'A', 'Z'}};
  request.filters.from = Date{2020, 0, 0};
  applied = with_interpretation(request, read(request.query));
  CHECK(applied.filters == request.filters);
}

}  // namespace dateline
