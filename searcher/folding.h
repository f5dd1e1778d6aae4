// Of articles that say the same an answer shows one and names the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "common/index/groups.h"
#include "common/index/snapshot.h"
#include "searcher/article_filter.h"
#include "searcher/best_candidates.h"
#include "searcher/matcher.h"
#include "searcher/request.h"

namespace dateline {

// How the articles of an index go together for one request. An article of no group is a group of
// its own. `snapshot` outlives the object.
class Folding {
 public:
  Folding(const Snapshot& snapshot, Fold fold);

  // False if every article is a group of its own.
  bool folds() const { return level_ != nullptr; }

  // Nothing for an article that is alone.
  std::optional<std::uint32_t> group_of(const Candidate& article) const;

  // How many of the articles, counted from the front, have no more than `most` groups among them.
  std::size_t leading(std::span<const Candidate> articles, std::size_t most) const;

  // The articles of groups number `first` to `first + most` - 1, counted by where each group begins
  // among the articles; they end before the first of the next group.
  std::vector<Candidate> stretch(std::span<const Candidate> articles, std::size_t first,
                                 std::size_t most) const;

  // How many groups the articles are.
  std::size_t count(std::span<const Candidate> articles) const;

  // By how much more than the number of groups the articles are that match and pass all filters:
  // those that are folded into another one.
  std::size_t count_folded(const Matches& matches, std::span<const FilterSets> filters) const;

  // Calls visit(articles) with those of each group that match; filters aside.
  void for_each_group(
      const Matches& matches,
      const std::function<void(std::span<const ArticlePlace> articles)>& visit) const;

  // The other articles of the group that pass all filters, in the order of time.
  std::vector<ArticlePlace> others(const Candidate& shown,
                                   std::span<const FilterSets> filters) const;

 private:
  bool exists(const ArticlePlace& place) const;

  const Snapshot& snapshot_;
  const GroupLevel* level_ = nullptr;
};

}  // namespace dateline
