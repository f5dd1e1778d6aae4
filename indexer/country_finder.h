// Which countries an article is about, which one most of all, and which it only mentions.
//
// Every name of a country, its people, capital, parts, cities and institutions counts for it, the
// more if it stands in the title or in the dateline, and no more than three times over; what the
// article is about are the countries that come within reach of the strongest. indexer/COUNTRIES.md
// has the rules and how they were measured.
//
// Stateless: safe from any thread. Linear in the size of the article.
#pragma once

#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/country_score.h"

namespace dateline {

// All mentions in the order of the title, then of the body. Of a body larger than 1 MiB only the
// beginning is read. `language` is an ISO 639-1 code or "und".
// REQUIRES: title and body are well-formed UTF-8.
std::vector<CountryMention> find_mentions(std::string_view title, std::string_view body,
                                          std::string_view language);

// The same, weighed: which countries the article is about. `spans` of the title and the body.
CountryFinding find_countries(std::string_view title, std::string_view body,
                              std::string_view language);

}  // namespace dateline
