#include "common/text/letter_fold.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

// The three steps of folding: to small letters, letters apart from their marks, together again.
struct Normalizers {
  const icu::Normalizer2* fold;
  const icu::Normalizer2* decompose;
  const icu::Normalizer2* compose;
};

const Normalizers& normalizers() {
  static const Normalizers instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const Normalizers found{icu::Normalizer2::getNFKCCasefoldInstance(status),
                            icu::Normalizer2::getNFDInstance(status),
                            icu::Normalizer2::getNFCInstance(status)};
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalization data");
    return found;
  }();
  return instance;
}

// Marks that scripts with an alphabet add to a letter. The vowel signs of Indic scripts and Thai
// are combining too, but there they are letters of the word.
bool is_accent(char16_t unit) {
  return (unit >= 0x0300 && unit <= 0x036F) || (unit >= 0x0591 && unit <= 0x05C7) ||
         (unit >= 0x064B && unit <= 0x065F) || unit == 0x0670;
}

std::string fold_ascii(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::string fold_letters(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii) return fold_ascii(text);
  const Normalizers& steps = normalizers();
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(text.size());
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size));
  const icu::UnicodeString folded =
      steps.decompose->normalize(steps.fold->normalize(whole, status), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < folded.length(); ++i) {
    const char16_t unit = folded.charAt(i);
    if (is_accent(unit)) continue;
    kept.append(unit == u'\u0131' ? u'i' : unit);
  }
  std::string out;
  steps.compose->normalize(kept, status).toUTF8String(out);
  return out;
}

bool starts_with_capital(std::string_view text) {
  if (text.empty()) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 4));
  std::int32_t at = 0;
  UChar32 code_point = 0;
  U8_NEXT(bytes, at, size, code_point);
  return code_point >= 0 && (u_isupper(code_point) || u_istitle(code_point));
}

}  // namespace dateline
