// The columns list the articles in the order of their dates. Walking that list until enough of the
// wanted ones were met takes most * N / n steps if n of N articles are wanted, spread evenly;
// looking at all of the wanted takes n. So rare ones are collected and sorted, others walked to.
//
// Backwards the list is not the order "oldest first": articles of one day are in the order of their
// ids in both. So the days are walked backwards and the articles of each forwards, and those
// without a year, who end the list, come last again. Whoever wants those after a certain article
// passes over whole dates.
#include "searcher/date_order.h"

#include <algorithm>

namespace dateline {
namespace {

// Collecting and sorting an article costs about as much as so many steps.
constexpr std::size_t kStepsOfOne = 8;

class FirstByDate {
 public:
  FirstByDate(const Segment& segment, std::size_t number, const ArticleSet& among, std::size_t most,
              Sort sort, const std::optional<Candidate>& after)
      : columns_(segment.columns),
        number_(number),
        among_(among),
        most_(most),
        sort_(sort),
        after_(after) {}

  std::vector<Candidate> find() {
    const std::size_t wanted = among_.count();
    if (wanted <= most_ || wanted * wanted * kStepsOfOne < most_ * columns_.newest_first().size()) {
      among_.for_each([this](std::uint32_t docid) { add(docid); });
    } else if (sort_ == Sort::kNewest) {
      walk_forwards();
    } else {
      walk_backwards();
    }
    return std::move(found_);
  }

 private:
  void add(std::uint32_t docid) {
    const Candidate one = candidate_at(columns_, number_, docid, 0);
    if (!after_ || (sort_ == Sort::kNewest ? newer_first : older_first)(*after_, one)) {
      found_.push_back(one);
    }
  }

  void walk(std::size_t begin, std::size_t end) {
    const auto order = columns_.newest_first();
    for (std::size_t at = begin; at < std::min(end, order.size()) && found_.size() < most_; ++at) {
      const bool has_place = order[at] / 64 < among_.words().size();
      if (has_place && among_.contains(order[at])) add(order[at]);
    }
  }

  void walk_forwards() {
    const auto articles = columns_.date_articles();
    const auto first = columns_.first_days();
    const auto last = columns_.last_days();
    std::size_t begin = 0;
    for (std::size_t at = 0; after_ && at < articles.size(); ++at) {
      if (first[at] > last[at] || last[at] <= after_->day) break;
      begin += articles[at];
    }
    walk(begin, columns_.newest_first().size());
  }

  void walk_backwards() {
    const auto articles = columns_.date_articles();
    const auto first = columns_.first_days();
    const auto last = columns_.last_days();
    std::size_t end = 0;  // of the articles that have a year
    std::size_t dates = 0;
    for (; dates < articles.size() && first[dates] <= last[dates]; ++dates) end += articles[dates];
    const std::size_t dated = end;
    while (dates > 0 && found_.size() < most_) {
      const std::int32_t day = last[dates - 1];
      std::size_t begin = end;
      for (; dates > 0 && last[dates - 1] == day; --dates) {
        begin -= std::min<std::size_t>(begin, articles[dates - 1]);
      }
      if (!after_ || (after_->day != kNoDay && after_->day <= day)) walk(begin, end);
      end = begin;
    }
    walk(dated, columns_.newest_first().size());
  }

  const Columns& columns_;
  std::size_t number_;
  const ArticleSet& among_;
  std::size_t most_;
  Sort sort_;
  const std::optional<Candidate>& after_;
  std::vector<Candidate> found_;
};

}  // namespace

bool older_first(const Candidate& left, const Candidate& right) {
  const bool left_unknown = left.day == kNoDay;
  const bool right_unknown = right.day == kNoDay;
  if (left_unknown != right_unknown) return right_unknown;
  if (left.day != right.day) return left.day < right.day;
  return left.id < right.id;
}

std::vector<Candidate> first_by_date(const Snapshot& snapshot, std::span<const ArticleSet> among,
                                     std::size_t most, Sort sort,
                                     const std::optional<Candidate>& after) {
  std::vector<Candidate> found;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const auto more = FirstByDate(snapshot.segments[at], at, among[at], most, sort, after).find();
    found.insert(found.end(), more.begin(), more.end());
  }
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), end, found.end(),
                    sort == Sort::kNewest ? newer_first : older_first);
  found.erase(end, found.end());
  return found;
}

}  // namespace dateline
