#include "searcher/range_scorer.h"

#include <algorithm>
#include <bit>

#include "common/processor_versions.h"

namespace dateline {
namespace {

constexpr std::size_t kAhead = 8;  // articles whose memory is fetched before they are asked about

}  // namespace

RangeScorer::RangeScorer(QueryCursors& query, const RangeBounds* bounds, const LiveFilter& among,
                         bool all_match, const TopKQuery& asked, std::size_t segment,
                         BestCandidates& best)
    : query_(query),
      bounds_(bounds),
      among_(among),
      all_match_(all_match),
      asked_(asked),
      segment_(segment),
      best_(best),
      scored_(query.all().size()),
      scores_(query.all().size()) {
  parts_.reserve(query.all().size());
}

void RangeScorer::visit(std::uint32_t range) {
  score_in(range);
  offer_found();
}

void RangeScorer::visit_together(std::span<const std::uint32_t> ranges) {
  for (const std::uint32_t range : ranges) score_in(range);
  offer_found();
}

DATELINE_PROCESSOR_VERSIONS
void RangeScorer::score_in(std::uint32_t range) {
  const std::uint64_t matching = all_match_ ? among_[range] : matching_in(range);
  if (matching == 0 || !find_parts(range)) return;
  sums_.fill(0);
  std::uint64_t seen = 0;
  for (const Part& part : parts_) {
    std::uint64_t wanted = matching;
    if (part.rest < threshold_) {  // articles without the words before do not reach it
      seen = reaching(seen, part.rest);
      if (seen == 0) return;
      wanted = seen;
    }
    ListCursor& cursor = query_.all()[part.cursor];
    if (!cursor.seek(range)) continue;
    wanted &= cursor.mask();
    seen |= wanted;
    scored_[part.cursor] = wanted;
    if (cursor.needs_norms() && norms_of_ != range) read_norms(range);
    cursor.score(wanted, norms_, scores_[part.cursor], sums_);
  }
  find(reaching(seen, 0), range);
}

void RangeScorer::expect(std::uint32_t range) const {
  if (!asked_.accepts || !all_match_) return;
  std::size_t most = kAhead;
  for (std::uint64_t rest = among_[range]; rest != 0 && most > 0; rest &= rest - 1, --most) {
    asked_.expects(range * kRangeArticles + static_cast<std::uint32_t>(std::countr_zero(rest)));
  }
}

// False if no article of the range can be among the best.
bool RangeScorer::find_parts(std::uint32_t range) {
  threshold_ = static_cast<float>(best_.threshold()) / query_.rounding();
  parts_.clear();
  for (const std::size_t at : query_.by_falling_bound()) {
    ListCursor& cursor = query_.all()[at];
    const float bound = bounds_ != nullptr   ? bounds_->part(at, range)
                        : cursor.seek(range) ? cursor.bound()
                                             : 0;
    scored_[at] = 0;
    if (bound > 0) parts_.push_back({bound, 0, at});
  }
  float rest = 0;
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) part->rest = rest += part->bound;
  return rest >= threshold_ && rest > 0;
}

// What the roles of the words say.
std::uint64_t RangeScorer::matching_in(std::uint32_t range) {
  std::uint64_t matching = among_[range];
  std::uint64_t sufficing = 0;
  for (const QueryCursors::Word& word : query_.words()) {
    if (word.role == WordRole::kAdds) continue;
    std::uint64_t with_word = 0;
    for (std::size_t at = word.first; at < word.end; ++at) {
      ListCursor& cursor = query_.all()[at];
      if (cursor.seek(range)) with_word |= cursor.mask();
    }
    if (word.role == WordRole::kRequired) matching &= with_word;
    sufficing |= with_word;
  }
  return matching & sufficing;
}

DATELINE_PROCESSOR_VERSIONS
void RangeScorer::read_norms(std::uint32_t range) {
  const std::span<const std::uint32_t> words = query_.columns().body_words();
  const std::size_t first = std::size_t{range} * kRangeArticles;
  const std::size_t end = std::min(first + kRangeArticles, words.size());
  const FieldNorms norms = query_.norms();
  norms_of_ = range;
  for (std::size_t docid = first; docid < end; ++docid) {
    norms_[docid - first] = norms.body(words[docid]);
  }
}

// Those of `articles` that `rest` more could bring up to the threshold.
std::uint64_t RangeScorer::reaching(std::uint64_t articles, float rest) const {
  std::uint64_t below = 0;  // without a branch, which would often be guessed wrongly
  for (std::uint64_t left = articles; left != 0; left &= left - 1) {
    const auto position = static_cast<std::uint32_t>(std::countr_zero(left));
    below |= std::uint64_t{sums_[position] + rest < threshold_} << position;
  }
  return articles & ~below;
}

// Adds those of `articles` that score high enough to found_.
void RangeScorer::find(std::uint64_t articles, std::uint32_t range) {
  for (; articles != 0; articles &= articles - 1) {
    const auto position = static_cast<std::uint32_t>(std::countr_zero(articles));
    float score = 0;  // in the order of the words, which is not the order of the parts
    for (std::size_t at = 0; at < scored_.size(); ++at) {
      if ((scored_[at] >> position & 1) != 0) score += scores_[at][position];
    }
    if (score > 0 && score >= best_.threshold()) {
      found_.push_back({range * kRangeArticles + position, score});
    }
  }
}

void RangeScorer::offer_found() {
  if (asked_.accepts) {  // the best first, as it is they that spare asking about others
    std::sort(found_.begin(), found_.end(), [](const Scored& one, const Scored& other) {
      return one.score != other.score ? one.score > other.score : one.docid < other.docid;
    });
    for (std::size_t at = 0; at < std::min(kAhead, found_.size()); ++at) {
      asked_.expects(found_[at].docid);
    }
  }
  for (std::size_t at = 0; at < found_.size(); ++at) {
    const Scored& one = found_[at];
    if (one.score < best_.threshold()) continue;
    if (asked_.accepts && at + kAhead < found_.size()) asked_.expects(found_[at + kAhead].docid);
    if (!asked_.accepts || asked_.accepts(one.docid)) best_.offer(segment_, one.docid, one.score);
  }
  found_.clear();
}

}  // namespace dateline
