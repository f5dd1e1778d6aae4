#include "searcher/serve/searcher_pool.h"

namespace dateline {

Result<void> SearcherPool::open(const std::filesystem::path& index, std::size_t searchers) {
  for (std::size_t at = 0; at < searchers; ++at) {
    auto searcher = Searcher::open(index);
    if (!searcher) return searcher.error();
    searchers_.push_back(std::move(*searcher));
  }
  for (Searcher& searcher : searchers_) free_.push_back(&searcher);
  return {};
}

SearcherPool::Lease SearcherPool::take() {
  std::unique_lock lock(mutex_);
  if (free_.empty()) {
    if (waiting_ >= most_waiting_) return {this, nullptr};
    ++waiting_;
    returned_.wait(lock, [this] { return !free_.empty(); });
    --waiting_;
  }
  Searcher* const searcher = free_.back();
  free_.pop_back();
  return {this, searcher};
}

void SearcherPool::give_back(Searcher& searcher) {
  {
    const std::scoped_lock lock(mutex_);
    free_.push_back(&searcher);
  }
  returned_.notify_one();
}

}  // namespace dateline
