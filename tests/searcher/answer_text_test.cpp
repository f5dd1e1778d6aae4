#include "searcher/answer_text.h"

#include <catch2/catch.hpp>

#include "tests/searcher/sample_answer.h"

namespace dateline {
namespace {

std::string name_of(CountryCode country) {
  if (country == CountryCode{'A', 'Z'}) return "Azerbaijan";
  if (country == CountryCode{'C', 'U'}) return "Cuba";
  return country.str();
}

TextStyle style(std::size_t width = 60, Emphasis emphasis = Emphasis::kPlain) {
  return {width, emphasis, name_of};
}

Answer unexplained() {
  Answer answer = sample_answer();
  answer.passages[0].explanation.reset();
  return answer;
}

// An answer with `count` passages of which only the first has a title.
Answer answer_with_passages(std::size_t count) {
  Answer answer = unexplained();
  answer.facets.clear();
  answer.filters = {};
  answer.synonyms.clear();
  Passage untitled = answer.passages[0];
  untitled.article = {};
  untitled.article.id = "sample-8";
  untitled.article.url = "sample-8";
  untitled.highlights.clear();
  untitled.also_in.clear();
  for (std::size_t rank = 2; rank <= count; ++rank) {
    untitled.rank = rank;
    answer.passages.push_back(untitled);
  }
  answer.total_articles = answer.total_groups = 26760;
  return answer;
}

}  // namespace

TEST_CASE("An answer reads from the best passage down to the counts", "[searcher][answer_text]") {
  CHECK(to_text(unexplained(), style()) ==
        "1  A delivery from Havana\n"
        "   May 2021 · Azerbaijan, Cuba · news.example\n"
        "   The vaccine arrived in Baku.\n"
        "   sample-7 [120:148] · https://news.example/7\n"
        "   also in 2 articles: wire-3 (wire.example, 2 May 2021),\n"
        "   copy-9 (undated)\n"
        "\n"
        "  Country\n"
        "* Azerbaijan                  1 ████████\n"
        "\n"
        "  Year\n"
        "  2021                        1 ████████\n"
        "\n"
        "looked for \"vaccine\" also as: jab, vaccination drive\n"
        "filters: about Cuba or Azerbaijan · from 2021 · to 30 June\n"
        "2021 · language en\n"
        "3 articles (2 of them folded into others), 1.2 ms\n");
}

TEST_CASE("Who asks why is told below each passage", "[searcher][answer_text]") {
  const std::string text = to_text(sample_answer(), style());
  CHECK(text.find("   copy-9 (undated)\n"
                  "   score 0.812 = 0.5 of the article (4.5 of 5.85) + 0.312 of\n"
                  "   the passage (1.5 of 1.68)\n"
                  "   article 4.5 = ") != std::string::npos);
}

TEST_CASE("Ranks align, and untitled articles show their id", "[searcher][answer_text]") {
  const std::string text = to_text(answer_with_passages(10), style());
  CHECK(text.substr(0, text.find("\n\n") + 1) ==
        " 1  A delivery from Havana\n"
        "    May 2021 · Azerbaijan, Cuba · news.example\n"
        "    The vaccine arrived in Baku.\n"
        "    sample-7 [120:148] · https://news.example/7\n"
        "    also in 2 articles: wire-3 (wire.example, 2 May 2021),\n"
        "    copy-9 (undated)\n");
  CHECK(text.substr(text.find("\n10  ")) ==
        "\n10  sample-8\n"
        "    undated\n"
        "    The vaccine arrived in Baku.\n"
        "    sample-8 [120:148]\n"
        "\n"
        "26,760 articles, 1.2 ms\n");
}

TEST_CASE("The foremost country comes first and long lists are cut", "[searcher][answer_text]") {
  Answer answer = answer_with_passages(1);
  ArticleSummary& article = answer.passages[0].article;
  for (const char letter : {'D', 'E', 'F', 'G', 'H'}) article.countries.push_back({'X', letter});
  article.primary_country = CountryCode{'X', 'F'};
  article.date = {0, 2, 28};
  CHECK(to_text(answer, style(90))
            .find("28 February, year unknown · XF, Azerbaijan, Cuba, XD, XE, "
                  "2 more · news.example\n") != std::string::npos);
}

TEST_CASE("Matches are bold on request", "[searcher][answer_text]") {
  const std::string text = to_text(unexplained(), style(60, Emphasis::kAnsi));
  CHECK(text.find("The \x1B[1mvaccine\x1B[0m arrived") != std::string::npos);
  CHECK(to_text(unexplained(), style()).find('\x1B') == std::string::npos);
}

TEST_CASE("Relaxed phrases are owned up to", "[searcher][answer_text]") {
  Answer answer = unexplained();
  answer.relaxed = true;
  CHECK(to_text(answer, style(100))
            .find("no article has the words in quotes; looked for: vaccine -trial\n") !=
        std::string::npos);
}

TEST_CASE("Nothing found says how the query was understood", "[searcher][answer_text]") {
  Answer answer;
  answer.understood = "peace -war";
  answer.filters.all_countries = {{'A', 'Z'}, {'C', 'U'}};
  answer.filters.not_countries = {{'B', 'Y'}};
  answer.filters.undated = Undated::kOnly;
  answer.filters.sources = {"a.example", "b.example"};
  CHECK(to_text(answer, style(100)) ==
        "query: peace -war\n"
        "filters: about Azerbaijan and Cuba · not about BY · only undated · source a.example or "
        "b.example\n"
        "0 articles, 0.0 ms\n");
}

TEST_CASE("An article cannot command the terminal", "[searcher][answer_text]") {
  Answer answer = unexplained();
  Passage& passage = answer.passages[0];
  passage.text = passage.article.title = passage.article.id = passage.article.url =
      passage.article.source = answer.facets[0].values[0].label = "\x1B]0;owned\x07\u009B2J";
  passage.highlights.clear();
  const std::string text = to_text(answer, style());
  CHECK(text.find_first_of("\x1B\x07") == std::string::npos);
  CHECK(text.find("\u009B") == std::string::npos);

  passage.article.title = "\n\t";
  passage.article.id = " ";
  CHECK(to_text(answer, style()).rfind("1  \n", 0) == 0);
}

TEST_CASE("Sentences around a passage and what a budget left out are shown",
          "[searcher][answer_text]") {
  Answer answer = unexplained();
  answer.passages[0].before = "It rained. ";
  answer.passages[0].after = "\nOthers followed.";
  answer.left_out = {3, 1, {"sample-9"}};
  const std::string text = to_text(answer, style(80));
  CHECK(text.find("   It rained.\n   The vaccine arrived in Baku.\n   Others followed.\n") !=
        std::string::npos);
  CHECK(text.find("\nleft out: 3 passages, 1 of them because they repeat others\n") !=
        std::string::npos);
}

}  // namespace dateline
