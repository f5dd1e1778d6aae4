#include "indexer/wall_time_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestZone = 24;  // bytes of a name with full stops, in wide letters
constexpr int kNoOffset = 10'000;         // a zone whose offset the name alone does not tell

struct Zone {
  std::string_view name;  // folded
  int offset_minutes;
};

constexpr std::array kZones = std::to_array<Zone>({
    {"utc", 0},         {"gmt", 0},         {"z", 0},           {"wet", 0},
    {"west", 60},       {"cet", 60},        {"cest", 120},      {"mez", 60},
    {"mesz", 120},      {"eet", 120},       {"eest", 180},      {"msk", 180},
    {"мск", 180},       {"trt", 180},       {"azt", 240},       {"pkt", 300},
    {"wib", 420},       {"wita", 480},      {"hkt", 480},       {"sgt", 480},
    {"myt", 480},       {"awst", 480},      {"jst", 540},       {"kst", 540},
    {"aest", 600},      {"aedt", 660},      {"nzst", 720},      {"nzdt", 780},
    {"brt", -180},      {"art", -180},      {"ndt", -150},      {"adt", -180},
    {"edt", -240},      {"est", -300},      {"cdt", -300},      {"mdt", -360},
    {"mst", -420},      {"pdt", -420},      {"pst", -480},      {"akst", -540},
    {"hst", -600},      {"et", kNoOffset},  {"ct", kNoOffset},  {"mt", kNoOffset},
    {"pt", kNoOffset},  {"cst", kNoOffset}, {"ist", kNoOffset}, {"bst", kNoOffset},
    {"gst", kNoOffset}, {"uhr", kNoOffset}, {"hrs", kNoOffset}, {"hours", kNoOffset},
    {"h", kNoOffset},   {"ч", kNoOffset},
});

// "Art" and "est" are words; the zones are written in capitals.
bool is_written_as(const Zone& zone, std::string_view word) {
  const bool has_small_letter =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool is_clock_word = zone.name == "uhr" || zone.name.front() == 'h';
  return !has_small_letter || is_clock_word;
}

const Zone* zone_named(std::string_view word) {
  if (word.empty() || word.size() > kLongestZone) return nullptr;
  std::string name = fold_letters(word);
  name.erase(std::remove(name.begin(), name.end(), '.'), name.end());
  const auto* found = std::find_if(kZones.begin(), kZones.end(),
                                   [&](const Zone& zone) { return zone.name == name; });
  return found == kZones.end() || !is_written_as(*found, word) ? nullptr : found;
}

// "+04:00", "+0400", "-5", and the real minus sign.
std::optional<int> take_signed_offset(TextCursor& cursor) {
  TextCursor ahead = cursor;
  int sign = 0;
  if (ahead.take("+")) {
    sign = 1;
  } else if (ahead.take("-") || ahead.take("\u2212") || ahead.take("\u2013")) {
    sign = -1;
  }
  if (sign == 0) return std::nullopt;
  auto number = ahead.take_number(1, 4);
  if (!number || number->digits == 3) return std::nullopt;
  int hours = number->value;
  int minutes = 0;
  if (number->digits == 4) {
    hours = number->value / 100;
    minutes = number->value % 100;
  } else {
    TextCursor after_colon = ahead;
    if (after_colon.take(":")) {
      const auto more = after_colon.take_number(2, 2);
      if (!more) return std::nullopt;
      minutes = more->value;
      ahead = after_colon;
    }
  }
  if (hours > 14 || minutes > 59) return std::nullopt;
  cursor = ahead;
  return sign * (hours * 60 + minutes);
}

// Passes a zone if one stands here, brackets and all; tells its offset if that is certain.
std::optional<int> take_zone(TextCursor& cursor) {
  TextCursor ahead = cursor;
  if (const auto offset = take_signed_offset(ahead)) {
    cursor = ahead;
    return offset;
  }
  ahead.skip_blanks();
  const bool in_brackets = ahead.take_any("([") != 0;
  std::optional<int> offset;
  TextCursor before_word = ahead;
  const std::string_view word = ahead.take_word();
  if (const Zone* zone = zone_named(word)) {
    if (zone->offset_minutes != kNoOffset) offset = zone->offset_minutes;
    TextCursor after_blanks = ahead;
    after_blanks.skip_blanks();
    if (const auto shift = take_signed_offset(after_blanks); shift && offset == 0) {
      offset = shift;
      ahead = after_blanks;
    }
  } else {
    ahead = before_word;
    // Only after a blank is "+0400" sure to belong to the time.
    offset = ahead.at() == cursor.at() ? std::nullopt : take_signed_offset(ahead);
    // " -5" without brackets is more often the next list entry than a zone.
    if (!offset || (!in_brackets && ahead.at() - before_word.at() < 5)) return std::nullopt;
  }
  if (in_brackets && ahead.take_any(")]") == 0) return std::nullopt;
  cursor = ahead;
  return offset;
}

enum class Half { kNone, kMorning, kAfternoon };

struct HalfName {
  std::string_view name;
  Half half;
};

constexpr std::array kHalvesBefore = std::to_array<HalfName>({{"上午", Half::kMorning},
                                                              {"下午", Half::kAfternoon},
                                                              {"晚上", Half::kAfternoon},
                                                              {"午前", Half::kMorning},
                                                              {"午後", Half::kAfternoon},
                                                              {"오전", Half::kMorning},
                                                              {"오후", Half::kAfternoon}});

