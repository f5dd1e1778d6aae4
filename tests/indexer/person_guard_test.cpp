#include "indexer/person_guard.h"

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {

TEST_CASE("Persons named like places are no places", "[indexer][person_guard]") {
  const auto* text = GENERATE(
      "A vote was won by Mr. Jordan today.", "It was won by Michael Jordan today.",
      "It was won by J. Jordan today.", "The delegation of Salvador Antonio Mesa came.",
      "The writer Jack London came.", "She is called Paris Baxter here.",
      "The envoy Carlos Perez de la Concepción came.", "Then Senator Virginia Smith rose.");
  INFO(text);
  CHECK(mentions_in(text) == "");
}

TEST_CASE("Places beside capitals stay places", "[indexer][person_guard]") {
  const auto [text, mentions] = GENERATE(table<std::string, std::string>({
      {"He flew to Jordan on Monday.", "JO:Jordan"},
      {"They met in Paris Sunday.", "FR:Paris"},
      {"The London Stock Exchange opened.", "GB:London"},
      {"The Kabul Airport opened.", "AF:Kabul"},
      {"A strike in Houston Texas ended.", "US:Houston US:Texas"},
      {"Visiting Lagos, she spoke.", "NG:Lagos"},
      {"President Assad of Syria spoke.", "SY:Syria"},
      {"He left for Santiago Friday.", "CL:Santiago"},
  }));
  INFO(text);
  CHECK(mentions_in(text) == mentions);
}

TEST_CASE("Who is a person once is one throughout", "[indexer][person_guard]") {
  CHECK(mentions_in("A farmer, Mr. Jordan, spoke. Jordan said it was dry. Jordan left.") == "");
  CHECK(mentions_in("A farmer, Mr. Jordan, spoke. He has been to Jordan twice.") == "JO:Jordan");
}

TEST_CASE("A longer name is another place", "[indexer][person_guard]") {
  CHECK(mentions_in("Fires burned in Newport Beach again.") == "");
  CHECK(mentions_in("Fires burned in Beverly Hills again.") == "US:Beverly Hills");
}

TEST_CASE("In a title of capitals only titles and given names tell persons",
          "[indexer][person_guard]") {
  const auto first = [](std::string_view title) {
    const auto mentions = find_mentions(title, "", "en");
    return mentions.empty() ? std::string() : mentions[0].country.str();
  };
  CHECK(first("Baku Hosts Summit On Rivers And Lakes") == "AZ");
  CHECK(first("Michael Jordan Opens School For Girls") == "");
}

}  // namespace dateline
