#include "searcher/facets.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "common/text/country_names.h"
#include "indexer/delete_articles.h"
#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"1", "", "Rain fell on the coast.", "2021-05-18", {"GR", "TR"}, "en", "Herald"},
    {"2", "", "Rain fell inland.", "2021-06-01", {"GR"}, "en", "Courier"},
    {"3", "", "Rain fell for a week.", "2020-12", {"TR"}, "en", "Herald"},
    {"4", "", "Regen fiel am Meer, rain in English.", "2019", {"DE"}, "de", "Bote"},
    {"5", "", "Rain fell somewhere.", "", {}, "en", ""},
    {"6", "", "The sun shone.", "2021-05-18", {"GR"}, "en", "Herald"},
};

// "GR 2, TR 2*": the values of a facet with their counts, the selected ones starred.
std::string facet(const Request& request, const std::string& name) {
  const TestIndex index(kArticles);
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  const auto answer = searcher->search(request);
  REQUIRE(answer);
  for (const Facet& one : answer->facets) {
    if (one.name != name) continue;
    std::string text;
    for (const FacetValue& value : one.values) {
      text += (text.empty() ? "" : ", ") + value.value + " " + std::to_string(value.count) +
              (value.selected ? "*" : "");
    }
    return text;
  }
  return "no such facet";
}

// What follows counts the slow, obvious way, from the articles as they were given.

enum class Part { kNone, kCountry, kDate, kSource, kLanguage };

bool is_about(const TestArticle& article, CountryCode country) {
  return std::ranges::find(article.countries, country.str()) != article.countries.end();
}

bool date_passes(const TestArticle& article, const Filters& filters) {
  const bool limited = filters.from || filters.to;
  const auto date = parse_iso_date(article.date);
  if (!date) {
    return filters.undated == Undated::kInclude || filters.undated == Undated::kOnly ||
           (filters.undated == Undated::kDefault && !limited);
  }
  if (filters.undated == Undated::kOnly) return false;
  const auto days = interval_of(*date);
  return (!filters.from || interval_of(*filters.from)->first <= days->last) &&
         (!filters.to || days->first <= interval_of(*filters.to)->last);
}

