#include "indexer/country_choice.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {
namespace {

std::string about(std::string_view title, std::string_view body) {
  return summary(find_countries(title, body, "en"));
}

CountryMention mention_of(const char* code, MentionZone zone, std::size_t at) {
  return {{code[0], code[1]}, PlaceKind::kName, zone, {at, at + 2}, 1.0};
}

}  // namespace

TEST_CASE("Title and dateline weigh more than the rest", "[indexer][country_choice]") {
  CHECK(about("Peru votes", "The count went on. Chile waits. A Chilean came.") == "CL PE / PE / ");
  CHECK(about("Peru votes on Peruvian mines", "The count went on. One man from Chile waits.") ==
        "PE / PE / CL");
  CHECK(about("", "LIMA, May 4 - The count went on. One man from Chile waits.") == "PE / PE / CL");
}

TEST_CASE("Among countries about as strong the first named is primary",
          "[indexer][country_choice]") {
  CHECK(about("", "Kenya and Ethiopia signed. Ethiopia and Kenya agree.") == "ET KE / KE / ");
  CHECK(about("Ethiopia and Kenya sign", "Kenya and Ethiopia agree.") == "ET KE / ET / ");
}

TEST_CASE("A country named late and seldom is only mentioned", "[indexer][country_choice]") {
  std::string body = "Belarus and Azerbaijan met. ";
  for (int i = 0; i < 40; ++i) body += "They talked. ";
  body += "Azerbaijani and Belarusian guests came. Azerbaijan and Belarus agree. ";
  body += "A Belarusian and an Azerbaijani sang of Azerbaijan and Belarus. ";
  body += "An Armenian asked about Armenia.";
  CHECK(about("", body) == "AZ BY / BY / AM");
}

TEST_CASE("A dateline on neutral ground says little", "[indexer][country_choice]") {
  CHECK(about("",
              "GENEVA, May 4 - Armenia and Azerbaijan held talks. Armenian and Azerbaijani "
              "ministers came. Azerbaijan made an offer. Armenia asked for time. The "
              "Armenian and the Azerbaijani side will meet again.") == "AM AZ / AM / CH");
  CHECK(about("", "GENEVA, May 4 - Armenia sent an envoy. The Armenian spoke of Armenia.") ==
        "AM CH / CH / ");
}

TEST_CASE("At most six countries are what an article is about", "[indexer][country_choice]") {
  const CountryFinding finding = find_countries(
      "", "Peru, Chile, Cuba, Haiti, Kenya, Ghana, Nepal and Japan took part.", "en");
  CHECK(finding.about.size() == 6);
  CHECK(finding.mentioned.size() == 2);
}

TEST_CASE("The stronger a country, the rather the article is about it",
          "[indexer][country_choice]") {
  // One mention more of the second country never takes it out of what the article is about.
  for (std::size_t body_bytes : {100, 3000, 100'000}) {
    std::vector<CountryMention> mentions = {mention_of("PE", MentionZone::kTitle, 0),
                                            mention_of("PE", MentionZone::kLead, 0)};
    bool was_about = false;
    for (std::size_t i = 0; i < 6; ++i) {
      mentions.push_back(mention_of("CL", MentionZone::kBody, 10 * i));
      const CountryFinding finding = weigh_mentions(mentions, body_bytes);
      const bool is_about = finding.about.size() == 2;
      CHECK((is_about || !was_about));
      was_about = is_about;
    }
  }
}

TEST_CASE("The first is one of the six that count as what an article is about",
          "[indexer][country_choice]") {
  std::vector<CountryMention> mentions = {mention_of("PE", MentionZone::kBody, 0)};
  for (const char* code : {"AA", "AB", "AC", "AD", "AE", "AF", "AG"}) {
    for (std::size_t i = 0; i < 3; ++i) mentions.push_back(mention_of(code, MentionZone::kBody, 9));
  }
  for (std::size_t i = 0; i < 2; ++i) mentions.push_back(mention_of("PE", MentionZone::kBody, 99));
  mentions.push_back({{'P', 'E'}, PlaceKind::kInstitution, MentionZone::kBody, {120, 122}, -0.5});
  const CountryFinding finding = weigh_mentions(mentions, 1000);
  REQUIRE(finding.primary);
  CHECK(finding.about.size() == 6);
  CHECK(std::find(finding.about.begin(), finding.about.end(), *finding.primary) !=
        finding.about.end());
}

TEST_CASE("Every mention is a span, up to a thousand", "[indexer][country_choice]") {
  std::vector<CountryMention> mentions = {mention_of("PE", MentionZone::kTitle, 3)};
  for (std::size_t i = 0; i < 1500; ++i) {
    mentions.push_back(mention_of("CL", MentionZone::kBody, 10 * i));
  }
  const CountryFinding finding = weigh_mentions(mentions, 20'000);
  REQUIRE(finding.spans.size() == 1000);
  CHECK(finding.spans[0] == CountrySpan{{'P', 'E'}, true, {3, 5}});
  CHECK(finding.spans[1] == CountrySpan{{'C', 'L'}, false, {0, 2}});
}

TEST_CASE("No mention, no country", "[indexer][country_choice]") {
  const CountryFinding finding = weigh_mentions({}, 100);
  CHECK(summary(finding) == " / - / ");
  CHECK(finding.evidence.empty());
}

}  // namespace dateline
