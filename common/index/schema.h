// The one table of names inside a Xapian database of Dateline: term prefixes, value slots,
// versions. FORMAT.md explains it; both programs and every derived file go by it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/country.h"
#include "common/date.h"

namespace dateline {

// Raised whenever an older program could misread an index written by this one.
constexpr int kFormatVersion = 2;

enum class Field : std::uint8_t {
  kBody,       // analysed words of the text, true frequencies
  kTitle,      // analysed words of the title, true frequencies
  kId,         // the article's id; one document each
  kDay,        // 20230301: only articles whose day is known
  kMonth,      // 202303: articles whose month is known
  kYear,       // 2023: articles whose year is known
  kAbout,      // az: countries the article is about
  kPrimary,    // az: the first of them
  kMentioned,  // az: countries it only mentions
  kSource,     // publisher, case folded
  kLanguage,   // ISO 639-1 or "und"
};

enum class TermKind : std::uint8_t { kWord, kBoolean };  // counted and ranked, or only present

struct FieldSchema {
  Field field;
  const char* name;
  const char* prefix;  // capitals, as Xapian's conventions have them; words are never capitals
  TermKind kind;
};

const FieldSchema& schema_of(Field field);

// Xapian refuses terms over 245 bytes and counts a NUL twice.
constexpr std::size_t kMaxTermBytes = 200;

// The term of `value` in `field`: prefix and value, the value's end replaced by a hash of the whole
// where it is too long or holds a NUL.
std::string term_for(Field field, std::string_view value);

// Value slots, for other programs that open the database.
constexpr std::uint32_t kDateSlot = 0;  // "20230301", "202303", "2023", "--02-28"; absent if none
constexpr std::uint32_t kPrimarySlot = 1;  // "AZ"; absent if none

std::string day_value(const Date& date);         // "20230301"; REQUIRES: precision day
std::string month_value(const Date& date);       // "202303"; REQUIRES: precision day or month
std::string year_value(const Date& date);        // "2023"; REQUIRES: the year is known
std::string country_value(CountryCode country);  // "az"

}  // namespace dateline
