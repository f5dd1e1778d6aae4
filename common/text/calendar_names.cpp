#include "common/text/calendar_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/text/fold.h"

namespace dateline {
namespace {

using Names = std::unordered_map<std::string, int>;

struct ExtraName {
  std::string_view language;
  std::string_view name;
  int month;
};

// What newspapers print and ICU 72 does not list.
constexpr std::array kExtraMonths = std::to_array<ExtraName>({
    {"en", "jne", 6},           {"en", "jly", 7},
    {"en", "sept", 9},          {"de", "jänner", 1},
    {"de", "feber", 2},         {"de", "mrz", 3},
    {"de", "maerz", 3},         {"fr", "fév", 2},
    {"fr", "juill", 7},         {"es", "sep", 9},
    {"es", "set", 9},           {"es", "setiembre", 9},
    {"it", "genn", 1},          {"it", "febbr", 2},
    {"it", "sett", 9},          {"pt", "sept", 9},
    {"nl", "mrt", 3},           {"ru", "фев", 2},
    {"ru", "май", 5},           {"ru", "сен", 9},
    {"ru", "ноя", 11},          {"uk", "берез", 3},
    {"uk", "листоп", 11},       {"az", "yanv", 1},
    {"az", "fevr", 2},          {"az", "sent", 9},
    {"az", "noyab", 11},        {"id", "peb", 2},
    {"id", "agt", 8},           {"id", "agust", 8},
    {"id", "nop", 11},          {"hi", "फरवरी", 2},
    {"hi", "अक्टूबर", 10},        {"hi", "सितम्बर", 9},
    {"hi", "नवम्बर", 11},        {"hi", "दिसम्बर", 12},
    {"bn", "জানুয়ারি", 1},       {"bn", "ফেব্রুয়ারি", 2},
    {"ar", "كانون الثاني", 1},  {"ar", "شباط", 2},
    {"ar", "آذار", 3},          {"ar", "نيسان", 4},
    {"ar", "أيار", 5},          {"ar", "حزيران", 6},
    {"ar", "تموز", 7},          {"ar", "آب", 8},
    {"ar", "أيلول", 9},         {"ar", "تشرين الأول", 10},
    {"ar", "تشرين الثاني", 11}, {"ar", "كانون الأول", 12},
    {"ar", "جانفي", 1},         {"ar", "فيفري", 2},
    {"ar", "أفريل", 4},         {"ar", "ماي", 5},
    {"ar", "جوان", 6},          {"ar", "جويلية", 7},
    {"ar", "أوت", 8},           {"ar", "نونبر", 11},
    {"ar", "دجنبر", 12},        {"ar", "شتنبر", 9},
    {"ar", "غشت", 8},           {"ar", "يوليوز", 7},
});

// Languages of the wider list; a second script is a locale of its own.
constexpr std::array kLocales = std::to_array<const char*>(
    {"af", "am", "ar", "az", "az_Cyrl", "be", "bg",      "bn",  "bs", "ca",      "cs", "da",
     "de", "el", "es", "et", "eu",      "fa", "fi",      "fil", "fr", "ga",      "gl", "gu",
     "he", "hi", "hr", "hu", "hy",      "id", "is",      "it",  "ja", "ka",      "kk", "km",
     "kn", "ko", "ky", "lo", "lt",      "lv", "mk",      "ml",  "mn", "mr",      "ms", "mt",
     "my", "nb", "nn", "no", "ne",      "nl", "pa",      "pl",  "ps", "pt",      "ro", "ru",
     "si", "sk", "sl", "so", "sq",      "sr", "sr_Latn", "sv",  "sw", "ta",      "te", "tg",
     "th", "tk", "tr", "uk", "ur",      "uz", "uz_Cyrl", "vi",  "zh", "zh_Hant", "zu"});

constexpr int kAmbiguous = -1;

// The form names are compared in: folded, no full stops, no Catalan "de", single spaces.
std::string key_of(std::string_view name) {
  std::string folded = fold_letters(name);
  folded.erase(std::remove(folded.begin(), folded.end(), '.'), folded.end());
  for (const std::string_view article : {"de ", "d'"}) {
    if (folded.starts_with(article)) folded.erase(0, article.size());
  }
  return folded;
}

// A name that is only digits and one ideograph ("5月") is the scanner's business.
void add_name(Names& names, const icu::UnicodeString& name, int number) {
  std::string utf8;
  name.toUTF8String(utf8);
  const std::string key = key_of(utf8);
  if (key.empty() || std::isdigit(static_cast<unsigned char>(key.front())) != 0) return;
  const auto [at, is_new] = names.emplace(key, number);
  if (!is_new && at->second != number) at->second = kAmbiguous;
}

using Width = icu::DateFormatSymbols::DtWidthType;
constexpr std::array kWideAndShort{Width::WIDE, Width::ABBREVIATED};
constexpr std::array kWide{Width::WIDE};

template <std::size_t N>
void add_locale(const char* locale, const std::array<Width, N>& widths, Names& months,
                Names& weekdays) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(
      icu::Locale((std::string(locale) + "@calendar=gregorian").c_str()), status);
  if (U_FAILURE(status)) return;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const Width width : widths) {
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int i = 0; i < count; ++i) add_name(months, names[i], i + 1);
      names = symbols.getWeekdays(count, context, width);
      // ICU counts weekdays from Sunday = 1 and leaves element 0 empty.
      for (int i = 1; i < count; ++i) add_name(weekdays, names[i], i == 1 ? 7 : i - 1);
    }
  }
}

