#include "common/index/schema.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

constexpr Field kFields[] = {Field::kBody,      Field::kTitle,  Field::kId,      Field::kDay,
                             Field::kMonth,     Field::kYear,   Field::kAbout,   Field::kPrimary,
                             Field::kMentioned, Field::kSource, Field::kLanguage};

}  // namespace

TEST_CASE("The names and prefixes of the schema are part of the format", "[index][schema]") {
  const auto [field, name, prefix, kind] =
      GENERATE(table<Field, std::string, std::string, TermKind>({
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
      }));
  CAPTURE(name);
  CHECK(schema_of(field).field == field);
  CHECK(schema_of(field).name == name);
  CHECK(schema_of(field).prefix == prefix);
  CHECK(schema_of(field).kind == kind);
}

TEST_CASE("A term is its field's prefix and the value", "[index][schema]") {
  CHECK(term_for(Field::kBody, "doctor") == "doctor");
  CHECK(term_for(Field::kTitle, "doctor") == "Sdoctor");
  CHECK(term_for(Field::kAbout, "az") == "XCAaz");
  CHECK(term_for(Field::kId, std::string(kMaxTermBytes - 1, 'x')).size() == kMaxTermBytes);
}

TEST_CASE("Long values and values with NUL become terms that Xapian takes and that differ",
          "[index][schema]") {
  const std::string longest(kMaxTermBytes, 'x');
  const std::set<std::string> values = {
      longest + "a",          longest + "b",
      longest + longest,      std::string(1'000'000, 'x'),
      std::string("a\0b", 3), std::string("a\0c", 3),
      std::string(1, '\0'),   std::string(kMaxTermBytes + 1, '\0')};
  for (const Field field : kFields) {
    std::set<std::string> terms;
    for (const std::string& value : values) {
      const std::string term = term_for(field, value);
      CHECK(term.size() <= kMaxTermBytes);
      CHECK(term.starts_with(schema_of(field).prefix));
      CHECK(term.find('\0') == std::string::npos);
      terms.insert(term);
    }
    CHECK(terms.size() == values.size());
  }
}

TEST_CASE("Dates become digits, as coarse as they are known", "[index][schema]") {
  CHECK(day_value({2023, 3, 1}) == "20230301");
  CHECK(month_value({2023, 3, 1}) == "202303");
  CHECK(month_value({2023, 3, 0}) == "202303");
  CHECK(year_value({2023, 3, 1}) == "2023");
  CHECK(year_value({2023, 0, 0}) == "2023");
  CHECK(year_value({987, 0, 0}) == "0987");
}

TEST_CASE("Countries are small letters, since capitals are prefixes", "[index][schema]") {
  CHECK(country_value({{'A', 'Z'}}) == "az");
}

}  // namespace dateline
