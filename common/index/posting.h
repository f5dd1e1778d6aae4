// One term in one article.
#pragma once

#include <cstdint>

namespace dateline {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t in_title = 0;  // occurrences
  std::uint32_t in_body = 0;
  bool operator==(const Posting&) const = default;
};

}  // namespace dateline
