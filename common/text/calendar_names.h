// Which month or weekday a word names, in the language of a text.
//
// The names are those of all of ICU's languages (in full and short, as used in a date and standing
// alone) with forms that newspapers print and ICU does not know ("Sept.", "janv", Levantine
// months: common/data/calendar_words.tsv). A text is read with the names of its own language, then
// the English ones, then the full names of other languages as far as they mean one thing
// everywhere: "listopad" is October in Zagreb and November in Warsaw, so it counts only in a text
// known to be Croatian or Polish.
#pragma once

#include <string_view>

namespace dateline {

struct MonthName {
  int number = 0;  // 1..12, or 0 if no month is named
  bool weak =
      false;  // a word of another meaning, too: counts only in a date of day, month and year
};

// As large as a number; thread-safe.
class CalendarNames {
 public:
  // `language` is an ISO 639 code, or anything else ("und") for no particular one.
  static CalendarNames of(std::string_view language);

  // Case, accents and full stops do not matter, but a small initial can make a name weak.
  MonthName month(std::string_view name) const;
  // 1..12, or 0 if it names none in the language itself.
  int own_month(std::string_view name) const;
  // Monday = 1 ... Sunday = 7, or 0.
  int weekday(std::string_view name) const;

 private:
  explicit CalendarNames(int language) : language_(language) {}

  int language_;  // index in CalendarImage::languages; -1 for none
};

}  // namespace dateline
