// Which month or weekday a word names, in the language of a text.
//
// The names are ICU's (wide and abbreviated, as used in a date and standing alone) with a short
// list of forms that newspapers print and ICU does not know ("Sept.", "janv", Levantine months).
// A text is read with the names of its own language, then English, then the full names of some
// sixty other languages as far as they mean one thing everywhere: "listopad" is October in
// Zagreb and November in Warsaw, so it counts only in a text known to be Croatian or Polish.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline {

class CalendarNames {
 public:
  // `language` is an ISO 639-1 code, or anything else ("und") for no particular one. The tables
  // are built at the first call for a language and live as long as the program. Thread-safe.
  static const CalendarNames& of(std::string_view language);

  // 1..12, or 0 if `name` names no month. Case, accents and full stops do not matter.
  int month(std::string_view name) const;
  // Monday = 1 ... Sunday = 7, or 0.
  int weekday(std::string_view name) const;

 private:
  explicit CalendarNames(std::string_view language);

  std::unordered_map<std::string, int> months_;
  std::unordered_map<std::string, int> weekdays_;
};

}  // namespace dateline
