// The bytes of a passage that are words of the query.
#pragma once

#include <vector>

#include "common/article.h"
#include "common/byte_range.h"
#include "common/result.h"
#include "searcher/article_words.h"
#include "searcher/passage_finder.h"

namespace dateline {

// In order, in the article's text, within the passage. As a rule only the passage is analysed; the
// whole body where words at the passage's edges come out otherwise without what is beside them.
// Fails with kCorrupt if the passage was not found in this text.
Result<std::vector<ByteRange>> highlights_of(const Article& article, const ScoredPassage& passage,
                                             const WordFinder& words, Analyzer& analyzer);

}  // namespace dateline
