#include "indexer/country_finder.h"

#include <string>

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {
namespace {

std::string about(std::string_view title, std::string_view body) {
  return summary(find_countries(title, body, "en"));
}

}  // namespace

TEST_CASE("An article without places is about no country", "[indexer][country_finder]") {
  const CountryFinding finding = find_countries("", "Nothing happened anywhere today.", "en");
  CHECK(summary(finding) == " / - / ");
  CHECK(finding.evidence.empty());
  CHECK(find_countries("Cuba", "", "en").evidence == "text");
}

TEST_CASE("The countries an article names most are what it is about", "[indexer][country_finder]") {
  CHECK(about("",
              "AZERBAIJAN, February 28 - The delegation of Cuba met Azerbaijani and Cuban doctors "
              "in Baku and asked them to Cuba.") == "AZ CU / AZ / ");
  CHECK(about("",
              "BAKU, May 4 - Azerbaijan opened a line. Azerbaijani trains will use it. "
              "Azerbaijan paid, and Azerbaijan is proud. One guest came from Peru.") ==
        "AZ / AZ / PE");
}

TEST_CASE("The boilerplate of finance counts for little", "[indexer][country_finder]") {
  CHECK(about("", "LONDON, May 4 - The bank sold a Canadian dollar bond, listed in Luxembourg.") ==
        "GB / GB / CA");
}

TEST_CASE("What capitals alone make a place is none", "[indexer][country_finder]") {
  CHECK(about("", "A SWAT team came to Lima.") == "PE / PE / ");
  CHECK(about("ESSEX CORP YEAR LOSS", "The firm in Lima lost money.") == "PE / PE / ");
}

TEST_CASE("Mentions tell where they stand and of which kind they are",
          "[indexer][country_finder]") {
  const std::string title = "Cuba sends doctors";
  const std::string body = "BAKU, May 4 - Cuban doctors came.";
  const auto mentions = find_mentions(title, body, "en");
  REQUIRE(mentions.size() == 3);
  CHECK(mentions[0].zone == MentionZone::kTitle);
  CHECK(slice(title, mentions[0].range) == "Cuba");
  CHECK(mentions[1].zone == MentionZone::kDateline);
  CHECK(mentions[1].kind == PlaceKind::kCapital);
  CHECK(slice(body, mentions[1].range) == "BAKU");
  CHECK(mentions[2].zone == MentionZone::kLead);
  CHECK(mentions[2].kind == PlaceKind::kDemonym);
}

TEST_CASE("Of an endless body only the beginning is read", "[indexer][country_finder]") {
  std::string body(std::size_t{1} << 20, ' ');
  body += "Peru";
  CHECK(summary(find_countries("", body, "en")) == " / - / ");
  std::string wide;
  while (wide.size() < (std::size_t{1} << 20) + 10) wide += "é";  // a cut within a letter
  CHECK(summary(find_countries("", wide, "en")) == " / - / ");
}

}  // namespace dateline
