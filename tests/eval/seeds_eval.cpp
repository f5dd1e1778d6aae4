// The customer's five articles: what must be found out about them, and what queries must return.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "environment.h"
#include "indexer/input_files.h"
#include "searcher/search.h"

namespace dateline {
namespace {

std::string codes(const std::vector<CountryCode>& countries) {
  std::string text;
  for (const CountryCode country : countries) text += (text.empty() ? "" : " ") + country.str();
  return text;
}

// The first three digits of the file names of the articles that the passages are of, in order.
std::string numbers_of(const Answer& answer) {
  std::string numbers;
  for (const Passage& passage : answer.passages) {
    const std::string number = passage.article.id.substr(0, 3);
    if (numbers.find(number) == std::string::npos) numbers += (numbers.empty() ? "" : " ") + number;
  }
  return numbers;
}

Searcher open_searcher() {
  auto searcher = Searcher::open(path_from_environment("DATELINE_SEEDS_INDEX"));
  REQUIRE(searcher);
  return std::move(*searcher);
}

std::string articles_for(const Request& request) {
  const auto answer = open_searcher().search(request);
  REQUIRE(answer);
  return numbers_of(*answer);
}

}  // namespace

TEST_CASE("The five seeds are understood exactly", "[seeds]") {
  struct Truth {
    std::string number, date, time, about, mentioned;
  };
  const auto truth = GENERATE(values<Truth>({
      {"000", "--02-28", "", "AZ CU", ""},
      {"001", "2023-03-01", "12:14+04:00", "AZ CU", ""},
      {"002", "2021-05-18", "17:50+04:00", "AZ BY", "AM RU"},
      {"003", "2024-05-16", "", "AZ BY", ""},
      {"004", "2023-04-17", "13:56+04:00", "AZ CN", "UZ"},
  }));
  CAPTURE(truth.number);
  const Searcher searcher = open_searcher();
  const auto listing = list_inputs({path_from_environment("DATELINE_SEEDS").string()});
  const auto file = std::find_if(listing.files.begin(), listing.files.end(), [&](const auto& one) {
    return one.path.filename().string().starts_with(truth.number);
  });
  REQUIRE(file != listing.files.end());
  const auto article = searcher.article(file->path.filename().string());
  REQUIRE(article);
  CHECK(to_iso(article->date.date) == truth.date);
  CHECK((article->date.time ? to_string(*article->date.time) : "") == truth.time);
  CHECK(codes(article->countries.about) == truth.about);
  CHECK(codes(article->countries.mentioned) == truth.mentioned);
  REQUIRE(article->countries.primary);
  CHECK(article->countries.primary->str() == "AZ");
  CHECK(article->language == "en");
  for (const char* furniture : {"Follow us on Twitter", "px", "Loading...", "See more", "↺"}) {
    CHECK(article->text.find(furniture) == std::string::npos);
  }
  if (truth.number == "002") {
    CHECK(article->title ==
          "Ilham Aliyev: Azerbaijan, Belarus set to continue cooperation in all spheres [UPDATE]");
  }
}

TEST_CASE("Queries on the seeds find the right articles first", "[seeds]") {
  const std::string cuba =
      articles_for({.query = "Cuban doctors during the pandemic"}).substr(0, 7);
  CHECK((cuba == "000 001" || cuba == "001 000"));
  const std::string belarus =
      articles_for({.query = "Belarusian companies in the liberated territories"}).substr(0, 7);
  CHECK((belarus == "002 003" || belarus == "003 002"));
  const CountryCode china{'C', 'N'};
  CHECK(articles_for({.query = "Azerbaijan", .filters = {.countries = {china}}}) == "004");
  CHECK(articles_for({.query = "", .filters = {.countries = {china}}}) == "004");
  const Filters in_2023{.from = Date{2023, 0, 0}, .to = Date{2023, 12, 0}};
  std::string numbers = articles_for({.query = "Azerbaijan", .filters = in_2023});
  CHECK((numbers == "001 004" || numbers == "004 001"));
  CHECK(articles_for({.query = "Azerbaijan", .filters = {.undated = Undated::kOnly}}) == "000");
}

TEST_CASE("Every passage of 500 random queries stands in its article where it says", "[seeds]") {
  Searcher searcher = open_searcher();
  std::vector<std::string> vocabulary;
  const auto all = searcher.search({.query = "", .limit = 1000, .per_article = 100});
  REQUIRE(all);
  for (const Passage& passage : all->passages) {
    std::size_t start = 0;
    while (start < passage.text.size()) {
      const std::size_t end =
          std::min(passage.text.find_first_of(" \n\"", start), passage.text.size());
      if (end > start) vocabulary.push_back(passage.text.substr(start, end - start));
      start = end + 1;
    }
  }
  REQUIRE(vocabulary.size() > 200);
  std::mt19937 random(2023);
  std::size_t passages = 0;
  for (int query = 0; query < 500; ++query) {
    std::string words;
    for (auto left = 1 + random() % 6; left > 0; --left) {
      words += vocabulary[random() % vocabulary.size()] + " ";
    }
    CAPTURE(words);
    const auto answer = searcher.search({.query = words, .limit = 1 + random() % 30});
    REQUIRE(answer);
    for (const Passage& passage : answer->passages) {
      ++passages;
      const auto article = searcher.article(passage.article.id);
      REQUIRE(article);
      REQUIRE(passage.range.start >= article->body_start);
      REQUIRE(passage.range.end <= article->text.size());
      REQUIRE(passage.text == slice(article->text, passage.range));
      std::size_t last = 0;
      for (const ByteRange& highlight : passage.highlights) {
        REQUIRE((highlight.start >= last && highlight.end <= passage.text.size()));
        last = highlight.end;
      }
    }
  }
  CHECK(passages > 500);
}

}  // namespace dateline
