// The one way to change an index: take the lock, look at what is published, build aside, publish.
// Until publish() returns, readers and crashes see nothing of it; afterwards they see all of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/snapshot.h"
#include "common/result.h"
#include "indexer/index_lock.h"
#include "indexer/segment_builder.h"

namespace dateline {

// Where a published article is.
struct ArticleLocation {
  std::size_t segment = 0;  // number in snapshot().segments
  std::uint32_t docid = 0;
};

class IndexWriter {
 public:
  enum class IfMissing : std::uint8_t { kCreate, kFail };
  // Fails with kLocked, kMissing (kFail only), or kRequest if the folder holds something else than
  // an index. Removes what an earlier writer left unfinished.
  static Result<IndexWriter> open(const std::filesystem::path& index, IfMissing if_missing);

  const std::filesystem::path& folder() const { return index_; }
  const Snapshot& snapshot() const { return snapshot_; }
  std::optional<ArticleLocation> find(std::string_view id) const;

  // An empty folder on the index's own file system for the work; removed by publish(), with the
  // writer if there was none, so that a run that filled the disk gives the room back, and after a
  // crash by the next writer.
  Result<std::filesystem::path> workshop();

  // From the next publication on, the article is deleted; false if it was already.
  bool bury(ArticleLocation location);

  // From the next publication on, the published segments with these numbers do not count.
  void drop(std::span<const std::size_t> numbers);

  // From the next publication on, these articles are a segment, unless there are none. Returns how
  // many they are. They can be found and buried at once; their segment is the last one of
  // snapshot().
  Result<std::uint32_t> adopt(ArticleRuns runs, std::size_t inversion_bytes = kInversionBytes);

  // Returns the generation that is now the newest: the present one if nothing has changed. The one
  // before it stays readable for a while (kept_generations.h), or no earlier one does. The writer
  // is of no use afterwards.
  enum class Earlier : std::uint8_t { kKeep, kDrop };
  Result<std::uint64_t> publish(Earlier earlier = Earlier::kKeep);

 private:
  // Removes the folder when it goes. No manifest names it.
  class Workshop {
   public:
    Workshop() = default;
    explicit Workshop(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Workshop(Workshop&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
    Workshop& operator=(Workshop&& other) noexcept {  // of the same index
      folder_ = std::exchange(other.folder_, {});
      return *this;
    }
    ~Workshop();

    void keep() { folder_.clear(); }

   private:
    std::filesystem::path folder_;
  };

  IndexWriter(std::filesystem::path index, IndexLock lock, Snapshot snapshot)
      : index_(std::move(index)),
        lock_(std::move(lock)),
        snapshot_(std::move(snapshot)),
        next_(snapshot_.manifest) {}

  Result<void> write_tombstones();
  void leave_out_segments();

  std::filesystem::path index_;
  IndexLock lock_;
  Snapshot snapshot_;
  Manifest next_;                             // what will be published
  std::map<std::size_t, Tombstones> buried_;  // by segment: earlier tombstones and new ones
  std::set<std::size_t> dropped_;             // segments
  bool changed_ = false;
  std::vector<Workshop> adopted_;  // segments, until a manifest may name them
  Workshop workshop_;              // all of these go before the lock does
};

}  // namespace dateline
