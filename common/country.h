// Countries by their ISO 3166-1 two-letter codes (and XK for Kosovo, and the withdrawn codes of
// ISO 3166-3 such as SU, which stay values of their own).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

struct CountryCode {
  char letters[2] = {0, 0};  // 'A'..'Z' each

  std::string str() const { return {letters, 2}; }
  // The code as one number, first letter in the high byte; what index files store.
  std::uint16_t packed() const {
    return static_cast<std::uint16_t>((letters[0] << 8) | letters[1]);
  }
  static CountryCode from_packed(std::uint16_t packed) {
    return {static_cast<char>(packed >> 8), static_cast<char>(packed & 0xFF)};
  }
  auto operator<=>(const CountryCode&) const = default;
};

// Reads a two- or three-letter ISO code in either case ("az", "AZE"); nothing if no country has it.
std::optional<CountryCode> parse_country_code(std::string_view text);

}  // namespace dateline
