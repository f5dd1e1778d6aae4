#include "common/country.h"

#include <algorithm>

#include "common/country_table.h"

namespace dateline {
namespace {

char to_upper_ascii(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

}  // namespace

std::optional<CountryCode> parse_country_code(std::string_view text) {
  if (text.size() != 2 && text.size() != 3) return std::nullopt;
  std::string letters(text);
  std::transform(letters.begin(), letters.end(), letters.begin(), to_upper_ascii);
  if (letters == "UK")
    return CountryCode{'G', 'B'};  // reserved by ISO for it, and what people type
  if (letters.size() == 2) {
    const CountryCode code{letters[0], letters[1]};
    return facts_of(code) != nullptr ? std::optional(code) : std::nullopt;
  }
  for (const CountryFacts& country : country_table()) {
    const auto& alpha3 = country.alpha3;
    if (std::find(alpha3.begin(), alpha3.end(), letters) != alpha3.end()) return country.code;
  }
  return std::nullopt;
}

}  // namespace dateline
