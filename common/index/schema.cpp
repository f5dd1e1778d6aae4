#include "common/index/schema.h"

#include <array>
#include <cassert>

#include "common/ascii_letters.h"
#include "common/hash.h"

namespace dateline {
namespace {

// Single capitals follow Xapian's own conventions (S subject, Q unique id, D M Y dates, H host,
// L language); X begins what is ours.
constexpr std::array<FieldSchema, 11> kSchema = {{
    {Field::kBody, "body", "", TermKind::kWord},
    {Field::kTitle, "title", "S", TermKind::kWord},
    {Field::kId, "id", "Q", TermKind::kBoolean},
    {Field::kDay, "day", "D", TermKind::kBoolean},
    {Field::kMonth, "month", "M", TermKind::kBoolean},
    {Field::kYear, "year", "Y", TermKind::kBoolean},
    {Field::kAbout, "about", "XCA", TermKind::kBoolean},
    {Field::kPrimary, "primary", "XCP", TermKind::kBoolean},
    {Field::kMentioned, "mentioned", "XCM", TermKind::kBoolean},
    {Field::kSource, "source", "H", TermKind::kBoolean},
    {Field::kLanguage, "language", "L", TermKind::kBoolean},
}};

std::string digits_of(const Date& date) {
  std::string out;
  for (const char c : to_iso(date)) {
    if (c != '-') out += c;
  }
  return out;
}

}  // namespace

const FieldSchema& schema_of(Field field) {
  const auto& row = kSchema[static_cast<std::size_t>(field)];
  assert(row.field == field);
  return row;
}

std::string term_for(Field field, std::string_view value) {
  std::string term = schema_of(field).prefix;
  if (term.size() + value.size() <= kMaxTermBytes && value.find('\0') == std::string_view::npos) {
    return term.append(value);
  }
  const std::string hash = to_hex(hash_bytes(value));
  for (const char c : value.substr(0, kMaxTermBytes - term.size() - hash.size())) {
    term += c == '\0' ? ' ' : c;
  }
  return term + hash;
}

std::string day_value(const Date& date) { return digits_of(date); }

std::string month_value(const Date& date) { return digits_of({date.year, date.month, 0}); }

std::string year_value(const Date& date) { return digits_of({date.year, 0, 0}); }

std::string country_value(CountryCode country) { return ascii_small(country.str()); }

}  // namespace dateline
