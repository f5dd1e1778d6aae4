#include "searcher/interpret/typed_date.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// The date at the beginning of a text with the words left after it: "2023-03-01|vote".
std::string read(const std::string& text) {
  WordBreaker breaker;
  const auto words = words_typed(text, breaker);
  const auto tokens = time_tokens(words, TimeForms::known());
  std::size_t at = 0;
  const auto date = date_at(text, tokens, at);
  std::string out = date ? to_iso(*date) : "none";
  for (; at < tokens.size(); ++at) out += '|' + std::string(tokens[at].folded);
  return out;
}

}  // namespace

TEST_CASE("Dates with a year are read as typed", "[searcher][interpret]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"2023", "2023"},
      {"2023-03 vote", "2023-03|vote"},
      {"2023-03-01", "2023-03-01"},
      {"2023-13-01", "2023|13|01"},
      {"2023-02-30", "2023-02|30"},
      {"2023 03", "2023|03"},
      {"March 2023", "2023-03"},
      {"1 March 2023", "2023-03-01"},
      {"1 of March 2023", "2023-03-01"},
      {"March 1, 2023", "2023-03-01"},
      {"30 February 2023", "none|30|february|2023"},
      {"marzo de 2023", "2023-03"},
      {"мае 2024 года", "2024-05"},
      {"2024 году выборы", "2024|выборы"},
  }));
  CAPTURE(text);
  CHECK(read(text) == expected);
}

TEST_CASE("Other numbers and words are no date", "[searcher][interpret]") {
  const std::string text = GENERATE("1799", "2101", "March", "1 March", "737 March 2023", "20233");
  CAPTURE(text);
  CHECK(read(text).starts_with("none"));
}

}  // namespace dateline