bool is_one_of(const std::vector<std::string>& wanted, const std::string& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// Whether an article passes the filters, one of them left out.
bool passes(const TestArticle& article, const Filters& filters, Part but) {
  const auto about = [&article](CountryCode country) { return is_about(article, country); };
  const bool country = filters.countries.empty() || std::ranges::any_of(filters.countries, about);
  return (but == Part::kCountry || country) &&
         (but == Part::kDate || date_passes(article, filters)) &&
         (but == Part::kSource || is_one_of(filters.sources, article.source)) &&
         (but == Part::kLanguage || is_one_of(filters.languages, article.language)) &&
         std::ranges::all_of(filters.all_countries, about) &&
         std::ranges::none_of(filters.not_countries, about);
}

std::set<std::string> values_of(const TestArticle& article, const std::string& facet) {
  std::set<std::string> values;
  const std::string& date = article.date;
  if (facet == "country") values.insert(article.countries.begin(), article.countries.end());
  if (facet == "year" && !date.empty()) values.insert(date.substr(0, 4));
  if (facet == "month" && date.size() >= 7) values.insert(date.substr(0, 7));
  if (facet == "day" && date.size() >= 10) values.insert(date);
  for (const std::string& country : article.countries) {
    if (facet == "country_year" && !date.empty()) values.insert(country + ' ' + date.substr(0, 4));
    if (facet == "country_month" && date.size() >= 7) {
      values.insert(country + ' ' + date.substr(0, 7));
    }
  }
  if (facet == "source" && !article.source.empty()) values.insert(article.source);
  if (facet == "language") values.insert(article.language);
  if (values.empty()) values.insert("unknown");
  return values;
}

bool selected(const std::string& facet, const std::string& value, const Filters& filters) {
  const auto is_value = [&value](CountryCode country) { return country.str() == value; };
  if (facet == "country") {
    return std::ranges::any_of(filters.countries, is_value) ||
           std::ranges::any_of(filters.all_countries, is_value);
  }
  if (facet.starts_with("country_")) return false;
  if (facet == "source") return !filters.sources.empty() && is_one_of(filters.sources, value);
  if (facet == "language") {
    return !filters.languages.empty() && is_one_of(filters.languages, value);
  }
  if (value == "unknown") return filters.undated == Undated::kOnly;
  if (!filters.from && !filters.to) return false;
  const auto days = interval_of(*parse_iso_date(value));
  return (!filters.from || interval_of(*filters.from)->first <= days->first) &&
         (!filters.to || days->last <= interval_of(*filters.to)->last);
}

// What the request filters by is listed whatever its count.
void add_chosen(const std::string& facet, const Filters& filters,
                std::map<std::string, std::size_t>& counts) {
  if (facet == "country") {
    for (const CountryCode country : filters.countries) counts[country.str()];
    for (const CountryCode country : filters.all_countries) counts[country.str()];
  }
  if (facet == "source") {
    for (const std::string& source : filters.sources) counts[source];
  }
  if (facet == "language") {
    for (const std::string& language : filters.languages) counts[language];
  }
  const std::size_t size = facet == "year" ? 4 : facet == "month" ? 7 : facet == "day" ? 10 : 0;
  if (size == 0 || !filters.from || !filters.to) return;
  const std::string value = to_iso(*filters.from).substr(0, size);
  if (value.size() != size) return;
  const auto days = interval_of(*parse_iso_date(value));
  if (days->first == interval_of(*filters.from)->first &&
      days->last == interval_of(*filters.to)->last) {
    counts[value];
  }
}

std::string label_of(const std::string& facet, const std::string& value) {
  if (!facet.starts_with("country") || value == "unknown") return value;
  return country_label({value[0], value[1]}) + value.substr(2);
}

// `all` are those that shares are of.
Facet slow_facet(const std::vector<TestArticle>& matching, const std::vector<TestArticle>& all,
                 const std::string& name, Part own, const Request& request) {
  std::map<std::string, std::size_t> counts;
  add_chosen(name, request.filters, counts);
  std::map<std::string, std::size_t> of_all;
  if (request.facet_all) {
    for (const TestArticle& article : all) {
      for (const std::string& value : values_of(article, name)) ++of_all[value];
    }
  }
  for (const TestArticle& article : matching) {
    if (!passes(article, request.filters, own)) continue;
    for (const std::string& value : values_of(article, name)) ++counts[value];
  }
  Facet facet{name, {}};
  for (const auto& [value, count] : counts) {
    facet.values.push_back(
        {value, label_of(name, value), count, selected(name, value, request.filters)});
    if (request.facet_all) facet.values.back().of_all = of_all[value];
  }
  std::ranges::stable_sort(facet.values, [&](const FacetValue& left, const FacetValue& right) {
    const bool left_unknown = left.value == "unknown";
    if (left_unknown != (right.value == "unknown")) return !left_unknown;
    return own == Part::kDate ? left.value > right.value : left.count > right.count;
  });
  std::vector<FacetValue> shown;
  for (const FacetValue& value : facet.values) {
    if (shown.size() < request.facet_limit || value.selected) shown.push_back(value);
  }
  facet.values = shown;
  return facet;
}

std::string text_of(const std::vector<Facet>& facets) {
  std::string text;
  for (const Facet& one : facets) {
    text += one.name + ':';
    for (const FacetValue& value : one.values) {
      text += ' ' + value.value + '(' + value.label + ") " + std::to_string(value.count) +
              (value.selected ? "*" : "") +
              (value.of_all ? " of " + std::to_string(*value.of_all) : "");
    }
    text += '\n';
  }
  return text;
}

std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count) {
  const std::vector<std::string> countries = {"AZ", "CU", "TR", "NO", "GR", "DE"};
  const std::vector<std::string> languages = {"en", "en", "en", "de", "az"};
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    TestArticle article;
    article.id = "a" + std::to_string(random());
    article.text = random() % 3 == 0 ? "The sun shone." : "Rain fell.";
    article.date = to_iso(date_from_day_number(18000 + static_cast<int>(random() % 400)));
    if (random() % 5 == 0) article.date.resize(random() % 2 == 0 ? 4 : 7);
    if (random() % 8 == 0) article.date.clear();
    for (auto more = random() % 4; more > 0; --more) {
      const std::string& country = countries[random() % (1 + random() % countries.size())];
      if (!is_about(article, {country[0], country[1]})) article.countries.push_back(country);
    }
    article.language = languages[random() % languages.size()];
    article.source = random() % 9 == 0 ? "" : "source" + std::to_string(random() % 12);
    articles.push_back(article);
  }
  return articles;
}

