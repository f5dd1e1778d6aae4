// Which parts of each result an answer has, where a program wants few of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace dateline {

// In the order of their names, which is that of ANSWER.md. From kId to kPrimaryCountry they are of
// the article.
enum class PassageField : std::uint8_t {
  kRank,
  kScore,
  kText,
  kStart,
  kEnd,
  kStartChar,
  kEndChar,
  kBefore,
  kAfter,
  kHighlights,
  kId,
  kTitle,
  kUrl,
  kSource,
  kLanguage,
  kDate,
  kDatePrecision,
  kCountries,
  kPrimaryCountry,
  kAlsoIn,
  kExplanation,
};

class PassageFields {
 public:
  bool has(PassageField field) const { return (bits_ >> static_cast<unsigned>(field) & 1U) != 0; }
  bool has_any(PassageField first, PassageField last) const;  // inclusive
  void add(PassageField field) { bits_ |= 1U << static_cast<unsigned>(field); }
  void add_all(PassageField first, PassageField last);
  static PassageFields none();
  bool are_chosen() const { return bits_ != ~0U; }  // whether any were named

  bool operator==(const PassageFields&) const = default;

 private:
  std::uint32_t bits_ = ~0U;  // all
};

// What `fields` can be: the names of the parts, and "article" for all of those.
std::span<const std::string_view> passage_field_choices();

// Each text is one name or several with commas between; all parts if there are none. Fails
// (kRequest) on a name that is none, with the near one.
Result<PassageFields> parse_passage_fields(const std::vector<std::string>& texts);

}  // namespace dateline
