// Decides when an article was published, from its fields, its address and its page.
//
// The publisher's own field is believed. Without one the most probable reading of page, dateline
// and address counts, if it is more probable than not; the field of the last change is the last
// resort. indexer/DATES.md has the evidence with its measured precision, and the traps.
#pragma once

#include <optional>
#include <string_view>

#include "common/article.h"
#include "indexer/layout.h"
#include "indexer/record.h"

namespace dateline {

// The spans of the finding and of its alternatives are in bytes of record.text. Pure: asks no
// clock. Dates that cannot be because of the record's own fields or `published_before` (see
// date_bound.h) are left out. REQUIRES: layout is that of record.
DateFinding find_publication_date(const Record& record, const Layout& layout,
                                  std::string_view language,
                                  const std::optional<Date>& published_before);

}  // namespace dateline
