// Tells the parts of a raw page apart: what stands before the article's prose, the prose, and the
// footer of the page after it.
//
// Conservative by design: a line that may belong to the article stays in it. Only whole lines at
// the head and the tail are ever taken out.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "indexer/record.h"

namespace dateline {

enum class LineKind {
  kBody,       // belongs to the article
  kSiteName,   // "Azernews.Az"
  kKicker,     // a short line over the headline: a section, a rubric
  kHeadline,   // the headline and its repetitions
  kDate,       // the page's date line; which date counts is for publication_date.h to say
  kByline,     // names the author
  kFurniture,  // share buttons, "Loading..."
};

struct HeadLine {
  ByteRange range;
  bool after_blank = false;
  LineKind kind = LineKind::kBody;
};

// Ranges are bytes of Record::text.
struct Layout {
  std::vector<HeadLine> head;      // the lines up to the first paragraph of prose; at most 400
  std::size_t near = 0;            // those before this index are the menus of a page
  ByteRange prose;                 // everything after them, without the footer
  std::vector<ByteRange> dropped;  // lines within `prose` that are furniture, in order
  std::size_t wrap_width = 0;      // see line_wrap.h
};

// Linear in the text; keeps a bounded number of lines.
// REQUIRES: record.text is well-formed UTF-8 with '\n' line ends.
Layout lay_out(const Record& record, std::string_view language);

// The headline found in the text; nothing if there is none.
std::string_view headline_in(const Record& record, const Layout& layout);

}  // namespace dateline
