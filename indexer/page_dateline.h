// The dateline of a page: date_in_dateline() on those paragraphs that may begin a story.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/date_scanner.h"
#include "indexer/layout.h"
#include "indexer/record.h"

namespace dateline {

// The date of the dateline that begins one of the first paragraphs, its span in Record::text.
std::optional<DateMention> dateline_on_page(const Record& record, const Layout& layout,
                                            std::string_view language);

}  // namespace dateline
