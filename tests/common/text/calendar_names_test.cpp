#include "common/text/calendar_names.h"

#include <string>

#include <catch2/catch.hpp>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/text/calendar_image.h"

namespace dateline {

TEST_CASE("Months and weekdays are known in their language", "[text][calendar_names]") {
  const auto [language, name, month, weekday] = GENERATE(table<std::string, std::string, int, int>({
      {"en", "May", 5, 0},
      {"en", "SEPT.", 9, 0},
      {"en", "Tues", 0, 0},
      {"en", "Tue", 0, 2},
      {"de", "J\u00E4nner", 1, 0},
      {"de", "Mrz.", 3, 0},
      {"de", "So", 0, 7},
      {"ru", "\u043C\u0430\u044F", 5, 0},
      {"ru", "\u043C\u0430\u0439", 5, 0},
      {"pl", "listopada", 11, 0},
      {"hr", "listopad", 10, 0},
      {"en", "listopad", 0, 0},
      {"ca", "d'abril", 4, 0},
      {"ar", "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062B\u0627\u0646\u064A", 1, 0},
      {"tr", "\u015Eubat", 2, 0},
      {"br", "Here", 10, 0},
      {"en", "Here", 0, 0},
      {"en", "septembre", 9, 0},
      {"und", "octubre", 10, 0},
      {"xx", "July", 7, 0},
      {"tl", "Hunyo", 6, 0},
      {"en", "", 0, 0},
      {"en", "harbour", 0, 0},
  }));
  CAPTURE(language, name);
  CHECK(CalendarNames::of(language).month(name).number == month);
  CHECK(CalendarNames::of(language).weekday(name) == weekday);
}

TEST_CASE("A month is named in the language itself or elsewhere", "[text][calendar_names]") {
  CHECK(CalendarNames::of("en").own_month("March") == 3);
  CHECK(CalendarNames::of("it").own_month("marzo") == 3);
  CHECK(CalendarNames::of("it").own_month("march") == 0);
  CHECK(CalendarNames::of("en").own_month("augusta") == 0);
  CHECK(CalendarNames::of("en").own_month("monday") == 0);
  CHECK(CalendarNames::of("en").own_month("") == 0);
  CHECK(CalendarNames::of("und").own_month("march") == 0);
}

TEST_CASE("A name that is a word, too, is weak", "[text][calendar_names]") {
  const auto [language, name, weak] = GENERATE(table<std::string, std::string, bool>({
      {"en", "may", true},
      {"en", "May", false},
      {"en", "Mars", true},
      {"fr", "mars", false},
      {"it", "set", true},
      {"it", "Set", false},
      {"it", "settembre", false},
      {"en", "mayo", true},
      {"es", "mayo", false},
  }));
  CAPTURE(language, name);
  CHECK(CalendarNames::of(language).month(name).number != 0);
  CHECK(CalendarNames::of(language).month(name).weak == weak);
}

// Against ICU itself: what the compiled table says of a language is what ICU says of it.
TEST_CASE("Every name that ICU has for a language is read in it", "[text][calendar_names]") {
  using Symbols = icu::DateFormatSymbols;
  std::int32_t locales = 0;
  const icu::Locale* locale = icu::Locale::getAvailableLocales(locales);
  int names = 0;
  int missing = 0;
  for (int i = 0; i < locales; ++i) {
    if (!std::string(locale[i].getCountry()).empty()) continue;
    const std::string language = locale[i].getLanguage();
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(
        icu::Locale((std::string(locale[i].getName()) + "@calendar=gregorian").c_str()), status);
    REQUIRE(U_SUCCESS(status));
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      std::int32_t count = 0;
      const icu::UnicodeString* written = symbols.getMonths(count, context, Symbols::WIDE);
      for (int month = 0; month < count; ++month) {
        std::string name;
        written[month].toUTF8String(name);
        const char first = calendar_key(name)[0];
        if (first >= '0' && first <= '9') continue;
        ++names;
        if (CalendarNames::of(language).month(name).number != month + 1) ++missing;
      }
    }
  }
  CHECK(calendar_image().languages.size() >= 200);
  CHECK(names > 5'000);
  // Two months of one name in a language are neither.
  CHECK(missing < names / 100);
}

}  // namespace dateline
