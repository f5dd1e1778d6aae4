#include "indexer/place_meaning.h"

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {

TEST_CASE("What several countries share is settled by the rest of the article",
          "[indexer][place_meaning]") {
  const auto [text, mentions] = GENERATE(table<std::string, std::string>({
      {"Wine from Georgia is sold in Tbilisi.", "GE:Georgia GE:Tbilisi"},
      {"Wine from Georgia is sold in Armenia.", "GE:Georgia AM:Armenia"},
      {"Peaches from Georgia are sold in Atlanta.", "US:Georgia US:Atlanta"},
      {"Peaches from Georgia are sold.", ""},
      {"Congo spoke in Brazzaville, in Brazzaville again.",
       "CG:Congo CG:Brazzaville CG:Brazzaville"},
      {"Congo spoke.", "CD:Congo"},
      {"Pyongyang said that Korea and Pyongyang agree.", "KP:Pyongyang KP:Korea KP:Pyongyang"},
      {"Korea won the match.", "KR:Korea"},
      {"Moscow and the Soviet army, Soviet ships.", "SU:Moscow SU:Soviet SU:Soviet"},
      {"Moscow and the Russian army.", "RU:Moscow RU:Russian"},
  }));
  INFO(text);
  CHECK(mentions_in(text) == mentions);
}

TEST_CASE("Capitals give way to towns of their name in local news only",
          "[indexer][place_meaning]") {
  CHECK(mentions_in("The Paris schools will open late, as in Dallas and Austin.") ==
        "US:Paris US:Dallas US:Austin");
  CHECK(mentions_in("The U.S. team flew from Dallas and Austin to Paris.") ==
        "US:U.S US:Dallas US:Austin FR:Paris");
  CHECK(mentions_in("PARIS, May 4 - The firms of Dallas and Austin met.") ==
        "FR:PARIS US:Dallas US:Austin");
}

TEST_CASE("Of cities that share a name the one is meant that lies among the others",
          "[indexer][place_meaning]") {
  const auto [text, mentions] = GENERATE(table<std::string, std::string>({
      {"Volunteers from Alexandria came to Fargo and Moorhead, in Minnesota.",
       "US:Alexandria US:Fargo US:Moorhead US:Minnesota"},
      {"Volunteers from Alexandria left for Cairo, in Egypt.", "EG:Alexandria EG:Cairo EG:Egypt"},
      {"The bus runs from London to Woodstock, in Ontario.", "CA:London CA:Woodstock CA:Ontario"},
      {"Buses run between London and Oxford.", "GB:London GB:Oxford"},
  }));
  INFO(text);
  CHECK(mentions_in(text) == mentions);
}

TEST_CASE("Small towns need words beside them and the support of the article",
          "[indexer][place_meaning]") {
  const auto [text, mentions] = GENERATE(table<std::string, std::string>({
      {"A fire in Bicester and near Kidlington was put out.", "GB:Bicester GB:Kidlington"},
      {"A fire in Bicester was put out.", ""},
      {"A fire in Bicester was put out, the people of Bicester said.", ""},
      {"A fire in Bicester was put out, Bicester police said.", "GB:Bicester GB:Bicester"},
      {"A fire in Bicester, England, was put out.", "GB:Bicester GB:England"},
      {"Bicester said that Kidlington was right.", ""},
      {"They met in Elbow Lake, and all of Minnesota knew.", "US:Elbow Lake US:Minnesota"},
      {"Prices of March grain and in March of stocks. In March, March wheat.", ""},
  }));
  INFO(text);
  CHECK(mentions_in(text) == mentions);
}

}  // namespace dateline
