#include "searcher/article_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/searcher/documented_fields.h"

namespace dateline {
namespace {

Article full_article() {
  Article article;
  article.id = "a-1";
  article.title = "Rain over Havana";
  article.text = "28 February 2023 12:14\nIt rained.";
  article.body_start = 23;
  article.url = "https://news.example/1";
  article.source = "news.example";
  article.author = "A. Writer";
  article.language = "en";
  article.date = {{2023, 2, 28},
                  WallTime{12, 14, 240},
                  Confidence::kSure,
                  "text.timed",
                  ByteRange{0, 22},
                  0.975,
                  {{{2023, 3, 1}, 0.025, "url", ByteRange{23, 25}}}};
  article.countries = {{{'A', 'Z'}, {'C', 'U'}}, CountryCode{'C', 'U'}, {{'B', 'Y'}}, "text", {}};
  article.countries.spans = {{{'C', 'U'}, true, {10, 16}}};
  return article;
}

// Nothing known but that a country is named: no value but has the type that is documented.
Article bare_article() {
  Article article;
  article.text = "Havana";
  article.countries.spans = {{{'C', 'U'}, false, {0, 6}}};
  article.date.alternatives = {{{2023, 3, 1}, 0.3, "url", std::nullopt}};
  return article;
}

std::string json_of(const ArticleSummary& article) {
  JsonWriter writer(JsonLayout::kOneLine);
  write_json(writer, article);
  return writer.take();
}

}  // namespace

TEST_CASE("An article has exactly the fields that ANSWER.md documents",
          "[searcher][article_json]") {
  for (const Article& article : {full_article(), bare_article()}) {
    FieldTypes documented = documented_fields("field of an article");
    for (const auto& [path, type] :
         fields_of(nlohmann::ordered_json::parse(to_json(article, JsonLayout::kOneLine)))) {
      CAPTURE(path, type);
      REQUIRE(documented.count(path) == 1);
      CHECK(fits(type, documented[path]));
      documented.erase(path);
    }
    CHECK(documented.empty());
  }
}

TEST_CASE("An article shows what was found and why", "[searcher][article_json]") {
  CHECK(to_json(full_article(), JsonLayout::kOneLine) ==
        R"({"id":"a-1","title":"Rain over Havana","url":"https://news.example/1",)"
        R"("source":"news.example","author":"A. Writer","language":"en","date":"2023-02-28",)"
        R"("date_precision":"day","time":"12:14+04:00","date_confidence":"sure",)"
        R"("date_probability":0.975,"date_evidence":"text.timed","date_span":[0,22],)"
        R"("date_alternatives":[{"date":"2023-03-01","probability":0.025,"evidence":"url",)"
        R"("span":[23,25]}],"countries":["AZ","CU"],)"
        R"("primary_country":"CU","mentioned_countries":["BY"],"country_evidence":"text",)"
        R"("country_spans":[{"country":"CU","in":"title","span":[10,16]}],)"
        R"("body_start":23,"text":"28 February 2023 12:14\nIt rained."})");
}

TEST_CASE("A day without a year is shown as one", "[searcher][article_json]") {
  ArticleSummary article;
  article.date = {0, 2, 28};
  CHECK(json_of(article).find(R"("date":"--02-28","date_precision":"month-day")") !=
        std::string::npos);
  article.date = {};
  CHECK(json_of(article).find(R"("date":null,"date_precision":"none")") != std::string::npos);
}

}  // namespace dateline
