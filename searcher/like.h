// More articles like one: its most telling words are the query.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/index/snapshot.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "searcher/article_filter.h"
#include "searcher/feedback.h"
#include "searcher/published.h"
#include "searcher/query_terms.h"
#include "searcher/request.h"

namespace dateline {

struct LikedArticle {
  std::size_t segment = 0;  // number in the snapshot
  std::uint32_t docid = 0;
};

// Fails with kMissing if no article has the id, with kRequest if it is not among those of
// `published`, where that is not null.
Result<LikedArticle> find_liked(const Snapshot& snapshot, std::string_view id,
                                const Published* published);

// The terms with up to thirty words of the article added, those that feedback would add (see
// with_feedback()). Without other words, articles match that have at least kLikeShare per cent of
// them (see needed_words()), or what request.min_match asks for; beside others they only add to the
// score. Throws what Xapian throws when a database is damaged.
QueryTerms with_words_of(const LikedArticle& liked, const QueryTerms& terms,
                         const FeedbackSource& source, Analyzer& analyzer);

constexpr std::size_t kLikeShare = 30;

// Limits the filters to days before the article's first possible day. Fails with kRequest if its
// year is unknown.
Result<Filters> before_article(const Snapshot& snapshot, const LikedArticle& liked,
                               const Filters& filters);

}  // namespace dateline
