#include "common/text/language_code.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "common/text/fold.h"

namespace dateline {
namespace {

struct Alias {
  std::string_view code;
  std::string_view usual;
};

// What ICU does not canonicalise: bibliographic codes of ISO 639-2 and members of macrolanguages.
constexpr std::array<Alias, 25> kAliases = {
    {{"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"},
     {"cmn", "zh"}, {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"},
     {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"may", "ms"},
     {"nb", "no"},  {"nn", "no"},  {"nno", "no"}, {"nob", "no"}, {"per", "fa"},
     {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"}, {"yue", "zh"}}};

bool is_iso_639_1(std::string_view code) {
  if (code.size() != 2) return false;
  for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

std::string from_code(std::string_view code) {
  const auto* alias = std::find_if(kAliases.begin(), kAliases.end(),
                                   [&](const Alias& a) { return a.code == code; });
  if (alias != kAliases.end()) return std::string(alias->usual);
  std::array<char, ULOC_LANG_CAPACITY> tag{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string locale(code);
  uloc_toLanguageTag(locale.c_str(), tag.data(), static_cast<int>(tag.size()), 0, &status);
  const std::string canonical(tag.data(), strnlen(tag.data(), tag.size()));
  return U_SUCCESS(status) && is_iso_639_1(canonical) ? canonical : "";
}

std::string name_in(const char* language, const char* display) {
  std::array<UChar, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const int size = uloc_getDisplayLanguage(language, display, name.data(),
                                           static_cast<int>(name.size()), &status);
  if (U_FAILURE(status)) return "";
  std::string utf8;
  icu::UnicodeString(name.data(), size).toUTF8String(utf8);
  return fold_case(utf8);
}

const std::unordered_map<std::string, std::string>& codes_by_name() {
  static const auto codes = [] {
    std::unordered_map<std::string, std::string> by_name;
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
      if (std::strlen(*known) != 2) continue;
      const std::string code = from_code(*known);
      if (code.empty()) continue;
      by_name.emplace(name_in(*known, "en"), code);
      by_name.emplace(name_in(*known, *known), code);
    }
    return by_name;
  }();
  return codes;
}

// The letters before the first mark or space that sets off a country, a script or a remark.
std::string_view first_part(std::string_view name, std::string_view marks) {
  return name.substr(0, std::min(name.find_first_of(marks), name.size()));
}

}  // namespace

std::string language_code(std::string_view name) {
  const std::size_t start = name.find_first_not_of(" \t");
  constexpr std::size_t kLongest = 100;
  if (start == std::string_view::npos || name.size() > kLongest) return "";
  const std::string folded = fold_case(name.substr(start));
  const std::string code(first_part(folded, "-_. \t"));
  if (code.size() == 2 || code.size() == 3) {
    std::string found = from_code(code);
    if (!found.empty()) return found;
  }
  std::string language(first_part(folded, "(,;/"));
  language.erase(language.find_last_not_of(" \t") + 1);
  const auto found = codes_by_name().find(language);
  return found == codes_by_name().end() ? "" : found->second;
}

}  // namespace dateline
