#include "searcher/live_articles.h"

#include <algorithm>

namespace dateline {

ArticleSet live_articles(const Segment& segment) {
  ArticleSet live(segment.entry.last_docid);
  const auto present = segment.columns.present_words();
  const auto words = live.words();
  std::copy_n(present.begin(), std::min(present.size(), words.size()), words.begin());
  remove_deleted(segment, live);
  return live;
}

void remove_deleted(const Segment& segment, ArticleSet& articles) {
  const auto deleted = segment.tombstones.words();
  const auto words = articles.words();
  for (std::size_t at = 0; at < std::min(deleted.size(), words.size()); ++at) {
    words[at] &= ~deleted[at];
  }
}

}  // namespace dateline
