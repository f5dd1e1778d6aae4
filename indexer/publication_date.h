// Decides when an article was published, from its fields, its address and its page.
//
// Evidence, strongest first: the publisher's field, the address, a labelled date, a date with its
// time, a date in the head of the page, the dateline, the field of the last change. The table with
// measured precisions and the traps is in indexer/DATES.md.
#pragma once

#include <string_view>

#include "common/article.h"
#include "indexer/layout.h"
#include "indexer/record.h"

namespace dateline {

// The finding's span is in bytes of record.text. Pure: asks no clock. Dates later than the day
// after record.crawled are rejected; without it nothing is known to be future.
// REQUIRES: layout is that of record.
DateFinding find_publication_date(const Record& record, const Layout& layout,
                                  std::string_view language);

}  // namespace dateline
