#include "indexer/date_setting.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "common/text/letters.h"
#include "indexer/date_labels.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kLabelBytes = 36;     // a label stands that close
constexpr std::size_t kBylineBytes = 48;    // "By Ann Lee and Tom Ito | 3 May 2021"
constexpr std::size_t kShortProse = 120;    // bytes; longer lines that are no date line are prose
constexpr std::size_t kShortSentence = 80;  // bytes; the same for lines that end like a sentence
constexpr std::size_t kRunInBytes = 2'500;  // still longer ones are pages without line ends

// The last `most` bytes of `text`, not beginning within a word.
std::string_view last_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t start = boundary_before(text, text.size() - most);
  while (start < text.size() && is_letter_before(text, start) && is_letter_at(text, start)) {
    start = step(text, start);
  }
  return text.substr(start);
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
  return text.substr(0, boundary_before(text, most));
}

bool opens_phrase(std::string_view folded) {
  constexpr std::array kWords = std::to_array<std::string_view>(
      {"on",    "in",   "at",    "of",    "from", "for",  "to",  "till", "until", "since", "before",
       "after", "with", "by",    "the",   "and",  "am",   "vom", "der",  "den",   "dem",   "seit",
       "bis",   "zum",  "fur",   "ab",    "mit",  "des",  "und", "du",   "le",    "au",    "pour",
       "et",    "el",   "desde", "hasta", "con",  "para", "del", "dal",  "il",    "per",   "al",
       "em",    "no",   "op",    "van",   "tot",  "den",  "den", "fra",  "til",   "до",    "с",
       "от",    "для",  "по",    "на",    "к",    "з",    "від", "до",   "od",    "do",    "w",
       "dne",   "ze",   "z",     "в",     "في",   "منذ",  "يوم", "در",   "از",    "ב"});
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

bool names_author(std::string_view part) {
  constexpr std::array kWords = std::to_array<std::string_view>(
      {"by",     "von",   "par",   "por",       "di",        "da",      "door",
       "av",     "af",    "autor", "author",    "redaktion", "autorin", "auteur",
       "autore", "автор", "yazan", "redaction", "redazione", "editor"});
  std::size_t at = 0;
  while (true) {
    const std::string_view word = next_word(part, at);
    if (word.empty()) return false;
    if (std::find(kWords.begin(), kWords.end(), fold_letters(word)) != kWords.end()) return true;
  }
}

bool has_small_initial(std::string_view word) {
  return !is_caseless(word) && !starts_with_capital(word);
}

bool ends_in_separator(std::string_view part) {
  constexpr std::array kSigns =
      std::to_array<std::string_view>({"|", "·", "•", "–", "—", "»", "›", "/", "-", "∙", ">", "●"});
  while (part.ends_with(' ')) part.remove_suffix(1);
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return part.ends_with(sign); });
}

bool starts_with_separator(std::string_view part) {
  constexpr std::array kSigns =
      std::to_array<std::string_view>({"|", "·", "•", "–", "—", "«", "‹", "/", "-", "∙", "<", "●"});
  while (part.starts_with(' ')) part.remove_prefix(1);
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return part.starts_with(sign); });
}

bool ends_sentence(std::string_view part) {
  constexpr std::array kStops = std::to_array<std::string_view>({".", "!", "?", "。", "؟", "।"});
  return std::any_of(kStops.begin(), kStops.end(),
                     [&](std::string_view stop) { return part.ends_with(stop); });
}

DateCue cue_of(DateLabel label) {
  switch (label) {
    case DateLabel::kPublished:
      return DateCue::kPublishedLabel;
    case DateLabel::kDated:
      return DateCue::kDateLabel;
    case DateLabel::kUpdated:
      return DateCue::kUpdatedLabel;
    default:
      return DateCue::kOtherLabel;
  }
}

DateLabel label_of(const DateSetting& setting) {
  const DateLabel label = label_before(last_bytes(setting.before, kLabelBytes));
  if (label != DateLabel::kNone) return label;
  if (setting.before.empty() && setting.line_above.size() <= kLabelBytes) {
    const DateLabel above = label_before(setting.line_above);
    if (above != DateLabel::kNone) return above;
  }
  const DateLabel below = label_before(first_bytes(setting.after, kLabelBytes));
  return below == DateLabel::kPublished ? below : DateLabel::kNone;
}

void add_neighbours(const DateSetting& setting, CueSet& cues) {
  const std::string_view previous = word_before(setting.before, setting.before.size());
  if (!previous.empty()) {
    const bool joint = opens_phrase(fold_letters(previous));
    const bool label = label_before(previous) != DateLabel::kNone;
    cues.add(DateCue::kAfterJoint, joint);
    cues.add(DateCue::kAfterWord, !joint && !label && has_small_initial(previous));
  }
  TextCursor cursor(setting.after, 0);
  const std::string_view next = cursor.take_word();
  cues.add(DateCue::kBeforeWord,
           !next.empty() && has_small_initial(next) && !is_date_line_word(fold_letters(next)));
}

}  // namespace

CueSet cues_of(const DateSetting& setting) {
  CueSet cues;
  const auto& [before, after, line_above, line_bytes, on_date_line] = setting;
  cues.add(DateCue::kDateLine, on_date_line);
  cues.add(DateCue::kAlone, before.empty() && after.empty());
  cues.add(DateCue::kOpensLine, before.empty() && !after.empty());
  cues.add(DateCue::kClosesLine, after.empty() && !before.empty());
  cues.add(DateCue::kByline, names_author(last_bytes(before, kBylineBytes)) ||
                                 names_author(first_bytes(after, kBylineBytes / 2)));
  cues.add(DateCue::kSeparated, ends_in_separator(before) || starts_with_separator(after));
  cues.add(DateCue::kBracketed, before.ends_with('(') && after.starts_with(')'));
  add_neighbours(setting, cues);
  const bool prose =
      !on_date_line && line_bytes <= kRunInBytes &&
      (line_bytes >= kShortProse || (line_bytes >= kShortSentence && ends_sentence(after)));
  // "Published:" is no part of a sentence; pages are run into one line.
  const bool in_prose =
      prose && before.size() + after.size() >= kShortProse / 2 && !before.ends_with(':');
  cues.add(DateCue::kInProse, in_prose);
  const DateLabel label = label_of(setting);
  if (label != DateLabel::kNone) {
    const bool counts = !in_prose || label == DateLabel::kOther;
    cues.add(counts ? cue_of(label) : DateCue::kProseLabel);
  }
  return cues;
}

}  // namespace dateline
