#include "common/text/language_detector.h"

#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/utf8.h>

#include "common/text/language_code.h"

namespace dateline {
namespace {

// An article is in one language; its first paragraphs tell which.
constexpr std::size_t kBytesRead = 16'384;

// With the flag for it, CLD2 calls nonsense and three-word texts reliably English or Slovak.
constexpr int kNoBestEffort = 0;

}  // namespace

std::string detect_language(std::string_view text) {
  if (text.size() > kBytesRead) {
    std::size_t end = kBytesRead;
    while (end > 0 && U8_IS_TRAIL(text[end])) --end;
    text = text.substr(0, end);
  }
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool is_reliable = false;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), true, &no_hints, kNoBestEffort, languages.data(),
      percents.data(), scores.data(), nullptr, &bytes, &is_reliable);
  if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return "und";
  std::string code = language_code(CLD2::LanguageCode(language));
  return code.empty() ? "und" : code;
}

}  // namespace dateline
