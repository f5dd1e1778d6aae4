#include "searcher/article_blocks.h"

#include <algorithm>
#include <set>

#include "searcher/date_order.h"
#include "searcher/feedback.h"
#include "searcher/synonym_postings.h"

namespace dateline {
namespace {

struct Tier {
  std::vector<Candidate> articles;
  bool is_last = false;
};

bool comes_before(const Candidate& left, const Candidate& right, Sort sort) {
  switch (sort) {
    case Sort::kRelevance:
      return scores_before(left, right);
    case Sort::kNewest:
      return newer_first(left, right);
    case Sort::kOldest:
      return older_first(left, right);
  }
  return false;
}

class TierChooser {
 public:
  TierChooser(const BlockSearch& search, Analyzer& analyzer)
      : search_(search), analyzer_(analyzer) {}

  // The first `groups` of those after `after`, or all there are. Asks for a few more than are
  // wanted, and for twice as many while they are not enough. What is returned does not depend on
  // how many were asked for: it ends before the first article of a group too many.
  Tier choose(const std::optional<Candidate>& after, std::size_t groups) {
    std::size_t asked = groups + (search_.folding.folds() ? groups / 8 : 0) + 1;
    while (true) {
      std::vector<Candidate> articles = first(after, asked);
      const bool are_all = articles.size() < asked;
      if (after) leave_out_shown(*after, articles);
      const std::size_t wanted = search_.folding.leading(articles, groups);
      if (are_all || wanted < articles.size()) {
        const bool is_last = wanted == articles.size();
        articles.resize(wanted);
        return {std::move(articles), is_last};
      }
      asked *= 2;
    }
  }

  Candidate named(const ArticleKey& key) const {
    const Columns& columns = search_.articles.snapshot.segments[key.segment].columns;
    return candidate_at(columns, key.segment, key.docid, key.score);
  }

 private:
  std::vector<Candidate> first(const std::optional<Candidate>& after, std::size_t most) {
    return search_.sort == Sort::kRelevance
               ? choose_candidates(search_.articles, search_.matches, {most, after}, analyzer_)
               : candidates_by_date(search_.articles, search_.matches, {most, after}, search_.sort,
                                    analyzer_);
  }

  // Of a group that begins before, an earlier tier has shown one.
  void leave_out_shown(const Candidate& after, std::vector<Candidate>& articles) {
    std::vector<Candidate> others;
    for (const Candidate& article : articles) {
      for (const ArticlePlace& place : search_.folding.others(article, search_.articles.filters)) {
        if (!(*search_.matches)[place.segment].contains(place.docid)) continue;
        others.push_back(named({0, place.segment, place.docid}));
      }
    }
    std::set<std::uint32_t> shown;
    for (const Candidate& other : scored_again(search_.articles, others, analyzer_)) {
      if (!comes_before(after, other, search_.sort)) shown.insert(*search_.folding.group_of(other));
    }
    std::erase_if(articles, [&](const Candidate& article) {
      const auto group = search_.folding.group_of(article);
      return group && shown.contains(*group);
    });
  }

  const BlockSearch& search_;
  Analyzer& analyzer_;
};

MoreWords more_words(const CandidateSearch& search, std::span<const Candidate> best,
                     const Deadline& deadline, Analyzer& analyzer) {
  QueryTerms terms = with_feedback(
      search.terms,
      {search.snapshot, search.languages, search.postings.statistics, search.published}, best,
      analyzer);
  QueryPostings postings = read_all_postings(search.snapshot, terms, search.languages, analyzer,
                                             deadline, search.published);
  return {std::move(terms), std::move(postings)};
}

void rank_again(const CandidateSearch& search, const MoreWords& more,
                std::vector<Candidate>& articles, Analyzer& analyzer) {
  articles = scored_again({search.snapshot, more.terms, search.languages, more.postings,
                           search.filters, search.recency, search.published},
                          articles, analyzer);
}

}  // namespace

ArticleBlock choose_block(const BlockSearch& search, const BlockStart& start,
                          const Deadline& deadline, Analyzer& analyzer) {
  const std::size_t groups =
      search.expands ? std::max(search.groups, kFeedbackCandidates) : search.groups;
  TierChooser chooser(search, analyzer);
  const std::optional<Candidate> after =
      start.after ? std::optional(chooser.named(*start.after)) : std::nullopt;
  Tier tier = chooser.choose(after, groups);
  ArticleBlock block;
  block.tier_is_last = tier.is_last;
  if (tier.articles.empty()) return block;
  const Candidate last = tier.articles.back();
  if (search.expands) {
    const Tier first = after ? chooser.choose(std::nullopt, groups) : tier;
    if (first.articles.size() > 1) {
      block.more = more_words(search.articles, first.articles, deadline, analyzer);
      rank_again(search.articles, *block.more, tier.articles, analyzer);
    }
  }
  block.articles = search.folding.stretch(tier.articles, start.part * search.groups, search.groups);
  if ((start.part + 1) * search.groups < search.folding.count(tier.articles)) {
    block.next = BlockStart{start.after, start.part + 1};
  } else if (!tier.is_last) {
    block.next =
        BlockStart{ArticleKey{last.score, static_cast<std::uint32_t>(last.segment), last.docid}, 0};
  }
  block.tier = std::move(tier.articles);
  return block;
}

}  // namespace dateline
