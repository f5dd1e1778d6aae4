#include "indexer/country_finder.h"

#include <string>

#include <catch2/catch.hpp>

#include "common/country_table.h"
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

TEST_CASE("An article may name every country of the world", "[indexer][country_finder]") {
  std::string body;
  for (const CountryFacts& country : country_table()) body += std::string(country.name) + "; ";
  const CountryFinding finding = find_countries("", body, "en");
  CHECK(finding.about.size() == 6);
  CHECK(finding.about.size() + finding.mentioned.size() > 240);
}

TEST_CASE("Spans lie in the text, in order, whatever the text", "[indexer][country_finder]") {
  std::string rivals;
  for (int i = 0; i < 2000; ++i) rivals += "in Springfield, in Alexandria and Mansfield and ";
  const std::string text = GENERATE_COPY(
      std::string(1 << 20, 'x'), std::string("Cuba"), rivals,
      std::string("\u0645\u0635\u0631 met Cuba \u4E2D\u56FD, Baku."), std::string(1 << 16, ','),
      std::string("\u202E\u05D9\u05E9\u05E8\u05D0\u05DC\u202C"),
      std::string("&&&\n\n--- U.S.U.S.U.S."));
  for (const char* language : {"en", "ru", "ar", "zh", "und", "xx"}) {
    for (const bool in_title : {false, true}) {
      std::size_t last = 0;
      const CountryFinding finding =
          in_title ? find_countries(text, "", language) : find_countries("", text, language);
      for (const CountrySpan& span : finding.spans) {
        REQUIRE(span.in_title == in_title);
        REQUIRE(last <= span.range.start);
        REQUIRE(span.range.start < span.range.end);
        REQUIRE(span.range.end <= text.size());
        last = span.range.end;
      }
    }
  }
}

}  // namespace dateline
