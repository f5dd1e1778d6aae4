// A name of places as the gazetteer holds it: what it may mean, and how and where it must be
// written to mean that. Plain data that can lie in a table compiled into the program.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>

#include "common/country.h"

namespace dateline {

enum class PlaceKind : std::uint8_t {
  kName,         // a country's own
  kDemonym,      // its adjective, its people
  kCapital,      //
  kState,        // a part of it: a US state, a province, a region
  kCity,         //
  kInstitution,  // the Kremlin, the Bundestag
  kEvent,        // the Vietnam War: of a country, but seldom what the news is about
  kNothing,      // a name that only looks like a place: an organisation, a phrase
};

// How a name must be written to be one.
enum class NameForm : std::uint8_t {
  kCapital,   // with a capital letter, where the script has them
  kCapitals,  // in capitals throughout: "US"
  kAnyCase,   // "azerbaïdjanais"
};

// Where a name may stand to be one.
enum class NameTrust : std::uint8_t {
  kAnywhere,
  kSupported,     // of towns only: where the words beside it and the article speak for a place
  kUnlessPerson,  // also a given name or surname: "Jordan", "Austin"
  kPlacedOnly,    // also a common word: only in a dateline or before its region: "Reading, England"
  kAfterComma,    // an abbreviated state: "Lebanon, Pa."
};

// A part of a country by up to three letters: "MN", "NSW". Empty if not known.
struct RegionCode {
  std::array<char, 3> letters{};

  bool known() const { return letters[0] != 0; }
  auto operator<=>(const RegionCode&) const = default;  // NOLINT(modernize-use-nullptr)
};

constexpr std::int16_t kNowhere = INT16_MAX;

struct PlaceMeaning {
  CountryCode country;  // not set for kNothing
  PlaceKind kind = PlaceKind::kName;
  RegionCode region{};          // of US, CA, AU and GB states and cities
  std::uint16_t thousands = 0;  // inhabitants of a city, as far as known
  // In tenths of a degree; kNowhere if not known.
  std::int16_t latitude = kNowhere;
  std::int16_t longitude = kNowhere;
  // Countries whose mention speaks for this meaning; unused ones are not set.
  std::array<CountryCode, 6> friends{};

  bool located() const { return latitude != kNowhere; }
};

// Lies in a table with its meanings: not to be copied.
class PlaceName {
 public:
  NameForm form = NameForm::kCapital;
  NameTrust trust = NameTrust::kAnywhere;
  bool ends_capital = false;  // its last word must have a capital too: "Long Beach"
  bool contested = false;     // the text must tell which meaning it has, unless the first is
  bool has_default = true;    // the one by default
  bool needs_marks = false;   // "Ísland": written without its accent it is another word

  // The likeliest first; each country, or where they are known each part of a country, once.
  std::span<const PlaceMeaning> meanings() const {
    const auto* self = reinterpret_cast<const std::byte*>(this);
    return {reinterpret_cast<const PlaceMeaning*>(self + meanings_from_here_), meaning_count_};
  }

 private:
  friend class GazetteerBuilder;
  std::uint16_t meaning_count_ = 0;
  // Bytes from this object, so that the table may lie anywhere without being touched on loading.
  std::int32_t meanings_from_here_ = 0;
};

}  // namespace dateline
