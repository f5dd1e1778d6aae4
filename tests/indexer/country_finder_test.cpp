#include "indexer/country_finder.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::string list(const std::vector<CountryCode>& codes) {
  std::string text;
  for (const CountryCode code : codes) text += (text.empty() ? "" : " ") + code.str();
  return text;
}

// "AZ CU / AZ / RU": about, primary, mentioned.
std::string summary(const CountryFinding& finding) {
  return list(finding.about) + " / " + (finding.primary ? finding.primary->str() : "-") + " / " +
         list(finding.mentioned);
}

struct Row {
  std::string body;
  std::string expected;
};

}  // namespace

TEST_CASE("An article without places is about no country", "[indexer][country_finder]") {
  const CountryFinding finding = find_countries("", "Nothing happened anywhere today.", "en");
  CHECK(finding.about.empty());
  CHECK_FALSE(finding.primary.has_value());
  CHECK(finding.evidence.empty());
}

TEST_CASE("The countries an article names most are what it is about", "[indexer][country_finder]") {
  const auto row = GENERATE(values<Row>({
      {"AZERBAIJAN, February 28 - The delegation of Cuba met Azerbaijani and Cuban doctors in Baku.",
       "AZ CU / AZ / "},
      {"BAKU, May 4 - Azerbaijan opened a line. Azerbaijani trains will use it. Azerbaijan paid. "
       "Azerbaijan is proud. Visitors came from Peru.",
       "AZ / AZ / PE"},
  }));
  CHECK(summary(find_countries("", row.body, "en")) == row.expected);
}

}  // namespace dateline
