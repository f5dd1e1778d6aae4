#include "searcher/request_uses.h"

#include <algorithm>
#include <array>
#include <span>

namespace dateline {
namespace {

constexpr std::array kFilters = {Use::kPassages, Use::kCounts, Use::kQuote, Use::kEvaluation};
constexpr std::array kMatching = {Use::kPassages, Use::kCounts, Use::kEvaluation};
constexpr std::array kRanking = {Use::kPassages, Use::kEvaluation};
constexpr std::array kShown = {Use::kPassages};
constexpr std::array kListed = {Use::kPassages, Use::kQuote, Use::kEvaluation};
constexpr std::array kFacets = {Use::kCounts};
constexpr std::array<Use, 0> kWhole = {};

struct FieldUses {
  std::string_view field;
  std::span<const Use> uses;  // beside kAnswer
};

constexpr std::array<FieldUses, 36> kFields = {{
    {"query", kMatching},        {"strict", kMatching},
    {"interpret", kMatching},    {"like", kMatching},
    {"before_it", kMatching},    {"min_match", kMatching},
    {"fold", kMatching},  // counts: of groups

    {"from", kFilters},          {"to", kFilters},
    {"as_of", kFilters},         {"undated", kFilters},
    {"countries", kFilters},     {"all_countries", kFilters},
    {"not_countries", kFilters}, {"source", kFilters},
    {"language", kFilters},      {"timeout_ms", kFilters},

    {"sort", kRanking},          {"expand", kRanking},
    {"recency", kRanking},       {"per_article", kRanking},
    {"passage_words", kRanking}, {"context", kRanking},  // takes room in a budget
    {"max_chars", kRanking},     {"max_tokens", kRanking},
    {"limit", kListed},

    {"explain", kShown},         {"fields", kShown},
    {"count", kShown},           {"cursor", kShown},

    {"facets", kWhole},          {"facet", kFacets},
    {"facet_prefix", kFacets},   {"facet_limit", kFacets},
    {"facet_all", kFacets},      {"facet_groups", kFacets},
}};

}  // namespace

bool has_effect(std::string_view field, Use use) {
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(),
                   [field](const FieldUses& each) { return each.field == field; });
  if (found == kFields.end()) return false;
  return use == Use::kAnswer ||
         std::find(found->uses.begin(), found->uses.end(), use) != found->uses.end();
}

bool has_effect(std::string_view field, std::initializer_list<Use> uses) {
  return std::any_of(uses.begin(), uses.end(), [field](Use use) { return has_effect(field, use); });
}

}  // namespace dateline
