// The words that pages print beside their dates, and what they make of the date.
#pragma once

#include <string_view>

namespace dateline {

enum class DateLabel {
  kNone,
  kDated,      // "date", "Datum": any date, but at the head of a page that of the page
  kPublished,  // "Published:", "Veröffentlicht am", "Опубликовано", "发布时间"
  kUpdated,    // "Last updated", "Aktualisiert", "Обновлено"
  kOther,      // "©", "Copyright", "Expires": a date of something else
};

// The label nearest to the end of `before`, the part of a line that stands before a date.
// REQUIRES: before is well-formed UTF-8.
DateLabel label_before(std::string_view before);

// True if the folded word belongs to the date lines of pages without being a label: "on", "at",
// "min", "read", "uhr". Zones are told from words by their capitals, which folding takes away.
bool is_date_line_word(std::string_view folded_word);

}  // namespace dateline
