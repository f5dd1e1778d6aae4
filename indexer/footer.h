// Finds where an article ends and its page goes on: share buttons, newsletter boxes, the titles of
// other articles.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace dateline {

struct Footer {
  std::size_t start = 0;           // the article ends before this byte
  std::vector<ByteRange> dropped;  // lines before it, near the end, that are furniture; in order
};

// The footer of `article`, a part of `text`. Looks at its last 40 lines only. A list of titles
// counts as footer only under a heading that names it and not in the article's first third.
// REQUIRES: text is well-formed UTF-8.
Footer find_footer(std::string_view text, ByteRange article);

}  // namespace dateline
