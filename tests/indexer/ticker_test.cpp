#include "indexer/ticker.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// The word in the text, which it stands in once.
bool is_ticker_in(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  REQUIRE(at != std::string_view::npos);
  return is_ticker(text, {at, at + word.size()});
}

}  // namespace

TEST_CASE("The signs of shares are told by what stands around them", "[indexer][ticker]") {
  const auto [text, word, is_sign] = GENERATE(table<std::string, std::string, bool>({
      {"ROCKWELL <ROK> GETS CONTRACT", "ROK", true},
      {"the fund (NYSE: CUBA) rose", "CUBA", true},
      {"the fund (NASDAQ:CUBA) rose", "CUBA", true},
      {"they like $CUBA and gold", "CUBA", true},
      {"the fund <TUR.N> rose", "TUR", true},
      {"the firm (CAN.TO) rose", "CAN", true},
      {"CAN.TO)", "CAN", true},
      {"the Republic of Korea (ROK) said", "ROK", false},
      {"<b>CUBA</b> is an island", "CUBA", false},
      {"<Rok> is no sign", "Rok", false},
      {"the vote: CUBA abstained", "CUBA", false},
      {"of the USA. Then (B) came", "USA", false},
      {"<USA", "USA", false},
      {"USA", "USA", false},
  }));
  INFO(text);
  CHECK(is_ticker_in(text, word) == is_sign);
}

}  // namespace dateline
