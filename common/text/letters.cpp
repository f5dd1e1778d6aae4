#include "common/text/letters.h"

#include <array>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "common/text/utf8.h"

namespace dateline {
namespace {

UScriptCode script_of(UChar32 code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(code_point, &status);
  return U_SUCCESS(status) != 0 ? script : USCRIPT_COMMON;
}

bool writes_accents(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_ARABIC || script == USCRIPT_HEBREW || script == USCRIPT_INHERITED;
}

bool writes_no_spaces(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_THAI || script == USCRIPT_LAO ||
         script == USCRIPT_KHMER || script == USCRIPT_MYANMAR;
}

// Letters that decomposition leaves whole, and letters that two languages of one script write
// differently in the same names.
UChar32 plain_letter(UChar32 letter) {
  switch (letter) {
    case 0x00F8:  // o with stroke
      return 'o';
    case 0x0111:  // d with stroke
      return 'd';
    case 0x0131:  // dotless i
      return 'i';
    case 0x0142:  // l with stroke
      return 'l';
    case 0x06A9:  // Persian kaf
      return 0x0643;
    case 0x06CC:  // Persian yeh
      return 0x064A;
    default:
      return letter;
  }
}

UChar32 first_of_decomposition(UChar32 code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  if (U_FAILURE(status) != 0) return code_point;
  std::array<UChar, 32> units{};
  const std::int32_t size =
      unorm2_getDecomposition(nfkd, code_point, units.data(), units.size(), &status);
  if (size <= 0 || U_FAILURE(status) != 0) return code_point;
  std::int32_t at = 0;
  UChar32 first = 0;
  U16_NEXT(units.data(), at, size, first);
  return first;
}

char32_t fold(UChar32 code_point, UScriptCode script) {
  if (writes_accents(script) || script == USCRIPT_COMMON)
    code_point = first_of_decomposition(code_point);
  return static_cast<char32_t>(plain_letter(u_foldCase(code_point, U_FOLD_CASE_DEFAULT)));
}

LetterKind kind_of_uncased(UScriptCode script, UChar32 code_point) {
  constexpr UChar32 kLongVowel = 0x30FC;  // shared by both syllabaries, at home in Katakana words
  if (script == USCRIPT_KATAKANA || code_point == kLongVowel) return LetterKind::kKatakana;
  if (script == USCRIPT_HIRAGANA) return LetterKind::kHiragana;
  return writes_no_spaces(script) ? LetterKind::kUnspaced : LetterKind::kUncased;
}

LetterKind kind_of(UChar32 code_point, UScriptCode script) {
  constexpr UChar32 kOkina = 0x02BB;       // an apostrophe to whoever types it
  constexpr UChar32 kApostrophe = 0x02BC;  // the same
  constexpr UChar32 kTatweel = 0x0640;     // stretches an Arabic word
  if (code_point == kOkina || code_point == kApostrophe) return LetterKind::kNone;
  if (code_point == kTatweel) return LetterKind::kMark;
  // Unicode gives Georgian capitals, but they set whole headings; no name starts with one.
  if (script == USCRIPT_GEORGIAN && u_isalpha(code_point) != 0) return LetterKind::kUncased;
  switch (u_charType(code_point)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return LetterKind::kUpper;
    case U_LOWERCASE_LETTER:
      return LetterKind::kLower;
    case U_DECIMAL_DIGIT_NUMBER:
      return LetterKind::kDigit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return writes_accents(script) ? LetterKind::kMark : kind_of_uncased(script, code_point);
    case U_FORMAT_CHAR:  // soft hyphen, joiners
      return LetterKind::kMark;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return kind_of_uncased(script, code_point);
    default:
      return LetterKind::kNone;
  }
}

Letter look_up(char32_t code_point) {
  const auto character = static_cast<UChar32>(code_point);
  const UScriptCode script = script_of(character);
  return {fold(character, script), kind_of(character, script)};
}

constexpr char32_t kTableSize = 0x700;  // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic

std::array<Letter, kTableSize> fill_table() {
  std::array<Letter, kTableSize> table;
  for (char32_t code_point = 0; code_point < kTableSize; ++code_point) {
    table[code_point] = look_up(code_point);
  }
  return table;
}

}  // namespace

Letter letter_of(char32_t code_point) {
  static const std::array<Letter, kTableSize> table = fill_table();
  if (code_point < kTableSize) return table[code_point];
  // The two largest blocks of letters fold to themselves; asking ICU would cost more than reading.
  if (code_point >= 0x4E00 && code_point < 0xA000) return {code_point, LetterKind::kUnspaced};
  if (code_point >= 0xAC00 && code_point < 0xD7A4) return {code_point, LetterKind::kUncased};
  return look_up(code_point);
}

bool starts_with_capital(std::string_view text) {
  return !text.empty() && letter_of(code_point_at(text, 0).value).kind == LetterKind::kUpper;
}

std::string name_key(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    at += code_point.size;
    const Letter letter = letter_of(code_point.value);
    if (letter.kind == LetterKind::kNone || letter.kind == LetterKind::kMark) continue;
    append_utf8(folded, letter.folded);
  }
  return folded;
}

}  // namespace dateline
