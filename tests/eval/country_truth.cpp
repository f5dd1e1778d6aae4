#include "country_truth.h"

#include <algorithm>
#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

#include "common/country_table.h"
#include "common/hash.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

CountryCode country_of(const std::string& letters) {
  const auto code = parse_country_code(letters);
  if (!code) throw std::invalid_argument("no country has the code '" + letters + "'");
  return facts_of(*code)->successor.value_or(*code);
}

void sort_once(std::vector<CountryCode>& countries) {
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
}

PlacedArticle read_trap(const Json& row) {
  PlacedArticle article;
  article.record.id = row.value("id", "");
  article.record.title = row.value("title", "");
  article.record.text = row.at("text").get<std::string>();
  article.record.language = row.value("language", "");
  for (const Json& code : row.at("about")) article.about.push_back(country_of(code));
  if (row.contains("primary")) article.primary = country_of(row.at("primary"));
  return article;
}

PlacedArticle read_collected(const Json& row) {
  PlacedArticle article;
  article.record.id = row.at("_id").get<std::string>();
  article.record.title = row.value("title", "");
  article.record.text = row.at("text").get<std::string>();
  article.record.language = "en";
  return article;
}

PlacedArticle read_reuters(const Json& row) {
  PlacedArticle article = read_collected(row);
  const Json& metadata = row.at("metadata");
  const auto dateline = metadata.at("dateline").get<std::string>();
  if (article.record.text.empty()) return article;
  if (!dateline.empty()) article.record.text = dateline + " " + article.record.text;
  for (const Json& code : metadata.at("countries")) article.about.push_back(country_of(code));
  if (article.about.size() == 1) article.primary = article.about[0];
  return article;
}

PlacedArticle read_cliff(const Json& row) {
  PlacedArticle article = read_collected(row);
  for (const auto& [code, count] : row.at("metadata").at("countries").items()) {
    article.about.push_back(country_of(code));
  }
  if (article.about.size() == 1) article.primary = article.about[0];
  return article;
}

PlacedArticle read_lgl(const Json& row) {
  PlacedArticle article = read_collected(row);
  std::map<CountryCode, int> counts;
  int most = 0;
  for (const Json& toponym : row.at("metadata").at("toponyms")) {
    if (!toponym.contains("country") || !toponym.at("country").is_string()) continue;
    article.about.push_back(country_of(toponym.at("country")));
    most = std::max(most, ++counts[article.about.back()]);
  }
  const auto first = std::find_if(article.about.begin(), article.about.end(),
                                  [&](CountryCode country) { return counts[country] == most; });
  if (first != article.about.end()) article.primary = *first;
  return article;
}

PlacedArticle read_row(CountryTruthShape shape, const Json& row) {
  switch (shape) {
    case CountryTruthShape::kTraps:
      return read_trap(row);
    case CountryTruthShape::kReuters:
      return read_reuters(row);
    case CountryTruthShape::kCliff:
      return read_cliff(row);
    case CountryTruthShape::kLgl:
      return read_lgl(row);
  }
  return {};
}

bool is_wanted(CountryTruthShape shape, const std::string& part, const Json& row,
               const PlacedArticle& article) {
  const bool needs_countries =
      shape == CountryTruthShape::kReuters || shape == CountryTruthShape::kLgl;
  if (needs_countries && article.about.empty()) return false;
  if (part.empty()) return true;
  if (part == "A" || part == "B")
    return ((hash_bytes(article.record.id) >> 32) % 2 == 0) == (part == "A");
  return row.at("metadata").value("lewissplit", "") == part;
}

}  // namespace

Result<std::vector<PlacedArticle>> read_country_truth(CountryTruthShape shape,
                                                      const std::filesystem::path& file,
                                                      const std::string& part) {
  std::ifstream lines(file);
  if (!lines) return Error{ErrorKind::kMissing, file.string() + ": cannot be read"};
  std::vector<PlacedArticle> articles;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    const std::string origin = file.string() + ":" + std::to_string(number);
    try {
      const Json row = Json::parse(line);
      PlacedArticle article = read_row(shape, row);
      article.record.origin = origin;
      if (article.record.id.empty()) article.record.id = origin;
      sort_once(article.about);
      if (is_wanted(shape, part, row, article)) articles.push_back(std::move(article));
    } catch (const std::exception& problem) {
      return Error{ErrorKind::kInput, origin + ": " + problem.what()};
    }
  }
  return articles;
}

}  // namespace dateline
