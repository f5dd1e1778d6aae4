// Writes the text of an article as the index stores it: header lines, then paragraphs with one
// blank line between them, single spaces, no page furniture.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "indexer/layout.h"

namespace dateline {

struct CanonicalText {
  std::string text;
  std::size_t body_start = 0;                    // bytes before it are header lines
  std::optional<ByteRange> span;                 // where the words of the date stand now
  std::vector<std::optional<ByteRange>> others;  // and those of other dates; none if dropped
};

// `dated` are the words of `raw` that gave the date; the line they stand on is kept, as a header
// line if it stood in the footer. `others` are words looked for in what is kept. Every word of the
// lines of kind kBody and of the prose is kept; date lines, bylines and kickers become header
// lines; the headline, the site's name and furniture are left out.
// REQUIRES: layout is that of raw; dated and others lie within it.
CanonicalText canonical_text(std::string_view raw, const Layout& layout,
                             const std::optional<ByteRange>& dated,
                             const std::vector<std::optional<ByteRange>>& others);

}  // namespace dateline
