// The names of months and weekdays as a table compiled into the program: nothing is loaded and
// nothing is asked of ICU at run time. compile_calendar.cpp writes it when the program is built.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/text/fold.h"

namespace dateline {

// What a name means in one language.
struct CalendarUse {
  static constexpr std::uint16_t kElsewhere = 0xFFFF;

  std::uint16_t language = 0;  // index in CalendarImage::languages, or kElsewhere
  std::uint8_t month = 0;      // 1..12, or 0
  std::uint8_t weekday = 0;    // Monday = 1 ... Sunday = 7, or 0
  bool weak = false;           // see calendar_words.tsv
};

struct CalendarEntry {
  std::uint32_t start = 0;  // of its name in CalendarImage::text
  std::uint16_t size = 0;   // bytes
  std::uint16_t uses = 0;   // of CalendarImage::uses, up to those of the next entry
  CalendarUse elsewhere;    // in a text of another language
};

struct CalendarImage {
  std::string_view text;                           // all names, as key_of_calendar_name() does
  std::span<const CalendarEntry> entries;          // in order of names; one more ends the last
  std::span<const CalendarUse> uses;               // of the entries, by language
  std::span<const std::uint16_t> slots;            // by hash of the name: index + 1, 0 is free
  std::span<const std::array<char, 4>> languages;  // ISO 639 codes in order, filled with zeros
};

const CalendarImage& calendar_image();

// The form in which names are kept and looked up: folded, no full stops, no Catalan "de".
// REQUIRES: name is well-formed UTF-8.
inline std::string calendar_key(std::string_view name) {
  std::string key = fold_letters(name);
  key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
  for (const std::string_view article : {"de ", "d'"}) {
    if (key.starts_with(article)) key.erase(0, article.size());
  }
  return key;
}

}  // namespace dateline
