#include "common/country.h"

namespace dateline {

std::optional<CountryCode> parse_country_code(std::string_view) { return std::nullopt; }

}  // namespace dateline
