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
      {"He lives in Troy, N.C., with her.", "US:Troy US:N.C"},
      {"He lives in Shanghai, N.C., with her.", "US:N.C"},
      {"He lives in Shanghai, Texas, with her.", "US:Texas"},
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

}  // namespace dateline
