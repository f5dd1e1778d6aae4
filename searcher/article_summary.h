// What an answer says of an article.
#pragma once

#include "common/article.h"
#include "searcher/answer.h"

namespace dateline {

ArticleSummary summary_of(const Article& article);

}  // namespace dateline
