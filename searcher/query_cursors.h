// A query's words as cursors into the lists of a segment.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "searcher/list_cursor.h"

namespace dateline {

class QueryCursors {
 public:
  // The words' cursors lie side by side, in the order of the words.
  struct Word {
    WordRole role;
    std::size_t first;
    std::size_t end;  // exclusive
  };

  // `bounds_of` are the averages that the lists' bounds were computed with.
  QueryCursors(const ScoringQuery& query, const Columns& columns, const FieldStatistics& bounds_of)
      : columns_(columns), norms_(query.statistics) {
    const BoundScale scale{
        static_cast<float>(
            std::max({1.0, query.statistics.average_title_words / bounds_of.average_title_words,
                      query.statistics.average_body_words / bounds_of.average_body_words})),
        1 + 1e-6F * static_cast<float>(query.words.size() + 8)};
    rounding_ = scale.rounding;
    words_.reserve(query.words.size());
    cursors_.reserve(query.words.size());
    for (const ScoredWord& word : query.words) {
      const std::size_t first = cursors_.size();
      for (const ImpactList& list : word.lists) {
        const bool empty = list.few.empty() && list.masks.empty() && list.ranges.empty();
        if (!empty) cursors_.emplace_back(list, weight_of(word), columns, norms_, scale);
      }
      words_.push_back({word.role, first, cursors_.size()});
      required_ = required_ || word.role == WordRole::kRequired;
    }
    for (std::size_t at = 0; at < cursors_.size(); ++at) by_falling_bound_.push_back(at);
    std::stable_sort(by_falling_bound_.begin(), by_falling_bound_.end(),
                     [this](std::size_t left, std::size_t right) {
                       return cursors_[left].highest_bound() > cursors_[right].highest_bound();
                     });
  }
  QueryCursors(const QueryCursors&) = delete;  // the cursors point to the norms
  QueryCursors& operator=(const QueryCursors&) = delete;

  std::span<ListCursor> all() { return cursors_; }
  std::span<const ListCursor> all() const { return cursors_; }
  std::span<const Word> words() const { return words_; }
  std::span<const std::size_t> by_falling_bound() const { return by_falling_bound_; }  // in all()
  bool any_required() const { return required_; }
  float rounding() const { return rounding_; }  // sums of floats are right up to this factor
  const Columns& columns() const { return columns_; }
  const FieldNorms& norms() const { return norms_; }

 private:
  const Columns& columns_;
  FieldNorms norms_;
  float rounding_ = 1;
  bool required_ = false;
  std::vector<ListCursor> cursors_;
  std::vector<Word> words_;
  std::vector<std::size_t> by_falling_bound_;
};

}  // namespace dateline
