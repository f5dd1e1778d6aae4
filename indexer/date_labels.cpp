#include "indexer/date_labels.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "indexer/text_cursor.h"
#include "indexer/wall_time_reader.h"

namespace dateline {
namespace {

struct LabelPhrase {
  std::string_view folded;
  DateLabel label;
};

constexpr auto kDated = DateLabel::kDated;
constexpr auto kPublished = DateLabel::kPublished;
constexpr auto kUpdated = DateLabel::kUpdated;
constexpr auto kOther = DateLabel::kOther;

// As fold_letters() writes them. A phrase found inside a longer one loses to it.
constexpr std::array kPhrases = std::to_array<LabelPhrase>({
    // English
    {"date", kDated},
    {"published", kPublished},
    {"posted", kPublished},
    {"publication date", kPublished},
    {"pub date", kPublished},
    {"created", kPublished},
    {"date created", kPublished},
    {"updated", kUpdated},
    {"update", kUpdated},
    {"last updated", kUpdated},
    {"last update", kUpdated},
    {"modified", kUpdated},
    {"last modified", kUpdated},
    {"date modified", kUpdated},
    {"date updated", kUpdated},
    {"revised", kUpdated},
    {"copyright", kOther},
    {"©", kOther},
    {"(c)", kOther},
    {"expires", kOther},
    {"accessed", kOther},
    {"retrieved", kOther},
    {"printed", kOther},
    {"archived", kOther},
    {"today is", kOther},
    {"since", kOther},
    {"until", kOther},
    {"born", kOther},
    {"birth date", kOther},
    {"date of birth", kOther},
    {"death date", kOther},
    {"release date", kOther},
    {"due date", kOther},
    {"start date", kOther},
    {"end date", kOther},
    {"best-by date", kOther},
    {"use-by date", kOther},
    {"sell-by date", kOther},
    {"best before", kOther},
    {"expiration date", kOther},
    {"expiry date", kOther},
    {"charging date", kOther},
    {"beginning", kOther},
    {"starting", kOther},
    {"effective", kOther},
    {"through", kOther},
    {"died", kOther},
    {"geboren", kOther},
    {"ne le", kOther},
    {"родился", kOther},
    {"родилась", kOther},
    // German, Dutch, Nordic
    {"veroffentlicht", kPublished},
    {"publiziert", kPublished},
    {"pressemitteilung", kPublished},
    {"nachricht vom", kPublished},
    {"erscheinungsdatum", kPublished},
    {"geandert", kUpdated},
    {"zuletzt geandert", kUpdated},
    {"erstveroffentlichung", kPublished},
    {"erstellt", kPublished},
    {"cree", kPublished},
    {"erschienen", kPublished},
    {"datum", kDated},
    {"aktualisiert", kUpdated},
    {"stand", kUpdated},
    {"aktualisierung", kUpdated},
    {"gepubliceerd", kPublished},
    {"geplaatst", kPublished},
    {"bijgewerkt", kUpdated},
    {"gewijzigd", kUpdated},
    {"publicerad", kPublished},
    {"uppdaterad", kUpdated},
    {"publisert", kPublished},
    {"oppdatert", kUpdated},
    {"publiceret", kPublished},
    {"opdateret", kUpdated},
    {"julkaistu", kPublished},
    {"paivitetty", kUpdated},
    // French, Spanish, Portuguese, Italian, Catalan, Romanian
    {"publie", kPublished},
    {"publiee", kPublished},
    {"paru", kPublished},
    {"mis a jour", kUpdated},
    {"mise a jour", kUpdated},
    {"modifie", kUpdated},
    {"publicado", kPublished},
    {"publicada", kPublished},
    {"fecha", kDated},
    {"fecha de publicacion", kPublished},
    {"actualizado", kUpdated},
    {"actualizada", kUpdated},
    {"actualizacion", kUpdated},
    {"ultima actualizacion", kUpdated},
    {"postado", kPublished},
    {"criado", kPublished},
    {"data", kDated},
    {"atualizado", kUpdated},
    {"atualizada", kUpdated},
    {"ultima atualizacao", kUpdated},
    {"pubblicato", kPublished},
    {"pubblicata", kPublished},
    {"aggiornato", kUpdated},
    {"aggiornata", kUpdated},
    {"ultimo aggiornamento", kUpdated},
    {"publicat", kPublished},
    {"actualitzat", kUpdated},
    {"actualizat", kUpdated},
    {"modificat", kUpdated},
    // Slavic
    {"опубликовано", kPublished},
    {"опубликована", kPublished},
    {"дата", kDated},
    {"дата публикации", kPublished},
    {"размещено", kPublished},
    {"обновлено", kUpdated},
    {"обновлена", kUpdated},
    {"изменено", kUpdated},
    {"дата обновления", kUpdated},
    {"опубліковано", kPublished},
    {"дата публікації", kPublished},
    {"оновлено", kUpdated},
    {"апублікавана", kPublished},
    {"абноўлена", kUpdated},
    {"публикувано", kPublished},
    {"обновена", kUpdated},
    {"објављено", kPublished},
    {"ажурирано", kUpdated},
    {"objavljeno", kPublished},
    {"azurirano", kUpdated},
    {"opublikowano", kPublished},
    {"data publikacji", kPublished},
    {"dodano", kPublished},
    {"aktualizacja", kUpdated},
    {"publikovano", kPublished},
    {"vydano", kPublished},
    {"aktualizovano", kUpdated},
    {"publikovane", kPublished},
    {"aktualizovane", kUpdated},
    // Turkic
    {"yayinlanma", kPublished},
    {"yayin tarihi", kPublished},
    {"yayinlandi", kPublished},
    {"yayinlanma tarihi", kPublished},
    {"tarih", kDated},
    {"giris", kPublished},
    {"giris tarihi", kPublished},
    {"eklenme", kPublished},
    {"guncelleme", kUpdated},
    {"guncellendi", kUpdated},
    {"son guncelleme", kUpdated},
    {"guncellenme", kUpdated},
    {"derc edilib", kPublished},
    {"derc olunub", kPublished},
    {"yayimlanib", kPublished},
    {"tarix", kDated},
    {"yenilenib", kUpdated},
    {"жарияланды", kPublished},
    {"жарияланган", kPublished},
    {"e'lon qilingan", kPublished},
    // Arabic, Persian, Hebrew, Urdu
    {"نشر", kPublished},
    {"نشر في", kPublished},
    {"تاريخ النشر", kPublished},
    {"تاريخ", kDated},
    {"اخر تحديث", kUpdated},
    {"تحديث", kUpdated},
    {"انتشار", kPublished},
    {"تاریخ انتشار", kPublished},
    {"תאריך", kDated},
    {"פורסם", kPublished},
    {"עודכן", kUpdated},
    {"شایع", kPublished},
    // Greek, Georgian, Armenian, Hindi, Indonesian, Vietnamese
    {"δημοσιευτηκε", kPublished},
    {"δημοσιευση", kPublished},
    {"ενημερωθηκε", kUpdated},
    {"ενημερωση", kUpdated},
    {"გამოქვეყნდა", kPublished},
    {"განახლდა", kUpdated},
    {"प्रकाशित", kPublished},
    {"अपडेट", kUpdated},
    {"diterbitkan", kPublished},
    {"dipublikasikan", kPublished},
    {"tanggal", kDated},
    {"diperbarui", kUpdated},
    {"ngay dang", kPublished},
    {"cap nhat", kUpdated},
    // Chinese, Japanese, Korean
    {"发布时间", kPublished},
    {"发布于", kPublished},
    {"发表时间", kPublished},
    {"發布時間", kPublished},
    {"發佈時間", kPublished},
    {"发布", kPublished},
    {"發布", kPublished},
    {"时间", kDated},
    {"更新时间", kUpdated},
    {"更新時間", kUpdated},
    {"更新", kUpdated},
    {"公開", kPublished},
    {"公開日", kPublished},
    {"掲載", kPublished},
    {"配信", kPublished},
    {"更新日", kUpdated},
    {"입력", kPublished},
    {"기사입력", kPublished},
    {"등록", kPublished},
    {"게시", kPublished},
    {"수정", kUpdated},
    {"업데이트", kUpdated},
});

// Labels longer than this are sentences.
constexpr std::size_t kLongestPrefix = 120;

bool is_ideographic(std::string_view text) {
  return static_cast<unsigned char>(text.front()) >= 0xE3;
}

bool stands_alone(std::string_view text, std::size_t at, std::string_view phrase) {
  if (is_ideographic(phrase)) return true;
  return !is_letter_before(text, at) && !is_letter_at(text, at + phrase.size());
}

// The phrases by their first byte, so that a text is compared with few of them at each letter.
using PhrasesByByte = std::array<std::vector<const LabelPhrase*>, 256>;

const PhrasesByByte& phrases_by_byte() {
  static const PhrasesByByte phrases = [] {
    PhrasesByByte by_byte;
    for (const LabelPhrase& phrase : kPhrases) {
      by_byte[static_cast<unsigned char>(phrase.folded.front())].push_back(&phrase);
    }
    return by_byte;
  }();
  return phrases;
}

}  // namespace

DateLabel label_before(std::string_view before) {
  if (before.size() > kLongestPrefix) return DateLabel::kNone;
  const std::string folded = fold_letters(before);
  const LabelPhrase* best = nullptr;
  std::size_t best_end = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    for (const LabelPhrase* phrase : phrases_by_byte()[static_cast<unsigned char>(folded[at])]) {
      const std::string_view words = phrase->folded;
      const std::size_t end = at + words.size();
      const bool better = end > best_end || (end == best_end && words.size() > best->folded.size());
      if (!better || folded.compare(at, words.size(), words) != 0) continue;
      if (!stands_alone(folded, at, words)) continue;
      best = phrase;
      best_end = end;
    }
  }
  return best == nullptr ? DateLabel::kNone : best->label;
}

bool is_date_line_word(std::string_view folded_word) {
  constexpr std::array kWords = std::to_array<std::string_view>(
      {"on",     "at",      "by",   "written", "filed", "under", "klo",      "vom",  "min", "mins",
       "minute", "minutes", "read", "reading", "time",  "views", "comments", "am",   "pm",  "a.m.",
       "p.m.",   "um",      "von",  "le",      "a",     "el",    "las",      "por",  "par", "il",
       "alle",   "di",      "em",   "as",      "в",     "о",     "і",        "saat", "il",  "ci",
       "first",  "last",    "and",  "den",     "kl",    "op",    "om"});
  return is_zone_name(folded_word) ||
         std::find(kWords.begin(), kWords.end(), folded_word) != kWords.end();
}

}  // namespace dateline
