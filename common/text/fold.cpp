#include "common/text/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/ascii_letters.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr char32_t kDotAbove = 0x0307;
constexpr char32_t kTatweel = 0x0640;  // stretches an Arabic word, is no letter

void check(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU cannot normalise text (") + u_errorName(status) +
                             "), reinstall its data");
  }
}

std::string normalize(const icu::Normalizer2& form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized, static_cast<std::int32_t>(text.size()));
  form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
                     nullptr, status);
  check(status);
  return normalized;
}

bool is_curly_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC;
}

// What a letter without a decomposition is written as.
struct Spelling {
  char32_t letter;
  std::string_view basic;
};
constexpr std::array<Spelling, 12> kSpellings = {{{U'ß', "ss"},
                                                  {U'æ', "ae"},
                                                  {U'ð', "d"},
                                                  {U'ø', "o"},
                                                  {U'þ', "th"},
                                                  {U'đ', "d"},
                                                  {U'ħ', "h"},
                                                  {U'ı', "i"},
                                                  {U'ł', "l"},
                                                  {U'œ', "oe"},
                                                  {U'ŧ', "t"},
                                                  {U'ə', "e"}}};

bool drops_mark(char32_t base, char32_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
      return true;
    case USCRIPT_CYRILLIC:
      if (mark == 0x0306) return false;       // й, ў
      return mark != 0x0308 || base == U'е';  // ї, but ё
    default:
      return false;
  }
}

}  // namespace

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_small(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  check(status);
  const std::string normalized = normalize(*form, text);
  std::string folded;
  folded.reserve(normalized.size());
  for (std::size_t at = 0; at < normalized.size();) {
    const CodePoint c = code_point_at(normalized, at);
    if (is_curly_apostrophe(c.value)) {
      folded += '\'';
    } else if (c.value != kDotAbove || !folded.ends_with('i')) {
      folded.append(normalized, at, c.size);
    }
    at += c.size;
  }
  return folded;
}

std::string fold_accents(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  check(status);
  const std::string decomposed = normalize(*nfd, folded);
  std::string plain;
  plain.reserve(decomposed.size());
  char32_t base = 0;
  for (std::size_t at = 0; at < decomposed.size();) {
    const CodePoint c = code_point_at(decomposed, at);
    const std::size_t start = at;
    at += c.size;
    if (u_charType(static_cast<UChar32>(c.value)) == U_NON_SPACING_MARK) {
      if (!drops_mark(base, c.value)) plain.append(decomposed, start, c.size);
      continue;
    }
    base = c.value;
    if (c.value == kTatweel) continue;
    const auto* spelling = std::find_if(kSpellings.begin(), kSpellings.end(),
                                        [&](const Spelling& s) { return s.letter == c.value; });
    if (spelling != kSpellings.end()) {
      plain += spelling->basic;
    } else {
      plain.append(decomposed, start, c.size);
    }
  }
  return is_ascii(plain) ? plain : normalize(*nfc, plain);
}

std::string fold_letters(std::string_view text) { return fold_accents(fold_case(text)); }

}  // namespace dateline
