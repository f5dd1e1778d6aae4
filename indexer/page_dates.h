// The dates that a page shows about itself, in the order of the page.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"
#include "indexer/date_labels.h"
#include "indexer/date_scanner.h"
#include "indexer/layout.h"
#include "indexer/record.h"

namespace dateline {

enum class PagePlace {
  kHeader,  // above the headline, where sites print today's date
  kHead,    // about the headline and the byline
  kText,    // within the text, the only day that a date line there names
  kTail,    // below the text
};

struct PageDate {
  Date date;
  std::optional<WallTime> time;
  ByteRange span;  // in bytes of Record::text
  DateLabel label = DateLabel::kNone;
  PagePlace place = PagePlace::kHead;
  bool has_weekday = false;
  bool weekday_fits = true;    // false if the weekday beside it is another day's
  bool order_assumed = false;  // which number is the day was taken from the language or the like
};

// Every date with its year on the date lines of the head and on the last lines of the text.
std::vector<PageDate> dates_on_page(const Record& record, const Layout& layout,
                                    std::string_view language, DigitOrder order);

// The dates near the head in any sentence: they show the order of digits, nothing else.
std::vector<DateMention> sibling_dates(const Record& record, std::string_view language);

// The date of the dateline that begins one of the first paragraphs, its span in Record::text.
std::optional<DateMention> dateline_on_page(const Record& record, const Layout& layout,
                                            std::string_view language);

}  // namespace dateline
