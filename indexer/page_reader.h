// From a raw article to what the index stores: title, author, clean text and publication date.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/record.h"

namespace dateline {

struct Page {
  std::string title;   // the record's, else the headline found in the text; one line, may be empty
  std::string author;  // the record's, else the byline's; may be empty
  std::string text;    // canonical, see canonical_text.h
  std::size_t body_start = 0;  // bytes of `text` before this are header lines
  DateFinding date;            // its span is in bytes of `text`
};

// Keeps every word of the article and drops the furniture of its page and the marks of Markdown;
// where that would leave no words at all, the text is kept as it came. `language` is an ISO 639-1
// code or "und". Pure and linear; for any bytes of UTF-8.
// REQUIRES: record.text is well-formed UTF-8 with '\n' line ends and no NUL.
// `published_before` is an upper bound of the date, see date_bound.h.
Page read_page(const Record& record, std::string_view language,
               const std::optional<Date>& published_before = {});

}  // namespace dateline
