// Operators combine sets of articles. Only what asks for places, NEAR and phrases, looks into
// articles, and only into those that have all the words of it.
#include "searcher/condition_matcher.h"

#include <algorithm>
#include <optional>

#include "searcher/article_filter.h"
#include "searcher/live_articles.h"
#include "searcher/place_reader.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

class ConditionMatcher {
 public:
  ConditionMatcher(const Segment& segment, const QueryTerms& terms,
                   std::span<const WordPostings> postings, std::span<const std::string> languages,
                   Analyzer& analyzer, const Deadline& deadline)
      : segment_(segment),
        postings_(postings),
        deadline_(deadline),
        places_(segment, terms, languages, analyzer),
        live_(live_articles(segment)) {}

  ArticleSet meeting(const Condition& condition) {
    switch (condition.kind) {
      case Kind::kWord:
        return with_any(condition) & live_;
      case Kind::kPhrase:
      case Kind::kNear:
        return looked_into(condition);
      case Kind::kFilter:
        return passing(condition.filters);
      case Kind::kRow:
        return row(condition);
      case Kind::kAnd:
      case Kind::kOr:
        break;
    }
    ArticleSet found = meeting(condition.children.front());
    for (std::size_t at = 1; at < condition.children.size(); ++at) {
      const ArticleSet next = meeting(condition.children[at]);
      condition.kind == Kind::kAnd ? found &= next : found |= next;
    }
    return found;
  }

 private:
  ArticleSet none() const { return ArticleSet(segment_.entry.last_docid); }

  // Any of the words, deleted articles included.
  ArticleSet with_any(const Condition& condition) const {
    ArticleSet found = none();
    for (const std::size_t word : condition.words) {
      for (const ImpactList& list : postings_[word].lists) {
        if (!condition.in_title) {
          list.add_to(found.words());
          continue;
        }
        list.for_each_posting([&](const Posting& posting) {
          if (posting.in_title > 0 && posting.docid <= segment_.entry.last_docid) {
            found.add(posting.docid);
          }
        });
      }
    }
    return found;
  }

  // Those that have the words that a phrase or NEAR needs.
  ArticleSet with_all(const Condition& condition) const {
    if (condition.kind == Kind::kWord) return with_any(condition);
    const bool any_of = condition.kind == Kind::kOr || condition.kind == Kind::kRow;
    std::optional<ArticleSet> found;
    const auto join = [&](const ArticleSet& next) {
      if (!found) {
        found = next;
      } else {
        any_of ? * found |= next : * found &= next;
      }
    };
    for (const std::size_t word : condition.words) {
      Condition single;
      single.words = {word};
      single.in_title = condition.in_title;
      join(with_any(single));
    }
    for (const Condition& child : condition.children) join(with_all(child));
    return found ? *std::move(found) : none();
  }

  ArticleSet looked_into(const Condition& condition) {
    ArticleSet found = none();
    constexpr std::size_t kBetweenLooks = 64;  // articles; a look at the clock costs as much as one
    std::size_t looked = 0;
    bool late = false;
    (with_all(condition) & live_).for_each([&](std::uint32_t docid) {
      if (looked++ % kBetweenLooks == 0) late = late || deadline_.passed();
      if (!late && places_.meets(docid, condition)) found.add(docid);
    });
    return found;
  }

  ArticleSet passing(const Filters& filters) const {
    ArticleSet found = live_;
    filter_sets(segment_, filters).keep_passing(found);
    return found;
  }

  // What must hold holds, and where there is none of that but filters, one of the others does.
  ArticleSet row(const Condition& condition) {
    ArticleSet found = live_;
    ArticleSet any = none();
    bool must = false;
    bool may = false;
    for (const Condition& part : condition.children) {
      if (part.demand == Demand::kMay) {
        may = true;
        any |= meeting(part);
        continue;
      }
      const ArticleSet next = meeting(part);
      if (part.demand == Demand::kMustNot) {
        found.subtract(next);
      } else {
        found &= next;
        must = must || part.kind != Kind::kFilter;
      }
    }
    if (may && !must) found &= any;
    return found;
  }

  const Segment& segment_;
  std::span<const WordPostings> postings_;
  const Deadline& deadline_;
  PlaceReader places_;
  ArticleSet live_;
};

}  // namespace

ArticleSet meeting_condition(const Segment& segment, const QueryTerms& terms,
                             std::span<const WordPostings> postings,
                             std::span<const std::string> languages, Analyzer& analyzer,
                             const Deadline& deadline) {
  return ConditionMatcher(segment, terms, postings, languages, analyzer, deadline)
      .meeting(*terms.condition);
}

}  // namespace dateline
