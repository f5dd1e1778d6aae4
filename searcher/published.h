// The part of an index that was published by a day: a search as of that day knows no other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/index/bm25f.h"
#include "common/index/snapshot.h"
#include "searcher/article_set.h"

namespace dateline {

struct Published {
  std::vector<ArticleSet> articles;    // by segment; deleted ones included, as in all statistics
  std::vector<std::string> languages;  // that they are in, sorted
  std::size_t count = 0;
  FieldStatistics statistics;
};

// The articles of a segment whose date leaves no doubt: its last possible day is `by` or earlier.
// Of a month or year as `by`, its last day is meant. Docids that no article has may be among them.
// REQUIRES: the year of `by` is known.
ArticleSet published_by(const Segment& segment, const Date& by);

// The same of the whole index, without such docids.
Published published_by(const Snapshot& snapshot, const Date& by);

}  // namespace dateline
