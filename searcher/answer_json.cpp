#include "searcher/answer_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "searcher/article_json.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// The nearest number with so few digits that its shortest decimal form shows no more than them.
double rounded_to_significant(double value, int digits) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double scale = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
  return std::isfinite(scale) ? std::round(value * scale) / scale : value;
}

double rounded_to_thousandths(double value) { return std::round(value * 1000) / 1000; }

const char* name_of(const Filters& filters) {
  switch (filters.undated) {
    case Undated::kDefault:
      return filters.from || filters.to ? "exclude" : "include";
    case Undated::kInclude:
      return "include";
    case Undated::kExclude:
      return "exclude";
    case Undated::kOnly:
      return "only";
  }
  return "include";
}

Json filters_json(const Filters& filters) {
  const auto codes = [](const std::vector<CountryCode>& countries) {
    Json out = Json::array();
    for (const CountryCode country : countries) out.push_back(country.str());
    return out;
  };
  const auto date = [](const std::optional<Date>& bound) {
    return bound ? Json(to_iso(*bound)) : Json(nullptr);
  };
  return {{"countries", codes(filters.countries)},
          {"all_countries", codes(filters.all_countries)},
          {"not_countries", codes(filters.not_countries)},
          {"from", date(filters.from)},
          {"to", date(filters.to)},
          {"undated", name_of(filters)},
          {"source", filters.sources},
          {"language", filters.languages}};
}

Json passage_json(const Passage& passage) {
  Json highlights = Json::array();
  for (const ByteRange& range : passage.highlights) {
    highlights.push_back(Json::array({range.start, range.end}));
  }
  return {{"rank", passage.rank},
          {"score", rounded_to_significant(passage.score, 6)},
          {"text", passage.text},
          {"start", passage.range.start},
          {"end", passage.range.end},
          {"highlights", std::move(highlights)},
          {"article", to_json(passage.article)}};
}

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", value.value},
                      {"label", value.label},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  return values;
}

}  // namespace

Json to_json(const Answer& answer) {
  Json passages = Json::array();
  for (const Passage& passage : answer.passages) passages.push_back(passage_json(passage));
  Json facets = Json::object();
  for (const Facet& facet : answer.facets) facets[facet.name] = facet_json(facet);
  return {{"query",
           {{"text", answer.query},
            {"understood", answer.understood},
            {"filters", filters_json(answer.filters)}}},
          {"total", {{"articles", answer.total_articles}, {"exact", true}}},
          {"took_ms", rounded_to_thousandths(answer.took_ms)},
          {"passages", std::move(passages)},
          {"facets", std::move(facets)}};
}

Json to_json(const Error& error) {
  return {{"code", code_of(error.kind)}, {"message", error.message}};
}

std::string to_text(const Json& value, JsonLayout layout) {
  const int indent = layout == JsonLayout::kIndented ? 2 : -1;
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline
