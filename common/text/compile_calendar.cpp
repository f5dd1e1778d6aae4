// compile_calendar OUTPUT: writes a C++ source with the names of months and weekdays of all of
// ICU's languages, and those of common/data/calendar_words.tsv, as a CalendarImage. Run at build
// time: asking ICU for two hundred languages takes far longer than reading an article.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/data/tables.h"
#include "common/hash.h"
#include "common/text/calendar_image.h"
#include "common/text/calendar_names.h"
#include "common/tsv.h"

namespace dateline {
namespace {

constexpr int kAmbiguous = -1;
constexpr std::size_t kShortestElsewhere = 4;      // bytes; shorter ones are words of some language
constexpr std::size_t kShortestOfFewSpeakers = 6;  // the same for languages with little on the web

// Names of these count in texts of other languages, too, however short.
constexpr std::string_view kWidelyPrinted =
    " af am ar az be bg bn bs ca cs da de el es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it"
    " ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb nn no ne nl pa pl ps pt ro ru si sk sl"
    " so sq sr sv sw ta te tg th tk tr uk ur uz vi zh zu ";

struct Meaning {
  int month = 0;  // 0: none, kAmbiguous: several
  int weekday = 0;
  bool weak = false;
};

struct Name {
  std::map<std::string, Meaning> uses;  // by language
  Meaning elsewhere;
};

using Names = std::map<std::string, Name>;

void set(int& part, int number) { part = part == 0 || part == number ? number : kAmbiguous; }

bool counts_elsewhere(const std::string& key, const std::string& language) {
  const bool wide = kWidelyPrinted.find(" " + language + " ") != std::string_view::npos;
  return key.size() >= (wide ? kShortestElsewhere : kShortestOfFewSpeakers);
}

// Names that are only digits and one ideograph ("5月") are the scanner's business.
void add(Names& names, const icu::UnicodeString& written, const std::string& language, bool wide,
         int Meaning::*part, int number) {
  std::string utf8;
  written.toUTF8String(utf8);
  const std::string key = calendar_key(utf8);
  if (key.empty() || std::isdigit(static_cast<unsigned char>(key.front())) != 0) return;
  Name& name = names[key];
  set(name.uses[language].*part, number);
  if (wide && counts_elsewhere(key, language)) set(name.elsewhere.*part, number);
}

void add_locale(Names& names, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string gregorian = std::string(locale.getName()) + "@calendar=gregorian";
  const icu::DateFormatSymbols symbols(icu::Locale(gregorian.c_str()), status);
  if (U_FAILURE(status)) return;
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      const bool wide = width == Symbols::WIDE;
      std::int32_t count = 0;
      const icu::UnicodeString* written = symbols.getMonths(count, context, width);
      for (int i = 0; i < count; ++i) {
        add(names, written[i], locale.getLanguage(), wide, &Meaning::month, i + 1);
      }
      // ICU counts weekdays from Sunday = 1 and leaves element 0 empty.
      written = symbols.getWeekdays(count, context, width);
      for (int i = 1; i < count; ++i) {
        add(names, written[i], locale.getLanguage(), wide, &Meaning::weekday, i == 1 ? 7 : i - 1);
      }
    }
  }
}

void add_own_words(Names& names) {
  for (const auto& row : table_rows(calendar_words_tsv(), 3)) {
    const std::string key = calendar_key(row[1]);
    const int month = std::stoi(std::string(row[2]));
    if (row[0] == "*") {
      names[key].elsewhere.weak = true;
    } else if (month == 0) {
      names[key].uses[std::string(row[0])].weak = true;
    } else {
      names[key].uses[std::string(row[0])].month = month;
    }
  }
}

std::string row_of(const Meaning& meaning, std::size_t language) {
  const auto number = [](int part) { return std::to_string(std::max(part, 0)); };
  return "{" + std::to_string(language) + "," + number(meaning.month) + "," +
         number(meaning.weekday) + "," + (meaning.weak ? "true" : "false") + "}";
}

void write(std::ostream& out, const Names& names) {
  std::vector<std::string> languages;
  for (const auto& [key, name] : names) {
    for (const auto& [language, meaning] : name.uses) languages.push_back(language);
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  std::vector<std::size_t> slots(4096);
  while (slots.size() < names.size() * 2) slots.resize(slots.size() * 2);
  std::string text;
  std::string entries;
  std::string uses;
  std::size_t use_count = 0;
  std::size_t index = 0;
  for (const auto& [key, name] : names) {
    entries += "{" + std::to_string(text.size()) + "," + std::to_string(key.size()) + "," +
               std::to_string(use_count) + "," + row_of(name.elsewhere, CalendarUse::kElsewhere) +
               "},\n";
    text += key;
    for (const auto& [language, meaning] : name.uses) {
      const auto at = std::lower_bound(languages.begin(), languages.end(), language);
      uses += row_of(meaning, static_cast<std::size_t>(at - languages.begin())) + ",\n";
      ++use_count;
    }
    std::size_t slot = hash_bytes(key) & (slots.size() - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = ++index;
  }
  entries += "{" + std::to_string(text.size()) + ",0," + std::to_string(use_count) + ",{}}";
  out << "#include \"common/text/calendar_image.h\"\n\nnamespace dateline {\nnamespace {\n\n"
      << "constexpr char kText[] =\n";
  for (std::size_t at = 0; at < text.size(); at += 40) {
    out << '"';
    for (const char c : text.substr(at, 40)) {
      char octal[5];
      std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(c));
      out << octal;
    }
    out << "\"\n";
  }
  out << ";\nconstexpr CalendarEntry kEntries[] = {\n"
      << entries << "};\n"
      << "constexpr CalendarUse kUses[] = {\n"
      << uses << "};\n"
      << "constexpr std::uint16_t kSlots[] = {\n";
  for (const std::size_t slot : slots) out << slot << ",\n";
  out << "};\nconstexpr std::array<char, 4> kLanguages[] = {\n";
  for (const std::string& language : languages) {
    out << "{";
    for (const char c : language) out << "'" << c << "',";
    out << "},\n";
  }
  out << "};\n\n}  // namespace\n\nconst CalendarImage& calendar_image() {\n"
      << "  static constexpr CalendarImage image{{kText, sizeof kText - 1}, kEntries, kUses, "
         "kSlots,\n"
      << "                                       kLanguages};\n"
      << "  return image;\n}\n\n}  // namespace dateline\n";
}

int run(const char* output) {
  Names names;
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (int i = 0; i < count; ++i) {
    // A second script is a locale of its own; a country only rarely changes a name.
    if (std::string_view(locales[i].getCountry()).empty()) add_locale(names, locales[i]);
  }
  add_own_words(names);
  std::ofstream out(output);
  write(out, names);
  out.close();
  return out ? 0 : 1;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: compile_calendar OUTPUT\n", stderr);
    return 2;
  }
  return dateline::run(argv[1]);
}
