#include "searcher/filter_parser.h"

#include <catch2/catch.hpp>

#include "tests/searcher/few_countries.h"

namespace dateline {
namespace {

constexpr CountryCode kAzerbaijan{'A', 'Z'};
constexpr CountryCode kCuba{'C', 'U'};

using Texts = std::vector<std::string>;
using Countries = std::vector<CountryCode>;

}  // namespace

TEST_CASE("No filters let everything pass", "[searcher][filter_parser]") {
  const auto filters = parse_filters({}, filter_context());
  REQUIRE(filters);
  CHECK(*filters == Filters{});
}

TEST_CASE("Countries are given by code or name, repeated or with commas",
          "[searcher][filter_parser]") {
  const auto [texts, countries] = GENERATE(table<Texts, Countries>({
      {{"AZ"}, {kAzerbaijan}},
      {{"AZE"}, {kAzerbaijan}},
      {{" Azərbaycan "}, {kAzerbaijan}},
      {{"AZ", "CU"}, {kAzerbaijan, kCuba}},
      {{"AZ,CU"}, {kAzerbaijan, kCuba}},
      {{"Куба, AZ"}, {kCuba, kAzerbaijan}},
      {{"AZ", "AZE,CU", "AZ"}, {kAzerbaijan, kCuba}},
      {{"Korea, Republic of"}, {CountryCode{'K', 'R'}}},
  }));
  FilterText text;
  text.countries = texts;
  text.all_countries = texts;
  text.not_countries = texts;
  const auto filters = parse_filters(text, filter_context());
  REQUIRE(filters);
  CHECK(filters->countries == countries);
  CHECK(filters->all_countries == countries);
  CHECK(filters->not_countries == countries);
}

TEST_CASE("Dates, languages and sources are resolved", "[searcher][filter_parser]") {
  FilterText text;
  text.from = "today-1y";
  text.to = "2024";
  text.undated = "include";
  text.languages = {"en", "AZ,zh_Hant", "en-GB", "Deutsch", "unknown"};
  text.sources = {" Report.az", "The Post, Evening", "Report.az"};
  const auto filters = parse_filters(text, filter_context());
  REQUIRE(filters);
  CHECK(filters->from == Date{2023, 5, 16});
  CHECK(filters->to == Date{2024, 0, 0});
  CHECK(filters->undated == Undated::kInclude);
  CHECK(filters->languages == Texts{"en", "az", "zh", "de", "und"});
  CHECK(filters->sources == Texts{"Report.az", "The Post, Evening"});
}

TEST_CASE("A range may begin and end within the same partial date", "[searcher][filter_parser]") {
  const auto [from, to, valid] = GENERATE(table<std::string, std::string, bool>({
      {"2023", "2023", true},
      {"2023-12-31", "2023", true},
      {"2023", "2023-01-01", true},
      {"2023-03-02", "2023-03-01", false},
      {"2024", "2023-12", false},
  }));
  FilterText text;
  text.from = from;
  text.to = to;
  CHECK(parse_filters(text, filter_context()).has_value() == valid);
}

TEST_CASE("What is not understood is named with its field", "[searcher][filter_parser]") {
  struct Row {
    FilterText text;
    std::string message;
  };
  const auto with = [](auto change) {
    FilterText text;
    change(text);
    return text;
  };
  const Row rows[] = {
      {with([](FilterText& t) {
         t.countries = {"AZ", "Atlantis"};
       }),
       "countries: no country is called \"Atlantis\""},
      {with([](FilterText& t) { t.countries = {"AZ,Atlantis"}; }),
       "countries: no country is called \"Atlantis\""},
      {with([](FilterText& t) { t.all_countries = {"AZ,"}; }),
       "all_countries: \"\" is not a country; give ISO letters (AZ, AZE) or a name in any "
       "language"},
      {with([](FilterText& t) { t.not_countries = {"C\xF4te"}; }),
       "not_countries: \"C\uFFFDte\" is not a country; give ISO letters (AZ, AZE) or a name in any "
       "language"},
      {with([](FilterText& t) { t.from = "2023-13"; }),
       "from: \"2023-13\" is not a date to filter by; write 2023, 2023-03, 2023-03-01, today, "
       "yesterday, or today-7d (d, w, m, y for days, weeks, months, years)"},
      {with([](FilterText& t) { t.undated = "maybe"; }),
       "undated: it must be include, exclude or only, not \"maybe\""},
      {with([](FilterText& t) { t.languages = {"Klingon"}; }),
       "language: \"Klingon\" is not a language; give ISO 639-1 letters such as en, az or zh, or "
       "its name, or und for articles whose language is unknown"},
      {with([](FilterText& t) { t.sources = {" "}; }),
       "source: \" \" is not the name of a source; give it as the source facet of an answer does"},
      {with([](FilterText& t) {
         t.from = "2024";
         t.to = "2023";
       }),
       "from 2024 is after to 2023, so no day is left; swap them"},
      {with([](FilterText& t) {
         t.from = "2024";
         t.undated = "only";
       }),
       "undated: only articles without a date are asked for, but they lie in no range; drop either "
       "undated or from and to"},
      {with([](FilterText& t) { t.sources.assign(1001, "a"); }),
       "source: 1001 values; at most 1000 can be given"},
  };
  for (const Row& row : rows) {
    const auto filters = parse_filters(row.text, filter_context());
    REQUIRE_FALSE(filters);
    CHECK(filters.error() == Error{ErrorKind::kRequest, row.message});
  }
}

}  // namespace dateline
