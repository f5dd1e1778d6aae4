#include "common/text/term_chain.h"

#include <array>
#include <cstdint>
#include <cstdio>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#include "common/text/apostrophe.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// Raise with every change of the chain, of word splitting in the analyzer or of fold.cpp and
// apostrophe.cpp that can change a term.
constexpr int kChainVersion = 1;

constexpr std::size_t kKeptOfOverlong = 48;
constexpr std::size_t kHashDigits = TermChain::kLongestTerm - kKeptOfOverlong;

// Turkish and Azerbaijani have two letters i; case folding for all languages mixes them up, and
// their stemmers tell them apart.
std::string with_turkish_i(std::string_view word) {
  std::string spelled;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == 'I') {
      spelled += "ı";
    } else if (word.substr(at).starts_with("İ")) {
      spelled += 'i';
      ++at;
    } else {
      spelled += word[at];
    }
  }
  return spelled;
}

// "u.s.a" to "usa": single letters with a dot between each two of them, and nothing else.
std::string join_acronym(const std::string& word) {
  std::string joined;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint letter = code_point_at(word, at);
    if (u_isalpha(static_cast<UChar32>(letter.value)) == 0) return word;
    joined.append(word, at, letter.size);
    at += letter.size;
    if (at < word.size() && word[at++] != '.') return word;
  }
  return joined;
}

std::string limit(std::string term) {
  if (term.size() <= TermChain::kLongestTerm) return term;
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const char c : term) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211u;
  std::array<char, kHashDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  std::size_t kept = kKeptOfOverlong;
  while (kept > 0 && U8_IS_TRAIL(term[kept])) --kept;
  term.resize(kept);
  return term + digits.data();
}

const std::string& first_if_any(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

}  // namespace

TermChain::TermChain(std::string_view language) : language_(language), stemmer_(language) {}

bool TermChain::has_rules(std::string_view language) {
  return has_stemmer(language) || language == "az";
}

std::string TermChain::term_of(std::string_view word) {
  const bool turkish = language_ == "tr" || language_ == "az";
  std::string folded = turkish ? fold_case(with_turkish_i(word)) : fold_case(word);
  if (folded.empty()) folded = word;  // made of characters that folding takes for invisible
  std::erase_if(folded, [](char c) { return c == '\0' || c == ' '; });

  const std::string whole = without_apostrophes(folded, language_);
  if (whole.size() > kLongestTerm) return limit(fold_accents(whole));
  const std::string joined = join_acronym(whole);
  const std::string stem = first_if_any(stemmer_.stem(joined), joined);
  return limit(first_if_any(fold_accents(stem), stem));
}

std::string analyzer_fingerprint() {
  UVersionInfo version;
  std::array<char, U_MAX_VERSION_STRING_LENGTH> icu{};
  u_getVersion(version);
  u_versionToString(version, icu.data());
  std::array<char, U_MAX_VERSION_STRING_LENGTH> unicode{};
  u_getUnicodeVersion(version);
  u_versionToString(version, unicode.data());
  return "chain-" + std::to_string(kChainVersion) + " icu-" + icu.data() + " unicode-" +
         unicode.data() + " snowball-" + stemmer_fingerprint();
}

}  // namespace dateline
