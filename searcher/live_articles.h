// Which articles of a segment are there and not deleted, a bitmap's word at a time.
#pragma once

#include "common/index/segment.h"
#include "searcher/article_set.h"

namespace dateline {

ArticleSet live_articles(const Segment& segment);

void remove_deleted(const Segment& segment, ArticleSet& articles);

}  // namespace dateline
