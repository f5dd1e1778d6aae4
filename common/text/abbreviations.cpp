#include "common/text/abbreviations.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"
#include "common/text/word_list.h"

namespace dateline {
namespace {

// One space between words; in the case they are printed in.
constexpr std::string_view kNeverLast =
    "Mr Mrs Ms Mx Dr Prof St Ste Gen Gov Sen Sens Rep Reps Lt Col Sgt Capt Cmdr Cpl Pvt Maj Adm "
    "Brig "
    "Rev Hon Pres Fr Msgr Mt Ft Supt Det Insp Amb Atty Messrs Mmes Mlle Mme prof dr "
    "vs v approx cf viz ca e.g i.e "
    "Hr Hrn Fr bzw evtl ggf inkl bspw sog vgl Mio Mrd Tsd z.B d.h u.a u.U o.ä i.d.R "
    "Sra Srta Dra Sres Ud Uds Exmo Exma Sig Dott Avv Doç Yrd "
    "т.е т.н т.к ул просп пер наб корп стр ср проф акад доц канд тов гр напр "
    "імені вул пров";

constexpr std::string_view kBeforeNumber =
    "No Nos Nr Nrn nr no Vol vol Art art Sec Fig fig p pp ch op núm pág págs n.º Jan Feb Mar Apr "
    "Jun "
    "Jul Aug Sep Sept Oct Nov Dec № ст п гл рис табл";

constexpr std::string_view kMayBeLast =
    "al Inc Co Cos Corp Ltd Bros Plc LLC Jr Sr etc Esq dept Dept est Ph.D Ave Blvd Rd Calif Fla Ga "
    "Mass "
    "Pa "
    "Va Tex Ariz Ark Ala Colo Conn Del Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla "
    "Ore "
    "Tenn Vt Wash Wis Wyo usw Str Abs EE UU т.д т.п др пр";

constexpr std::string_view kStarters =
    "The A An In On At By As To For From With Without Under Over After Before During Since Until "
    "While When Where What Who Why How Which If Although Though Because Despite However Meanwhile "
    "Moreover Instead Still Then There Here Now Once Also Even Only And But Or Nor So Yet He She "
    "It "
    "They We I You His Her Its Their Our My Your This That These Those Some Many Most Several Such "
    "Each Both All Every Another Other Others No Not Nobody According Asked It's It’s He's He’s "
    "I'm "
    "I’m Last Next Officials Police "
    "Der Die Das Den Dem Ein Eine Er Sie Es Wir Ich Und Aber Im Am Bei Nach Vor Mit Doch Auch "
    "Le La Les Il Elle Ils Elles Un Une Des Ce Cette Ces Mais Et Dans En Selon "
    "El Los Las Una Pero Según Como O Os As Um Uma Mas Segundo Lo Gli Ma Per "
    "Он Она Они Оно Мы Вы Это Этот Эта По На В Во И Но А Как Что Если При После Так Также Кроме "
    "Він Вона Вони Це У Та Але Bu Bir Ve Ama O Və Amma Bunu";

constexpr std::string_view kOrdinalFollowers =
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember "
    "Jahrhundert Jahrhunderts Platz Spieltag Weltkrieg Geburtstag";

constexpr std::size_t kLongestPart = 2;  // letters, in "Ph.D", "EE.UU", "S.p.A"

// Letters and dots alone, at most kLongestPart letters in a row: "U.S", "a.m", "т.е".
bool is_dotted(std::string_view word) {
  std::size_t letters = 0;
  bool dot = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    if (c.value == U'.') {
      if (letters == 0) return false;
      letters = 0;
      dot = true;
    } else if (u_isalpha(static_cast<UChar32>(c.value)) == 0 || ++letters > kLongestPart) {
      return false;
    }
  }
  return dot;
}

// One letter of a script that has capitals: an initial, or half of "z. B.".
bool is_initial(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint c = code_point_at(word, 0);
  const auto letter = static_cast<UChar32>(c.value);
  return c.size == word.size() && u_isalpha(letter) != 0 &&
         u_hasBinaryProperty(letter, UCHAR_CHANGES_WHEN_CASEMAPPED) != 0;
}

}  // namespace

Abbreviation abbreviation_kind(std::string_view word) {
  static const WordList never_last(kNeverLast);
  static const WordList before_number(kBeforeNumber);
  static const WordList may_be_last(kMayBeLast);
  if (never_last.contains(word)) return Abbreviation::kNeverLast;
  if (before_number.contains(word)) return Abbreviation::kBeforeNumber;
  if (may_be_last.contains(word) || is_initial(word) || is_dotted(word)) {
    return Abbreviation::kMayBeLast;
  }
  return Abbreviation::kNone;
}

bool is_sentence_starter(std::string_view word) {
  static const WordList starters(kStarters);
  return starters.contains(word);
}

bool follows_german_ordinal(std::string_view word) {
  static const WordList followers(kOrdinalFollowers);
  return followers.contains(word);
}

}  // namespace dateline