Half take_half_before(TextCursor& cursor) {
  for (const HalfName& candidate : kHalvesBefore) {
    if (!cursor.take(candidate.name)) continue;
    cursor.skip_blanks();
    return candidate.half;
  }
  return Half::kNone;
}

constexpr std::size_t kLongestHalf = 16;  // bytes, likewise

Half take_half_after(TextCursor& cursor) {
  TextCursor ahead = cursor;
  ahead.skip_blanks();
  const std::string_view written = ahead.take_word();
  if (written.empty() || written.size() > kLongestHalf) return Half::kNone;
  std::string word = fold_letters(written);
  word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
  Half half = Half::kNone;
  if (word == "am" || word == "ص" || word == "πμ") half = Half::kMorning;
  if (word == "pm" || word == "م" || word == "μμ") half = Half::kAfternoon;
  if (half != Half::kNone) cursor = ahead;
  return half;
}

// What parts hours from minutes; nothing if no minutes follow.
enum class Separator { kNone, kColon, kFullStop, kLetter };

Separator take_separator(TextCursor& cursor) {
  TextCursor ahead = cursor;
  Separator found = Separator::kNone;
  if (ahead.take(":") || ahead.take("：")) {
    found = Separator::kColon;
  } else if (ahead.take(".")) {
    found = Separator::kFullStop;
  } else {
    for (const std::string_view letter : {"h", "H", "時", "时", "点", "點", "시"}) {
      if (found == Separator::kNone && ahead.take(letter)) found = Separator::kLetter;
    }
    ahead.skip_blanks();
  }
  if (found == Separator::kNone || !ahead.at_digit()) return Separator::kNone;
  cursor = ahead;
  return found;
}

void skip_seconds_and_suffix(TextCursor& cursor) {
  TextCursor ahead = cursor;
  if (ahead.take(":") && ahead.take_number(2, 2)) {
    cursor = ahead;
    if (ahead.take_any(".,") != 0 && ahead.take_number(1, 9)) cursor = ahead;
  }
  for (const std::string_view suffix : {"分", "분"}) cursor.take(suffix);
}

bool apply_half(Half half, int& hour) {
  if (half == Half::kNone) return true;
  if (hour > 12) return half == Half::kAfternoon;
  if (hour == 12)
    hour = half == Half::kMorning ? 0 : 12;
  else if (half == Half::kAfternoon)
    hour += 12;
  return true;
}

}  // namespace

bool is_zone_name(std::string_view word) { return zone_named(word) != nullptr; }

std::optional<WallTimeReading> read_wall_time(std::string_view text, std::size_t at) {
  TextCursor cursor(text, at);
  // Names of halves before the hour are written in ideographs or Hangul.
  const bool ascii = at < text.size() && static_cast<unsigned char>(text[at]) < 0x80;
  Half half = ascii ? Half::kNone : take_half_before(cursor);
  const auto hour = cursor.take_number(1, 2);
  if (!hour || hour->value > 24) return std::nullopt;
  WallTimeReading reading;
  reading.time.hour = hour->value;
  const Separator separator = take_separator(cursor);
  if (separator != Separator::kNone) {
    const auto minute = cursor.take_number(2, 2);
    if (!minute || minute->value > 59) return std::nullopt;
    reading.time.minute = minute->value;
    skip_seconds_and_suffix(cursor);
  }
  const std::size_t end_of_digits = cursor.at();
  if (half == Half::kNone) half = take_half_after(cursor);
  if (!apply_half(half, reading.time.hour) || reading.time.hour > 23) return std::nullopt;
  reading.time.utc_offset_minutes = take_zone(cursor);
  // "17.50" is a time only where something says so; "5" alone never is.
  const bool bare = half == Half::kNone && cursor.at() == end_of_digits;
  if (bare && separator == Separator::kFullStop) return std::nullopt;
  if (half == Half::kNone && separator == Separator::kNone) return std::nullopt;
  reading.end = cursor.at();
  return reading;
}

std::optional<WallTimeReading> read_wall_time_after_date(std::string_view text, std::size_t at) {
  constexpr std::array kLeadWords = std::to_array<std::string_view>(
      {"at", "um",   "a", "as", "las", "les", "alle", "ore",   "ora",    "kl",   "klo", "om",
       "o",  "godz", "в", "о",  "об",  "у",   "saat", "saati", "الساعة", "ساعت", "στισ"});
  TextCursor cursor(text, at);
  bool opened = false;
  for (int steps = 0; steps < 8; ++steps) {
    if (auto reading = read_wall_time(text, cursor.at())) {
      TextCursor after(text, reading->end);
      if (opened && after.take(")")) reading->end = after.at();
      return reading;
    }
    const std::size_t before = cursor.at();
    cursor.skip_blanks();
    const char mark = cursor.take_any(",|-/;@(T");
    opened = opened || mark == '(';
    for (const std::string_view sign : {"·", "•", "–", "—", "،", "、"}) cursor.take(sign);
    if (cursor.at() != before) continue;
    std::string word = fold_letters(cursor.take_word());
    word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
    const bool known = std::find(kLeadWords.begin(), kLeadWords.end(), word) != kLeadWords.end();
    if (!known) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace dateline