Filters random_filters(std::mt19937& random) {
  const auto country = [&random] {
    const std::string letters = std::vector<std::string>{"AZ", "CU", "TR", "FR"}[random() % 4];
    return CountryCode{letters[0], letters[1]};
  };
  const auto day = [&random](int first) {
    Date date = date_from_day_number(18000 + first + static_cast<int>(random() % 200));
    if (random() % 3 == 0) date.day = 0;
    return date;
  };
  Filters filters;
  if (random() % 3 == 0) filters.countries = {country()};
  if (random() % 9 == 0) filters.countries.push_back(country());
  if (random() % 9 == 0) filters.all_countries = {country()};
  if (random() % 9 == 0) filters.not_countries = {country()};
  if (random() % 3 == 0) filters.from = day(0);
  if (random() % 3 == 0) filters.to = day(200);
  if (random() % 9 == 0) filters.from = filters.to = day(0);  // few articles
  if (random() % 6 == 0) filters.undated = Undated::kInclude;
  if (random() % 6 == 0) filters.undated = Undated::kExclude;
  if (!filters.from && !filters.to && random() % 9 == 0) filters.undated = Undated::kOnly;
  if (random() % 4 == 0) filters.sources = {"source1", "source" + std::to_string(random() % 14)};
  if (random() % 4 == 0) filters.languages = {"de"};
  return filters;
}

}  // namespace

