#include "common/text/stemmer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include <libstemmer.h>

namespace dateline {
namespace {

// `words` holds a few folded words whose stems need most rules of the algorithm.
struct Algorithm {
  std::string_view language;
  const char* name;
  std::string_view words;
};

constexpr std::array<Algorithm, 28> kAlgorithms = {{
    {"ar", "arabic", "والكتاب المدرسون كاتبات"},
    {"ca", "catalan", "governaments parlamentària canviaven"},
    {"da", "danish", "regeringens undersøgelserne mulighed"},
    {"de", "german", "regierungen häuser möglichkeiten gegangen"},
    {"el", "greek", "κυβερνησεις εκλογων ανθρωποι"},
    {"en", "english", "elections relational generously dying internationally"},
    {"es", "spanish", "gobiernos rápidamente investigaciones hablándole"},
    {"eu", "basque", "hauteskundeetan gobernuaren"},
    {"fi", "finnish", "hallituksessa vaaleissa kaupungeista"},
    {"fr", "french", "gouvernements heureusement négociations finissait"},
    {"ga", "irish", "bhfuil rialtais chathracha"},
    {"hi", "hindi", "सरकारों चुनावों लड़कियाँ"},
    {"hu", "hungarian", "kormányoknak választásokon házaiban"},
    {"hy", "armenian", "կառավարությունները ընտրություններում"},
    {"id", "indonesian", "pemerintahannya mempertanyakan berlarian"},
    {"it", "italian", "governativi velocemente parlandogli nazioni"},
    {"lt", "lithuanian", "vyriausybės rinkimuose miestams"},
    {"ne", "nepali", "सरकारहरूले चुनावमा"},
    {"nl", "dutch", "regeringen mogelijkheden gekozen"},
    {"no", "norwegian", "regjeringens muligheter valgene"},
    {"pt", "portuguese", "governos rapidamente negociações falávamos"},
    {"ro", "romanian", "guvernelor alegerile naționalități"},
    {"ru", "russian", "правительствами выборы международного"},
    {"sr", "serbian", "владама izborima gradovima"},
    {"sv", "swedish", "regeringarna möjligheter valen"},
    {"ta", "tamil", "அரசாங்கங்கள் தேர்தல்களில்"},
    {"tr", "turkish", "hükümetlerin seçimlerinden evlerimizde"},
    {"yi", "yiddish", "רעגירונגען מעגלעכקייטן"},
}};

static_assert(std::is_sorted(kAlgorithms.begin(), kAlgorithms.end(),
                             [](const Algorithm& left, const Algorithm& right) {
                               return left.language < right.language;
                             }));

const Algorithm* find_algorithm(std::string_view language) {
  const auto* const found = std::lower_bound(
      kAlgorithms.begin(), kAlgorithms.end(), language,
      [](const Algorithm& a, std::string_view wanted) { return a.language < wanted; });
  return found == kAlgorithms.end() || found->language != language ? nullptr : found;
}

}  // namespace

bool has_stemmer(std::string_view language) { return find_algorithm(language) != nullptr; }

void Stemmer::DeleteStemmer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(std::string_view language) {
  if (const Algorithm* algorithm = find_algorithm(language)) {
    stemmer_.reset(sb_stemmer_new(algorithm->name, "UTF_8"));
  }
}

std::string Stemmer::stem(std::string_view word) {
  if (!stemmer_ || word.size() > kLongestWord) return std::string(word);
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::string stemmer_fingerprint() {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  const auto add = [&](std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
  };
  for (const Algorithm& algorithm : kAlgorithms) {
    Stemmer stemmer(algorithm.language);
    std::string_view rest = algorithm.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      add(stemmer.stem(rest.substr(0, end)));
      add(" ");
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::array<char, 9> text{};
  std::snprintf(text.data(), text.size(), "%08x", static_cast<unsigned>(hash));
  return text.data();
}

}  // namespace dateline
