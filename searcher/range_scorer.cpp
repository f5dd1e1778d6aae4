#include "searcher/range_scorer.h"

#include <algorithm>

#include "common/processor_versions.h"

namespace dateline {

RangeScorer::RangeScorer(QueryCursors& query, std::span<ListCursor> without,
                         const LiveFilter& among, const std::function<bool(std::uint32_t)>& accepts,
                         std::size_t segment, BestCandidates& best)
    : query_(query),
      without_(without),
      among_(among),
      accepts_(accepts),
      segment_(segment),
      best_(best),
      masks_(query.all().size()),
      scored_(query.all().size()),
      scores_(query.all().size()) {
  any_suffices_ = !query.any_required();
  for (const QueryCursors::Word& word : query.words()) {
    every_word_suffices_ = every_word_suffices_ && word.role == WordRole::kSuffices;
  }
  parts_.reserve(query.all().size());
}

void RangeScorer::visit(std::uint32_t range) {
  if (!find_parts(range)) return;
  const std::uint64_t matching = matching_in(range);
  if (matching == 0) return;
  read_norms(range);
  sums_.fill(0);
  std::fill(scored_.begin(), scored_.end(), 0);
  std::uint64_t seen = any_suffices_ ? 0 : matching;
  for (const Part& part : parts_) {
    const bool new_ones_reach = part.rest >= threshold_;
    std::uint64_t wanted = matching;
    if (!any_suffices_ || !new_ones_reach) {
      seen = reaching(seen, part.rest);
      if (seen == 0) return;
      wanted = seen;
    }
    wanted &= mask_of(part.cursor);
    seen |= wanted;
    add(part.cursor, wanted);
  }
  offer(reaching(seen, 0), range);
}

// False if no article of the range can be among the best.
bool RangeScorer::find_parts(std::uint32_t range) {
  threshold_ = static_cast<float>(best_.threshold()) / query_.rounding();
  parts_.clear();
  for (std::size_t at = 0; at < query_.all().size(); ++at) {
    ListCursor& cursor = query_.all()[at];
    masks_[at] = 0;
    if (!cursor.seek(range)) continue;
    if (!every_word_suffices_) masks_[at] = cursor.mask();
    Part part{cursor.bound(), 0, at};
    auto place = parts_.end();
    while (place != parts_.begin() && (place - 1)->bound < part.bound) --place;
    parts_.insert(place, part);
  }
  float rest = 0;
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) part->rest = rest += part->bound;
  return !parts_.empty() && rest >= threshold_;
}

std::uint64_t RangeScorer::mask_of(std::size_t cursor) {
  return every_word_suffices_ ? query_.all()[cursor].mask() : masks_[cursor];
}

std::uint64_t RangeScorer::matching_in(std::uint32_t range) {
  std::uint64_t matching = among_[range];
  if (!every_word_suffices_) {
    std::uint64_t sufficing = 0;
    for (const QueryCursors::Word& word : query_.words()) {
      std::uint64_t with_word = 0;
      for (std::size_t at = word.first; at < word.end; ++at) with_word |= masks_[at];
      if (word.role == WordRole::kRequired) matching &= with_word;
      if (word.role == WordRole::kSuffices) sufficing |= with_word;
    }
    if (any_suffices_) matching &= sufficing;
  }
  for (ListCursor& cursor : without_) {
    if (matching != 0 && cursor.seek(range)) matching &= ~cursor.mask();
  }
  return matching;
}

DATELINE_PROCESSOR_VERSIONS
void RangeScorer::read_norms(std::uint32_t range) {
  const std::span<const std::uint32_t> words = query_.columns().body_words();
  const std::size_t first = std::size_t{range} * kRangeArticles;
  const std::size_t end = std::min(first + kRangeArticles, words.size());
  const FieldNorms norms = query_.norms();
  for (std::size_t docid = first; docid < end; ++docid) {
    norms_[docid - first] = norms.body(words[docid]);
  }
}

void RangeScorer::add(std::size_t cursor, std::uint64_t wanted) {
  RangeScores& scores = scores_[cursor];
  scored_[cursor] = wanted;
  query_.all()[cursor].score(wanted, norms_, scores);
  for (; wanted != 0; wanted &= wanted - 1) {
    const auto position = static_cast<std::size_t>(std::countr_zero(wanted));
    sums_[position] += scores[position];
  }
}

// Those of `articles` that `rest` more could bring up to the threshold.
std::uint64_t RangeScorer::reaching(std::uint64_t articles, float rest) const {
  std::uint64_t reaching = articles;
  for (std::uint64_t left = articles; left != 0; left &= left - 1) {
    const auto position = static_cast<std::size_t>(std::countr_zero(left));
    if (sums_[position] + rest < threshold_) reaching &= ~(left & -left);
  }
  return reaching;
}

void RangeScorer::offer(std::uint64_t articles, std::uint32_t range) {
  found_.clear();
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
  if (accepts_) {  // the best first, as it is they that spare asking about others
    std::stable_sort(found_.begin(), found_.end(), [](const Scored& one, const Scored& other) {
      return one.score > other.score;
    });
  }
  for (const Scored& one : found_) {
    if (one.score < best_.threshold()) continue;
    if (!accepts_ || accepts_(one.docid)) best_.offer(segment_, one.docid, one.score);
  }
}

}  // namespace dateline
