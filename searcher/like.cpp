#include "searcher/like.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline {

Result<LikedArticle> find_liked(const Snapshot& snapshot, std::string_view id,
                                const Published* published) {
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const auto docid = find_article(snapshot.segments[at], id);
    if (!docid) continue;
    if (published && !published->articles[at].contains(*docid)) {
      return Error{ErrorKind::kRequest,
                   "like: the article '" + std::string(id) +
                       "' was not published for certain by the day of as_of, when nothing could "
                       "be like it; give a later day, or leave one of the two out"};
    }
    return LikedArticle{at, *docid};
  }
  return Error{ErrorKind::kMissing, "like: no article has the id '" + std::string(id) + "'"};
}

QueryTerms with_words_of(const LikedArticle& liked, const QueryTerms& terms,
                         const FeedbackSource& source, Analyzer& analyzer) {
  Candidate voter;
  voter.segment = liked.segment;
  voter.docid = liked.docid;
  voter.score = 1;
  QueryTerms more = with_feedback(terms, source, std::span(&voter, 1), analyzer);
  if (terms.demands_words() || terms.condition) return more;
  for (const std::size_t word : more.scored) more.words[word].required_to_match = true;
  more.plain = more.scored;
  return more;
}

Result<Filters> before_article(const Snapshot& snapshot, const LikedArticle& liked,
                               const Filters& filters) {
  const Columns& columns = snapshot.segments[liked.segment].columns;
  const auto days = columns.days(liked.docid);
  if (!days) {
    return Error{ErrorKind::kRequest, "before_it: the article '" +
                                          std::string(columns.id(liked.docid)) +
                                          "' has no date; leave before_it out, or give --to"};
  }
  Filters limited = filters;
  const std::int32_t last = days->first - 1;
  if (!limited.to || interval_of(*limited.to)->last > last) limited.to = date_from_day_number(last);
  return limited;
}

}  // namespace dateline
