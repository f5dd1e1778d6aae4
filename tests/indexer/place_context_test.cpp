#include "indexer/place_context.h"

#include <catch2/catch.hpp>

#include "indexer/found_countries.h"

namespace dateline {

TEST_CASE("The region after a comma says where a place lies", "[indexer][place_context]") {
  const auto [text, mentions] = GENERATE(table<std::string, std::string>({
      {"He lives in Lebanon, Pa., with her.", "US:Lebanon US:Pa"},
      {"He lives in Birmingham, Alabama, with her.", "US:Birmingham US:Alabama"},
      {"He lives in Birmingham, England, with her.", "GB:Birmingham GB:England"},
      {"He lives in Cordoba, Argentina, with her.", "AR:Cordoba AR:Argentina"},
      {"He lives in Cordoba, Spain, with her.", "ES:Cordoba ES:Spain"},
      {"He lives in Tripoli, Lebanon, with her.", "LB:Tripoli LB:Lebanon"},
      {"He lives in Athens, Georgia, with her.", "US:Athens US:Georgia"},
      {"He lives in Reading, England, with her.", "GB:Reading GB:England"},
      {"He lives in Troy, N.C., with her.", "US:N.C"},
      {"He lives in Albany, NY 12207, with her.", "US:Albany US:NY"},
      {"They saw Lebanon, Jordan and Syria.", "LB:Lebanon JO:Jordan SY:Syria"},
  }));
  INFO(text);
  CHECK(mentions_in(text) == mentions);
}

TEST_CASE("Abbreviations and common words are places nowhere else", "[indexer][place_context]") {
  const auto* text =
      GENERATE("Ask your pa. He knows.", "Miss Marple, OR so, is in.", "Reading is good for you.",
               "A Nice day in Split second.", "The man from La Mancha.");
  INFO(text);
  CHECK(mentions_in(text) == "");
}

TEST_CASE("What several countries share is settled by the rest of the article",
          "[indexer][place_context]") {
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
          "[indexer][place_context]") {
  CHECK(mentions_in("The Paris schools will open late, as in Dallas and Austin.") ==
        "US:Paris US:Dallas US:Austin");
  CHECK(mentions_in("The U.S. team flew from Dallas and Austin to Paris.") ==
        "US:U.S US:Dallas US:Austin FR:Paris");
  CHECK(mentions_in("PARIS, May 4 - The firms of Dallas and Austin met.") ==
        "FR:PARIS US:Dallas US:Austin");
}

}  // namespace dateline
