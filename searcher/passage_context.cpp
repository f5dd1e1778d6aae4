#include "searcher/passage_context.h"

#include <algorithm>
#include <tuple>

namespace dateline {

void keep_contexts_apart(std::vector<Passage>& passages) {
  std::vector<Passage*> in_order;
  for (Passage& passage : passages) in_order.push_back(&passage);
  std::sort(in_order.begin(), in_order.end(), [](const Passage* left, const Passage* right) {
    return std::tie(left->article.id, left->range) < std::tie(right->article.id, right->range);
  });
  for (std::size_t at = 1; at < in_order.size(); ++at) {
    Passage& first = *in_order[at - 1];
    Passage& second = *in_order[at];
    if (first.article.id != second.article.id) continue;
    const std::size_t between = second.range.start - first.range.end;
    if (first.after.size() > between) first.after.resize(between);
    const std::size_t left_over = between - first.after.size();
    if (second.before.size() > left_over) {
      second.before.erase(0, second.before.size() - left_over);
    }
  }
}

}  // namespace dateline
