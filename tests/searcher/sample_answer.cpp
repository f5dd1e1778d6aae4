#include "tests/searcher/sample_answer.h"

namespace dateline {

Answer sample_answer() {
  Passage passage;
  passage.rank = 1;
  passage.score = 0.81234567;
  passage.text = "The vaccine arrived in Baku.";
  passage.range = {120, 148};
  passage.start_char = 118;
  passage.highlights = {{4, 11}};
  passage.article.id = "sample-7";
  passage.article.title = "A delivery from Havana";
  passage.article.url = "https://news.example/7";
  passage.article.source = "news.example";
  passage.article.language = "en";
  passage.article.date = {2021, 5, 0};
  passage.article.countries = {{'A', 'Z'}, {'C', 'U'}};
  passage.article.primary_country = CountryCode{'A', 'Z'};

  passage.also_in = {{"wire-3", "wire.example", {2021, 5, 2}}, {"copy-9", "", {}}};

  Explanation explanation;
  explanation.recency = 0.5;
  explanation.article = {4.5, 5.85, 0.5};
  explanation.article_words = {{"vaccin", false, 3.5, 1, 4, 7}, {"havana", true, 1.25, 0, 2, 2}};
  explanation.passage = {1.5, 1.68081, 0.31234567};
  explanation.passage_words = {{"vaccin", 1, 1, 2.25}};
  explanation.closeness = 0.25;
  explanation.phrases = 0.225;
  explanation.opening = 0.275;
  passage.explanation = explanation;

  Answer answer;
  answer.query = "vaccine last week -trial";
  answer.synonyms = {{"vaccine", {"jab", "vaccination drive"}}};
  answer.interpreted = {{"last week", {8, 17}, std::nullopt, Date{2021, 5, 31}, Date{2021, 6, 6}}};
  answer.interpretation_applied = true;
  answer.understood = "vaccine -trial";
  answer.filters.countries = {{'C', 'U'}, {'A', 'Z'}};
  answer.filters.from = Date{2021, 0, 0};
  answer.filters.to = Date{2021, 6, 30};
  answer.filters.languages = {"en"};
  answer.min_match = 1;
  answer.total_articles = 3;
  answer.total_groups = 1;
  answer.took_ms = 1.23449;
  answer.passages = {passage};
  answer.facets = {{"country", {{"AZ", "Azerbaijan", 1, true}}},
                   {"year", {{"2021", "2021", 1, false}}}};
  answer.cursor = PageCursor{.generation = 7,
                             .request = 0x5d1c,
                             .today = {2021, 6, 8},
                             .shown = 1,
                             .articles = 60,
                             .best = {5.85, 1.6875},
                             .done = {1, {}}};
  return answer;
}

}  // namespace dateline
