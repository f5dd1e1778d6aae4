#include "indexer/dateline_place.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::string place_of(std::string_view body) {
  const PlaceText text = read_place_text(body);
  const WordRange place = find_dateline_place(text);
  if (place.first == place.end) return "";
  const ByteRange range{text.words[place.first].range.start, text.words[place.end - 1].range.end};
  return std::string(slice(body, range));
}

}  // namespace

TEST_CASE("The place is found in datelines of every shape", "[indexer][dateline_place]") {
  const auto [body, place] = GENERATE(table<std::string, std::string>({
      {"AZERBAIJAN, February 28 - The president", "AZERBAIJAN"},
      {"MADRID, March 3 (Agency) - Spain", "MADRID"},
      {"SUVA, Fiji, 22 January (Pacific Wire) — Hundreds", "SUVA, Fiji"},
      {"NEW YORK (Wire) -- Shares", "NEW YORK"},
      {"LEBANON, Pa., March 3 - The council", "LEBANON, Pa"},
      {"Baku, 5 May (Wire) - Trains", "Baku"},
      {"OSLO - Snow fell", "OSLO"},
      {"SYDNEY, March 25 - <Example Ltd> said", "SYDNEY"},
      {"JACKSON, Miss., May 20\n\nDividend 10 cents", "JACKSON, Miss"},
      {"By Our Reporter\n\nQUITO, 3 June - Rain", "QUITO"},
      {"A headline of the day LIMA, Peru (Wire) - Rain", "LIMA, Peru"},
      {"БАКУ, 5 мая - Поезда", "БАКУ"},
  }));
  CHECK(place_of(body) == place);
}

TEST_CASE("Ordinary openings are no datelines", "[indexer][dateline_place]") {
  const auto* body = GENERATE(
      "", "The president - who was late - spoke.", "Baku - a city of winds - is old.",
      "On May 5 trains ran.", "NATO said on Monday that it had been told nothing of the plans.",
      "Rain fell.\n\nIt was cold - very cold.", "7 people - all of them men - were hurt.");
  CHECK(place_of(body) == "");
}

TEST_CASE("A dateline is looked for at the start only", "[indexer][dateline_place]") {
  CHECK(place_of(std::string(700, 'x') + ". BAKU, May 5 - Trains") == "");
  CHECK(place_of("BAKU, " + std::string(200, 'x') + " 5 - Trains") == "");
}

}  // namespace dateline
