#include "searcher/article_json.h"

#include <nlohmann/json.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json codes_of(const std::vector<CountryCode>& countries) {
  Json codes = Json::array();
  for (const CountryCode country : countries) codes.push_back(country.str());
  return codes;
}

Json date_or_null(const Date& date) {
  return date.precision() == DatePrecision::kNone ? Json(nullptr) : Json(to_iso(date));
}

Json code_or_null(const std::optional<CountryCode>& country) {
  return country ? Json(country->str()) : Json(nullptr);
}

Json range_or_null(const std::optional<ByteRange>& range) {
  return range ? Json::array({range->start, range->end}) : Json(nullptr);
}

}  // namespace

Json to_json(const ArticleSummary& article) {
  return {{"id", article.id},
          {"title", article.title},
          {"url", article.url},
          {"source", article.source},
          {"language", article.language},
          {"date", date_or_null(article.date)},
          {"date_precision", to_string(article.date.precision())},
          {"countries", codes_of(article.countries)},
          {"primary_country", code_or_null(article.primary_country)}};
}

Json to_json(const Article& article) {
  const DateFinding& date = article.date;
  const CountryFinding& countries = article.countries;
  return {{"id", article.id},
          {"title", article.title},
          {"url", article.url},
          {"source", article.source},
          {"author", article.author},
          {"language", article.language},
          {"date", date_or_null(date.date)},
          {"date_precision", to_string(date.date.precision())},
          {"time", date.time ? Json(to_string(*date.time)) : Json(nullptr)},
          {"date_confidence", to_string(date.confidence)},
          {"date_evidence", date.evidence},
          {"date_span", range_or_null(date.span)},
          {"countries", codes_of(countries.about)},
          {"primary_country", code_or_null(countries.primary)},
          {"mentioned_countries", codes_of(countries.mentioned)},
          {"country_evidence", countries.evidence},
          {"body_start", article.body_start},
          {"text", article.text}};
}

}  // namespace dateline