void add_extra_months(std::string_view language, Names& months) {
  for (const ExtraName& extra : kExtraMonths) {
    if (extra.language == language) months.insert_or_assign(key_of(extra.name), extra.month);
  }
}

struct WiderNames {
  Names months;
  Names weekdays;
};

const WiderNames& wider_names() {
  static const WiderNames instance = [] {
    WiderNames names;
    for (const char* locale : kLocales) add_locale(locale, kWide, names.months, names.weekdays);
    // Short names are common words of some other language.
    const auto is_short = [](const auto& entry) { return entry.first.size() < 4; };
    std::erase_if(names.months, is_short);
    std::erase_if(names.weekdays, is_short);
    return names;
  }();
  return instance;
}

int number_in(const Names& names, const std::string& key) {
  const auto found = names.find(key);
  return found == names.end() || found->second == kAmbiguous ? 0 : found->second;
}

}  // namespace

CalendarNames::CalendarNames(std::string_view language) {
  for (const char* locale : kLocales) {
    const std::string_view name = locale;
    const bool same_language = name.substr(0, name.find('_')) == language;
    if (same_language) add_locale(locale, kWideAndShort, months_, weekdays_);
  }
  add_extra_months(language, months_);
  Names english_months;
  Names english_weekdays;
  add_locale("en", kWideAndShort, english_months, english_weekdays);
  add_extra_months("en", english_months);
  months_.merge(english_months);
  weekdays_.merge(english_weekdays);
}

const CalendarNames& CalendarNames::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const CalendarNames>, std::less<>> cache;
  const bool known = std::any_of(kLocales.begin(), kLocales.end(), [&](const char* locale) {
    return std::string_view(locale) == language;
  });
  const std::string_view key = known ? language : "und";  // bounds the cache
  const std::lock_guard lock(mutex);
  auto found = cache.find(key);
  if (found == cache.end()) {
    found = cache.emplace(key, std::unique_ptr<const CalendarNames>(new CalendarNames(key))).first;
  }
  return *found->second;
}

int CalendarNames::month(std::string_view name) const {
  const std::string key = key_of(name);
  const int own = number_in(months_, key);
  return own != 0 ? own : number_in(wider_names().months, key);
}

int CalendarNames::weekday(std::string_view name) const {
  const std::string key = key_of(name);
  const int own = number_in(weekdays_, key);
  return own != 0 ? own : number_in(wider_names().weekdays, key);
}

}  // namespace dateline
