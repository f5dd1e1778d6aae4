#include "searcher/folding.h"

#include <algorithm>
#include <map>
#include <set>

namespace dateline {
namespace {

ArticlePlace place_of(const Candidate& article) {
  return {static_cast<std::uint32_t>(article.segment), article.docid};
}

}  // namespace

Folding::Folding(const Snapshot& snapshot, Fold fold) : snapshot_(snapshot) {
  if (fold == Fold::kNone || !snapshot.groups) return;
  const GroupLevel& level =
      fold == Fold::kStory ? snapshot.groups->stories() : snapshot.groups->copies();
  if (level.size() > 0) level_ = &level;
}

std::optional<std::uint32_t> Folding::group_of(const Candidate& article) const {
  return folds() ? level_->group_of(place_of(article)) : std::nullopt;
}

std::size_t Folding::leading(std::span<const Candidate> articles, std::size_t most) const {
  if (!folds()) return std::min(articles.size(), most);
  std::set<std::uint32_t> met;
  std::size_t groups = 0;
  for (std::size_t at = 0; at < articles.size(); ++at) {
    const auto group = group_of(articles[at]);
    if (group && !met.insert(*group).second) continue;
    if (groups++ == most) return at;
  }
  return articles.size();
}

std::vector<Candidate> Folding::stretch(std::span<const Candidate> articles, std::size_t first,
                                        std::size_t most) const {
  std::map<std::uint32_t, std::size_t> numbers;  // of groups met before
  std::vector<Candidate> wanted;
  std::size_t groups = 0;
  for (const Candidate& article : articles) {
    const auto group = group_of(article);
    std::size_t number = groups;
    if (group) number = numbers.try_emplace(*group, groups).first->second;
    if (number == groups && groups++ == first + most) break;
    if (number >= first) wanted.push_back(article);
  }
  return wanted;
}

std::size_t Folding::count(std::span<const Candidate> articles) const {
  std::set<std::uint32_t> met;
  std::size_t groups = 0;
  for (const Candidate& article : articles) {
    const auto group = group_of(article);
    if (!group || met.insert(*group).second) ++groups;
  }
  return groups;
}

std::size_t Folding::count_folded(const Matches& matches,
                                  std::span<const FilterSets> filters) const {
  std::size_t folded = 0;
  for_each_group(matches, [&](std::span<const ArticlePlace> articles) {
    const auto passing = std::count_if(
        articles.begin(), articles.end(),
        [&filters](const ArticlePlace& place) { return filters[place.segment].pass(place.docid); });
    if (passing > 1) folded += static_cast<std::size_t>(passing - 1);
  });
  return folded;
}

void Folding::for_each_group(
    const Matches& matches,
    const std::function<void(std::span<const ArticlePlace> articles)>& visit) const {
  if (!folds()) return;
  std::vector<ArticlePlace> articles;
  for (std::uint32_t group = 0; group < level_->size(); ++group) {
    articles.clear();
    for (const ArticlePlace& place : level_->members(group)) {
      if (exists(place) && matches[place.segment].contains(place.docid)) articles.push_back(place);
    }
    visit(articles);
  }
}

std::vector<ArticlePlace> Folding::others(const Candidate& shown,
                                          std::span<const FilterSets> filters) const {
  std::vector<ArticlePlace> others;
  const auto group = group_of(shown);
  if (!group) return others;
  for (const ArticlePlace& place : level_->members(*group)) {
    if (place == place_of(shown) || !exists(place)) continue;
    if (filters[place.segment].pass(place.docid)) others.push_back(place);
  }
  return others;
}

// What a damaged file names need not be there.
bool Folding::exists(const ArticlePlace& place) const {
  return place.segment < snapshot_.segments.size() &&
         place.docid <= snapshot_.segments[place.segment].entry.last_docid &&
         snapshot_.segments[place.segment].alive(place.docid);
}

}  // namespace dateline
