// How text for a terminal looks: its width, and whether it may be emphasised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "common/country.h"

namespace dateline {

enum class Emphasis : std::uint8_t { kPlain, kAnsi };  // kAnsi: with ECMA-48 escape sequences

struct TextStyle {
  std::size_t width = 80;  // columns
  Emphasis emphasis = Emphasis::kPlain;
  std::function<std::string(CountryCode)> country_name;  // must be set
};

enum class Ink : std::uint8_t { kTitle, kMatch, kAside, kBar };

// The escape sequences around text in that ink; "" when plain.
std::string_view ink_on(Ink ink, Emphasis emphasis);
std::string_view ink_off(Emphasis emphasis);

std::string inked(std::string_view text, Ink ink, Emphasis emphasis);

// The text with control characters as spaces, so that no article can command a terminal.
// REQUIRES: text is well-formed UTF-8.
std::string tamed(std::string_view text);

// At most `columns` wide, by leaving out the end, which "…" then stands for; tamed.
// REQUIRES: text is well-formed UTF-8, columns >= 1.
std::string shortened(std::string_view text, std::size_t columns);

}  // namespace dateline
