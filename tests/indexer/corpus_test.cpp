// The sample articles against the truth that stands beside them, one row per article.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "indexer/article_builder.h"
#include "indexer/input_files.h"
#include "indexer/record_reader.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

const std::filesystem::path kCorpus = std::filesystem::path(DATELINE_SOURCE) / "corpus";

std::vector<Json> expected_rows() {
  std::vector<Json> rows;
  std::ifstream file(kCorpus / "expected.jsonl");
  for (std::string line; std::getline(file, line);) rows.push_back(Json::parse(line));
  return rows;
}

// Every article of the corpus by id; that of a file is its path within the corpus.
std::map<std::string, Article> built_articles() {
  std::map<std::string, Article> articles;
  ArticleBuilder builder;
  const InputListing listing = list_inputs({kCorpus.string()});
  REQUIRE(listing.errors.empty());
  for (const InputFile& file : listing.files) {
    auto reader = RecordReader::open(file);
    REQUIRE(reader);
    while (auto record = reader->next()) {
      REQUIRE(*record);
      auto built = builder.build(**record);
      REQUIRE(built);
      Article& article = built->indexed.article;
      const bool is_file = (*record)->id == (*record)->origin;
      const std::string id =
          is_file ? std::filesystem::relative(article.id, kCorpus).generic_string() : article.id;
      articles.emplace(id, std::move(article));
    }
  }
  return articles;
}

Json found_row(const Json& expected, const Article& article) {
  Json row = expected;
  const std::string date = to_iso(article.date.date);
  row["language"] = article.language;
  row["date"] = date.empty() ? Json() : Json(date);
  row["precision"] = to_string(article.date.date.precision());
  row["about"] = Json::array();
  for (const CountryCode country : article.countries.about) row["about"].push_back(country.str());
  const auto primary = article.countries.primary;
  row["primary"] = primary ? Json(primary->str()) : Json();
  return row;
}

}  // namespace

TEST_CASE("Every sample article gets its date, countries and language right", "[indexer][corpus]") {
  const std::vector<Json> rows = expected_rows();
  const std::map<std::string, Article> articles = built_articles();
  CHECK(rows.size() >= 60);
  CHECK(articles.size() == rows.size());
  for (const Json& row : rows) {
    const auto id = row.at("id").get<std::string>();
    CAPTURE(id);
    const auto article = articles.find(id);
    REQUIRE(article != articles.end());
    CHECK(found_row(row, article->second).dump() == row.dump());
  }
}

TEST_CASE("No furniture of the pages gets into the text of the sample articles",
          "[indexer][corpus]") {
  for (const auto& [id, article] : built_articles()) {
    CAPTURE(id);
    for (const char* furniture : {"Loading...", "Latest See more", "px", "↺", "Follow us"}) {
      CHECK(article.text.find(furniture) == std::string::npos);
    }
  }
}

}  // namespace dateline