TEST_CASE("Totals and facets are those that counting article by article gives",
          "[searcher][facets]") {
  std::mt19937 random(8);
  std::size_t counted = 0;
  for (int round = 0; round < 8; ++round) {
    std::vector<std::vector<TestArticle>> segments;
    for (auto more = 1 + random() % 3; more > 0; --more) {
      segments.push_back(random_articles(random, 1 + random() % 400));
    }
    const TestIndex index(segments);
    std::vector<TestArticle> live;
    std::vector<std::string> deleted;
    for (const auto& articles : segments) {
      for (const TestArticle& article : articles) {
        if (round % 2 == 0 && random() % 6 == 0) {
          deleted.push_back(article.id);
        } else {
          live.push_back(article);
        }
      }
    }
    if (!deleted.empty()) REQUIRE(delete_articles(index.path(), deleted));
    auto searcher = Searcher::open(index.path());
    REQUIRE(searcher);
    for (int asked = 0; asked < 150; ++asked) {
      Request request;
      request.query = random() % 3 == 0 ? "" : random() % 9 == 0 ? "-sun" : "rain";
      request.filters = random_filters(random);
      request.facet_limit = 1 + random() % 25;
      request.facet_all = random() % 5 == 0;
      request.facet_kinds = {FacetKind::kCountry,     FacetKind::kYear,        FacetKind::kMonth,
                             FacetKind::kSource,      FacetKind::kLanguage,    FacetKind::kDay,
                             FacetKind::kCountryYear, FacetKind::kCountryMonth};
      std::vector<TestArticle> matching;
      for (const TestArticle& article : live) {
        if (request.query.empty() || article.text.starts_with("Rain")) matching.push_back(article);
      }
      const auto answer = searcher->search(request);
      REQUIRE(answer);
      CAPTURE(round, asked, request.query);
      CHECK(answer->total_articles ==
            static_cast<std::size_t>(std::ranges::count_if(matching, [&](const auto& article) {
              return passes(article, request.filters, Part::kNone);
            })));
      const std::vector<Facet> expected = {
          slow_facet(matching, live, "country", Part::kCountry, request),
          slow_facet(matching, live, "year", Part::kDate, request),
          slow_facet(matching, live, "month", Part::kDate, request),
          slow_facet(matching, live, "source", Part::kSource, request),
          slow_facet(matching, live, "language", Part::kLanguage, request),
          slow_facet(matching, live, "day", Part::kDate, request),
          slow_facet(matching, live, "country_year", Part::kNone, request),
          slow_facet(matching, live, "country_month", Part::kNone, request)};
      CHECK(text_of(answer->facets) == text_of(expected));
      counted += answer->total_articles;
    }
  }
  CHECK(counted > 10'000);  // else the test would show little
}

TEST_CASE("Facets count the articles that match, exactly", "[searcher][facets]") {
  const Request rain{.query = "rain"};
  CHECK(facet(rain, "country") == "GR 2, TR 2, DE 1, unknown 1");
  CHECK(facet(rain, "year") == "2021 2, 2020 1, 2019 1, unknown 1");
  CHECK(facet(rain, "month") == "2021-06 1, 2021-05 1, 2020-12 1, unknown 2");
  CHECK(facet(rain, "source") == "Herald 2, Bote 1, Courier 1, unknown 1");
  CHECK(facet(rain, "language") == "en 4, de 1");
}

TEST_CASE("A facet's own choice does not shrink its list, the others do", "[searcher][facets]") {
  const Request turkey{.query = "rain", .filters = {.countries = {{'T', 'R'}}}};
  CHECK(facet(turkey, "country") == "GR 2, TR 2*, DE 1, unknown 1");
  CHECK(facet(turkey, "year") == "2021 1, 2020 1");
  const Request year{.query = "rain",
                     .filters = {.from = Date{2021, 0, 0}, .to = Date{2021, 0, 0}}};
  CHECK(facet(year, "year") == "2021 2*, 2020 1, 2019 1, unknown 1");
  CHECK(facet(year, "country") == "GR 2, TR 1");
  const Request herald{.query = "rain", .filters = {.sources = {"herald"}}};
  CHECK(facet(herald, "source") == "Herald 2*, Bote 1, Courier 1, unknown 1");
  CHECK(facet(herald, "language") == "en 2");
}

TEST_CASE("Lists are as long as asked for, but chosen values always show", "[searcher][facets]") {
  CHECK(facet({.query = "rain", .facet_limit = 1}, "country") == "GR 2");
  const Request germany{.query = "rain", .filters = {.countries = {{'D', 'E'}}}, .facet_limit = 1};
  CHECK(facet(germany, "country") == "GR 2, DE 1*");
}

TEST_CASE("What is chosen is listed though nothing has it", "[searcher][facets]") {
  const Filters filters{.countries = {{'N', 'O'}},
                        .from = Date{2018, 0, 0},
                        .to = Date{2018, 0, 0},
                        .sources = {"Nobody"},
                        .languages = {"fi"}};
  const Request request{.query = "rain", .filters = filters};
  CHECK(facet(request, "country") == "NO 0*");
  CHECK(facet(request, "year") == "2018 0*");
  CHECK(facet(request, "month").empty());
  CHECK(facet(request, "source") == "Nobody 0*");
  CHECK(facet(request, "language") == "fi 0*");
}

TEST_CASE("A name is chosen once however often and in whichever case it is typed",
          "[searcher][facets]") {
  const Request request{
      .query = "rain", .filters = {.sources = {"HERALD", "herald", "nobody", "Nobody", "Unknown"}}};
  CHECK(facet(request, "source") == "Herald 2*, Bote 1, Courier 1, nobody 0*, unknown 1*");
}

TEST_CASE("A facet can be searched by the beginnings of words", "[searcher][facets]") {
  const auto with = [](const std::string& prefix, const std::string& name) {
    Request request{.query = "", .filters = {.countries = {{'D', 'E'}}}};
    request.facet_prefix = prefix;
    return facet(request, name);
  };
  CHECK(with("gre", "country") == "GR 3, DE 1*");
  CHECK(with("TÜR", "country") == "TR 2, DE 1*");
  CHECK(with("xyz", "country") == "DE 1*");
  CHECK(with("2", "year") == "2019 1");
  CHECK(with("bo", "source") == "Bote 1");
  CHECK(with("ote", "source").empty());
}

TEST_CASE("Days, and countries over time", "[searcher][facets]") {
  Request rain{.query = "rain"};
  rain.facet_kinds = {FacetKind::kDay, FacetKind::kCountryYear, FacetKind::kCountryMonth};
  CHECK(facet(rain, "day") == "2021-06-01 1, 2021-05-18 1, unknown 3");
  CHECK(facet(rain, "country_year") == "GR 2021 2, DE 2019 1, TR 2020 1, TR 2021 1, unknown 1");
  CHECK(facet(rain, "country_month") ==
        "GR 2021-05 1, GR 2021-06 1, TR 2020-12 1, TR 2021-05 1, unknown 2");
  CHECK(facet(rain, "country") == "no such facet");
}

TEST_CASE("Shares as of a day are of what was there", "[searcher][facets]") {
  const TestIndex index(kArticles);
  Searcher searcher = *Searcher::open(index.path());
  Request request{.query = "rain", .filters = {.as_of = Date{2020, 12, 31}}};
  request.facet_all = true;
  const auto answer = searcher.search(request);
  REQUIRE(answer);
  for (const FacetValue& value : answer->facets[0].values) {
    CAPTURE(value.value);
    CHECK(value.of_all == 1);
  }
}

}  // namespace dateline
