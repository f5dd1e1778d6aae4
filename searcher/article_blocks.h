// Which articles passages are looked for in: a block of them at a time, the best first.
//
// A block is so many groups of articles that follow one another in their tier, and a tier is what
// the ranking looks at together: a block, or where the query is expanded kFeedbackCandidates groups
// that are ranked once more. Each tier begins where the one before ended (page_cursor.h), so that a
// block costs the same wherever it is.
#pragma once

#include <optional>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/candidates.h"
#include "searcher/deadline.h"
#include "searcher/folding.h"
#include "searcher/page_cursor.h"

namespace dateline {

// What blocks are taken from; what it refers to outlives it.
struct BlockSearch {
  const CandidateSearch& articles;
  const Matches* matches;  // nullptr: matched as far as needed; REQUIRES: not beyond the first tier
  const Folding& folding;
  Sort sort = Sort::kRelevance;
  bool expands = false;    // whether words are added to the query
  std::size_t groups = 0;  // in a block, at least 1
};

// The terms with the words added that the best candidates share.
struct MoreWords {
  QueryTerms terms;
  QueryPostings postings;
};

struct ArticleBlock {
  std::vector<Candidate> articles;  // in their order; what passages are looked for in
  std::vector<Candidate> tier;      // those of the whole tier, in its order
  bool tier_is_last = false;        // no article comes after it
  std::optional<MoreWords> more;    // that the tier is ranked by, if there are any
  std::optional<BlockStart> next;   // nothing if this is the last block
};

// REQUIRES: `start.after` names an article of the snapshot. Throws what Xapian throws when a
// database is damaged.
ArticleBlock choose_block(const BlockSearch& search, const BlockStart& start,
                          const Deadline& deadline, Analyzer& analyzer);

}  // namespace dateline
