#include "searcher/article_text.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

const TextStyle kStyle{40, Emphasis::kPlain, [](CountryCode country) { return country.str(); }};

}  // namespace

TEST_CASE("An article shows its facts, then its text line by line", "[searcher][article_text]") {
  Article article;
  article.id = "a-1";
  article.title = "Rain over Havana";
  article.text = "28 February 12:14\n\nIt rained in Havana and all along the coast.\n";
  article.source = "news.example";
  article.language = "en";
  article.date = {{2023, 2, 28}, WallTime{12, 14, 240}, Confidence::kSure, "text.timed", {}};
  article.countries = {{{'A', 'Z'}, {'C', 'U'}}, CountryCode{'C', 'U'}, {{'B', 'Y'}}, "text", {}};
  CHECK(to_text(article, kStyle) ==
        "Rain over Havana\n"
        "\n"
        "id          a-1\n"
        "date        28 February 2023,\n"
        "            12:14+04:00 (sure, from\n"
        "            text.timed)\n"
        "about       AZ, CU (mostly CU)\n"
        "mentions    BY\n"
        "source      news.example\n"
        "language    en\n"
        "\n"
        "28 February 12:14\n"
        "\n"
        "It rained in Havana and all along the\n"
        "coast.\n");
}

TEST_CASE("An article of which nothing is known shows its id", "[searcher][article_text]") {
  Article article;
  article.id = "a-2";
  article.text = "\x1B[2J";
  CHECK(to_text(article, kStyle) == "a-2\n\nid          a-2\ndate        undated\n\n[2J\n");
  CHECK(to_text(Article{}, kStyle) == "\n\ndate        undated\n\n");
}

}  // namespace dateline
