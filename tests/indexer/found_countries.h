// What the country finder makes of a text, in words that a table of a test can hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/country_finder.h"

namespace dateline {

// The mentions in a body, in their order: "AZ:Baku CU:Havana".
inline std::string mentions_in(std::string_view body, std::string_view language = "en") {
  std::string list;
  for (const CountryMention& mention : find_mentions("", body, language)) {
    if (!list.empty()) list += ' ';
    list += mention.country.str();
    list += ':';
    list += slice(body, mention.range);
  }
  return list;
}

inline std::string codes(const std::vector<CountryCode>& countries) {
  std::string list;
  for (const CountryCode country : countries) {
    if (!list.empty()) list += ' ';
    list += country.str();
  }
  return list;
}

// What an article is about, most of all, and what it mentions: "AZ CU / AZ / RU".
inline std::string summary(const CountryFinding& finding) {
  std::string text = codes(finding.about);
  text += " / ";
  text += finding.primary ? finding.primary->str() : "-";
  text += " / ";
  text += codes(finding.mentioned);
  return text;
}

}  // namespace dateline
