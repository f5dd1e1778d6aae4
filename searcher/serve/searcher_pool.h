// The searchers of a server, lent to one request each: as many searches run at once as there are
// searchers, a bounded number of requests waits for one, and those beyond are refused.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <mutex>
#include <vector>

#include "common/result.h"
#include "searcher/search.h"

namespace dateline {

// Thread-safe.
class SearcherPool {
 public:
  // A searcher until it goes back; empty if none could be had.
  class Lease {
   public:
    Lease(SearcherPool* pool, Searcher* searcher) : pool_(pool), searcher_(searcher) {}
    Lease(Lease&& other) noexcept
        : pool_(other.pool_), searcher_(std::exchange(other.searcher_, nullptr)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (searcher_ != nullptr) pool_->give_back(*searcher_);
    }

    explicit operator bool() const { return searcher_ != nullptr; }
    Searcher& operator*() const { return *searcher_; }

   private:
    SearcherPool* pool_;
    Searcher* searcher_;
  };

  // At most `most_waiting` requests wait for a searcher.
  explicit SearcherPool(std::size_t most_waiting) : most_waiting_(most_waiting) {}

  // Opens that many searchers. Fails as Searcher::open() does. Once, before anything else.
  Result<void> open(const std::filesystem::path& index, std::size_t searchers);

  // Waits for a searcher; an empty lease, at once, if too many wait already.
  Lease take();

 private:
  void give_back(Searcher& searcher);

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<Searcher> searchers_;
  std::vector<Searcher*> free_;
  std::size_t waiting_ = 0;
};

}  // namespace dateline
