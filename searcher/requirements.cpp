#include "searcher/requirements.h"

#include <cstdint>
#include <utility>

#include "searcher/condition_matcher.h"
#include "searcher/min_match.h"

namespace dateline {
namespace {

// One more filter, which no facet owns.
void require(ArticleSet articles, FilterSets& filters) {
  if (filters.rest) articles &= *filters.rest;
  filters.rest = std::move(articles);
}

}  // namespace

void require_words(const Snapshot& snapshot, const QueryTerms& terms, const QueryPostings& postings,
                   std::size_t needed, std::vector<FilterSets>& filters) {
  if (needed == 0) return;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    require(with_at_least(snapshot.segments[at], postings.segments[at], terms.plain, needed),
            filters[at]);
  }
}

void require_condition(const Snapshot& snapshot, const QueryTerms& terms,
                       const QueryPostings& postings, std::span<const std::string> languages,
                       Analyzer& analyzer, const Deadline& deadline,
                       std::vector<FilterSets>& filters) {
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    require(meeting_condition(snapshot.segments[at], terms, postings.segments[at], languages,
                              analyzer, deadline),
            filters[at]);
  }
}

std::vector<FilterSets> filters_of(const Snapshot& snapshot, const Filters& filters) {
  std::vector<FilterSets> sets;
  for (const Segment& segment : snapshot.segments) sets.push_back(filter_sets(segment, filters));
  return sets;
}

void leave_out(const Snapshot& snapshot, const LikedArticle& liked,
               std::vector<FilterSets>& filters) {
  const ArticlePlace itself{static_cast<std::uint32_t>(liked.segment), liked.docid};
  std::vector<ArticlePlace> same = {itself};
  if (snapshot.groups) {
    const GroupLevel& copies = snapshot.groups->copies();
    if (const auto group = copies.group_of(itself)) {
      const auto members = copies.members(*group);
      same.insert(same.end(), members.begin(), members.end());
    }
  }
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const std::uint32_t last_docid = snapshot.segments[at].entry.last_docid;
    ArticleSet others(last_docid);
    for (std::uint64_t& word : others.words()) word = ~std::uint64_t{0};
    for (const ArticlePlace& place : same) {
      if (place.segment == at && place.docid <= last_docid) others.remove(place.docid);
    }
    require(std::move(others), filters[at]);
  }
}

}  // namespace dateline
