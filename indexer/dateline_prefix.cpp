#include "indexer/dateline_prefix.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "common/text/letters.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kLookahead = 200;  // bytes in which place, date and separator stand
constexpr std::size_t kLongestPlace = 120;
constexpr int kMostPlaceWords = 9;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that lead a date into a sentence.
bool opens_sentence(std::string_view folded) {
  constexpr std::array kPrepositions = std::to_array<std::string_view>(
      {"on",  "in", "at",    "since", "by",  "until", "from", "before", "after", "the", "this",
       "as",  "am", "vom",   "seit",  "ab",  "bis",   "zum",  "der",    "den",   "le",  "depuis",
       "du",  "el", "desde", "hasta", "em",  "no",    "dal",  "il",     "al",    "op",  "den",
       "с",   "до", "в",     "к",     "от",  "по",    "на",   "от",     "від",   "у",   "з",
       "dia", "в",  "في",    "منذ",   "يوم", "در",    "ב",    "na",     "w",     "dne", "od"});
  return contains(kPrepositions, folded);
}

bool joins_names(std::string_view word) {
  constexpr std::array kJoints = std::to_array<std::string_view>(
      {"de", "del", "of", "and", "la", "le", "les", "der", "am",   "an",   "sur", "do",
       "da", "dos", "y",  "und", "el", "al", "di",  "на",  "upon", "near", "the"});
  return contains(kJoints, word);
}

// "chicago, " or "Mexico city, ", as careless wire copy has it.
bool is_place_in_small_letters(std::string_view before) {
  const std::size_t comma = before.find(',');
  const std::size_t first_word = std::min(before.find_first_of(" ,"), before.size());
  return comma != std::string_view::npos && comma < 25 && comma + 2 >= before.size() &&
         std::count(before.begin(), before.end(), ' ') <= 3 &&
         !opens_sentence(fold_letters(before.substr(0, first_word)));
}

// "BAKU, Azerbaijan, " or "(Reuters) ST. LOUIS, " or nothing: names only.
bool is_place(std::string_view before) {
  if (before.size() > kLongestPlace) return false;
  int words = 0;
  std::string last;
  std::size_t at = 0;
  while (at < before.size()) {
    TextCursor cursor(before, at);
    const std::string_view word = cursor.take_word();
    if (word.empty()) {
      // A full stop inside is part of a word ("St."); sentences do not end here.
      if (std::string_view("!?;\"").find(before[at]) != std::string_view::npos) return false;
      at = step(before, at);
      continue;
    }
    at = cursor.at();
    last = fold_letters(word);
    const bool name = starts_with_capital(word) || is_caseless(word) || joins_names(word);
    if (!name || ++words > kMostPlaceWords) return false;
  }
  return words == 0 || (!opens_sentence(last) && last != "of");  // "Position of June 26 -"
}

bool is_capitals(std::string_view word) {
  return word.size() >= 3 && starts_with_capital(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Passes "(Agency)" or "/TASS/"; false if none stands here. Only an agency in capitals goes without
// a dash after it: a book of the list "Jane Roe, Sept. 6 (Press)" is no story.
bool take_agency(TextCursor& cursor, std::string_view text) {
  constexpr std::array<std::array<std::string_view, 2>, 4> kBrackets{
      {{"(", ")"}, {"（", "）"}, {"/", "/"}, {"[", "]"}}};
  for (const auto& [open, close] : kBrackets) {
    TextCursor ahead = cursor;
    if (!ahead.take(open)) continue;
    const std::size_t end = text.find(close, ahead.at());
    if (end == std::string_view::npos || end - ahead.at() > 60) return false;
    const std::string_view name = text.substr(ahead.at(), end - ahead.at());
    TextCursor after(text, end + close.size());
    after.take_any(".,");
    after.skip_blanks();
    const bool dash = after.take("-") || after.take("–") || after.take("—") || after.take("=");
    return dash || open == "/" || is_capitals(name) || is_caseless(name);
  }
  return false;
}

// True if the place ends in a comma or a full stop.
bool is_set_off(std::string_view before) {
  const std::size_t last = before.find_last_not_of(" \t");
  if (last == std::string_view::npos) return false;
  const std::string_view place = before.substr(0, last + 1);
  return place.ends_with(',') || place.ends_with('.') || place.ends_with("،");
}

bool is_any_dash(TextCursor cursor) {
  return cursor.take("--") || cursor.take("—") || cursor.take("―") || cursor.take("–") ||
         cursor.take("- ");
}

// What parts a dateline from its story.
enum class Separator { kNone, kDash, kAgencyName };

Separator separator_at_start(std::string_view after) {
  TextCursor cursor(after, 0);
  for (const std::string_view wire : {"电", "電", "讯", "訊"}) {
    if (after.starts_with(wire)) return Separator::kDash;
  }
  cursor.skip_blanks();
  const bool blank_before = cursor.at() > 0;
  if (take_agency(cursor, after)) return Separator::kDash;
  TextCursor ahead = cursor;
  if (ahead.take("--") || ahead.take("—") || ahead.take("―")) {
    return ahead.at_digit() ? Separator::kNone : Separator::kDash;
  }
  if (ahead.take("-") || ahead.take("–") || ahead.take("−") || ahead.take("=")) {
    const bool range = ahead.at_digit();  // "March 3-5"
    const bool blank_after = ahead.at_end() || ahead.take(" ");
    return (blank_before || blank_after) && !range ? Separator::kDash : Separator::kNone;
  }
  // "BAKU, February 28, AZERTAC" and "MOSCOW. February 28. INTERFAX"
  if (cursor.take_any(",.") == 0 && !cursor.take("،")) return Separator::kNone;
  cursor.skip_blanks();
  if (is_any_dash(cursor) || take_agency(cursor, after)) return Separator::kDash;
  const std::string_view agency = cursor.take_word();
  cursor.skip_blanks();
  const bool named = is_capitals(agency) || (starts_with_capital(agency) && cursor.take("- "));
  return named ? Separator::kAgencyName : Separator::kNone;
}

}  // namespace

std::optional<DateMention> date_in_dateline(std::string_view paragraph, std::string_view language,
                                            DatelinePlace place) {
  const std::string_view front = paragraph.substr(0, boundary_before(paragraph, kLookahead));
  const std::vector<DateMention> mentions = scan_dates(front, language);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const DateMention& mention = mentions[i];
    const auto precision = mention.date.precision();
    if (precision != DatePrecision::kDay && precision != DatePrecision::kMonthDay) continue;
    const std::string_view before = front.substr(0, mention.span.start);
    const bool no_place = before.find_first_not_of(" \t([") == std::string_view::npos;
    if (no_place && place == DatelinePlace::kRequired) return std::nullopt;
    if (!is_place(before) && !is_place_in_small_letters(before)) return std::nullopt;
    // "Jane Roe, Jan. 17, 1942 - June 3, 2016" are the dates of a life.
    const bool span_of_time = i + 1 < mentions.size() && mention.date.year != 0 &&
                              mentions[i + 1].date.year != 0 &&
                              mentions[i + 1].span.start - mention.span.end < 6;
    const Separator separator = separator_at_start(front.substr(mention.span.end));
    if (span_of_time || separator == Separator::kNone) return std::nullopt;
    // "Beginning Dec. 17, EHS graduates": without a dash the place must be set off by a comma.
    if (separator == Separator::kAgencyName && !is_set_off(before)) return std::nullopt;
    return mention;
  }
  return std::nullopt;
}

}  // namespace dateline
