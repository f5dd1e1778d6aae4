#include "indexer/inflection.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct LanguageInflection {
  std::string_view languages;
  Inflection inflection;
};

constexpr std::string_view kRussianEndings =
    "а у ом ем е и ы я ю ои еи ью ии ам ям ах ях ами ями ов ев "
    "ая ую ою ые ых ым ыми яя юю их им ими ое ого ому ем";
constexpr std::string_view kBelarusianEndings =
    "а у ом ем е и і ы я ю аи еи ои ыі сю ам ам ах ях амі ямі ау";
constexpr std::string_view kUkrainianEndings =
    "а у ом ем е и і я ю ою ею єю ам ям ах ях ами ями ів іи ои ії ові еві ем єм еи ьої ьоі ої "
    "оі им ими их ими ні";
constexpr std::string_view kPolishEndings =
    "a y i u e o ie em om ami ach ow ia iem ii ji io owi im ej ich ym ych imi ymi iej";
constexpr std::string_view kCzechEndings =
    "a u e y i ou em om ach ech ami ia ie iu ej ho ich ym ych ymi";
constexpr std::string_view kSouthSlavicEndings =
    "a e i u o om em ama oj ih ima oga а е и у о ом ем ама ој их има та ят ото";
constexpr std::string_view kGreekEndings = "α ασ ου ο οσ ων εσ η ησ ι ια ον υ";
constexpr std::string_view kTurkishEndings = "li lu lilar liler lilari lileri lular luler";
constexpr std::string_view kAzerbaijaniEndings =
    "in un nin nun a ə ya yə i u ni nu da də dan dən la lə yla ylə daki dəki li lu lilar lilər "
    "lular lulər linin lilarin lilərin lularin lulərin dir dur";
constexpr std::string_view kKoreanEndings =
    "은 는 이 가 을 를 의 에 에서 에게 와 과 도 로 으로 만 부터 까지 인 인은 인들 군 측 어 에는 "
    "에도 과의 와의 산 이나 정부";
constexpr std::string_view kArabicParticles = "و ب ل ف ك وب ول وف فب فل";
constexpr std::string_view kHebrewParticles = "ב ל מ ה ו ש כ וב ול ומ שב של";

constexpr std::array<LanguageInflection, 18> kInflections{{
    {"be", {kBelarusianEndings, 0, "аяыиіь", {}, "оуеэю", 4, {}}},
    {"ru bg", {kRussianEndings, 0, "аяыиь", "ая яя ое ые ие ыи ии", "оуеэю", 4, {}}},
    {"uk", {kUkrainianEndings, 0, "аяиіь", {}, "оуеєю", 4, {}}},
    {"pl", {kPolishEndings, 0, "aeyi", {}, "ou", 4, {}}},
    {"cs sk", {kCzechEndings, 0, "aeoy", {}, "iu", 4, {}}},
    {"hr sr bs sl mk", {kSouthSlavicEndings, 0, "aeoаео", {}, "iuиу", 4, {}}},
    {"el", {kGreekEndings, 0, "ασοη", {}, "ιυε", 4, {}}},
    {"de sv da nb no nn nl", {"s", 0, {}, {}, {}, 4, {}}},
    {"is", {"s i ar ur um", 0, {}, {}, {}, 4, {}}},
    {"ro", {"a ei ul ului", 0, "a", {}, {}, 4, {}}},
    {"sq", {"a e es en se n s ne it in", 0, "e", {}, {}, 4, {}}},
    {"bn", {"ের র তে ে কে", 0, {}, {}, {}, 3, {}}},
    {"ko", {kKoreanEndings, 0, {}, {}, {}, 2, {}}},
    {"tr", {kTurkishEndings, 0, {}, {}, {}, 4, {}}},
    {"az", {kAzerbaijaniEndings, 0, {}, {}, {}, 4, {}}},
    {"kk uz ky tk fi et hu lt lv ka hy", {{}, 5, "aeiosაეიოუ", {}, {}, 4, {}}},
    {"ar", {{}, 0, {}, {}, {}, 4, kArabicParticles}},
    {"he", {{}, 0, {}, {}, {}, 4, kHebrewParticles}},
}};

bool lists(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

constexpr std::size_t kTwoCyrillic = 4;  // bytes of two letters, as adjectives end in

std::string_view last_letter(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0 && (word[at - 1] & 0xC0) == 0x80) --at;
  return word.substr(at == 0 ? 0 : at - 1);
}

}  // namespace

const Inflection& inflection_of(std::string_view language) {
  static const Inflection unchanging;
  for (const auto& entry : kInflections) {
    if (lists(entry.languages, language)) return entry.inflection;
  }
  return unchanging;
}

std::optional<std::string_view> stem_of(std::string_view word, const Inflection& inflection) {
  if (!inflection.changes_words() || word.empty()) return std::nullopt;
  const std::string_view last = last_letter(word);
  if (inflection.fixed.find(last) != std::string_view::npos) return std::nullopt;
  const std::string_view adjective = word.substr(word.size() - std::min(word.size(), kTwoCyrillic));
  if (lists(inflection.adjectives, adjective) && letter_count(word) > inflection.least_stem + 1) {
    return word.substr(0, word.size() - adjective.size());
  }
  if (inflection.dropped.find(last) != std::string_view::npos) {
    const std::string_view stem = word.substr(0, word.size() - last.size());
    if (letter_count(stem) >= inflection.least_stem) return stem;
    if (inflection.open_endings == 0) return std::nullopt;
  }
  if (letter_count(word) < inflection.least_stem) return std::nullopt;
  return word;
}

bool is_ending(std::string_view rest, const Inflection& inflection) {
  if (inflection.open_endings > 0) return letter_count(rest) <= inflection.open_endings;
  return lists(inflection.endings, rest);
}

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace dateline
