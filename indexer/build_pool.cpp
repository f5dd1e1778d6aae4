#include "indexer/build_pool.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <thread>

#include "common/hash.h"
#include "indexer/article_builder.h"

namespace dateline {
namespace {

// Enough to keep a thread busy while the feeder waits for another one; records are small, but a
// single one may have megabytes, so bytes are bounded as well.
constexpr std::size_t kMaxWaitingTasks = 64;
constexpr std::size_t kMaxWaitingBytes = std::size_t{32} << 20;

// Tasks on their way from the feeding thread to one worker.
class TaskQueue {
 public:
  // Waits while the queue is full; false once it has been shut.
  bool push(BuildTask task) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return shut_ || tasks_.empty() ||
             (tasks_.size() < kMaxWaitingTasks && bytes_ < kMaxWaitingBytes);
    });
    if (shut_) return false;
    bytes_ += task.record.text.size();
    tasks_.push_back(std::move(task));
    changed_.notify_all();
    return true;
  }

  // Waits for a task; nothing once the queue has been closed and is empty, or has been shut.
  std::optional<BuildTask> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return shut_ || closed_ || !tasks_.empty(); });
    if (shut_ || tasks_.empty()) return std::nullopt;
    BuildTask task = std::move(tasks_.front());
    tasks_.pop_front();
    bytes_ -= task.record.text.size();
    changed_.notify_all();
    return task;
  }

  void close() { set(closed_); }  // no more will be pushed
  void shut() { set(shut_); }     // no more will be taken

 private:
  void set(bool& flag) {
    const std::lock_guard lock(mutex_);
    flag = true;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<BuildTask> tasks_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
  bool shut_ = false;
};

}  // namespace

struct BuildPool::Worker {
  Worker(std::filesystem::path part_folder, SegmentWriter segment_writer,
         const std::optional<Date>& published_before)
      : folder(std::move(part_folder)),
        builder(published_before),
        writer(std::move(segment_writer)) {}

  void run() {
    if (auto done = build_all_caught(); !done) {
      failure = done.error();
      queue.shut();
    }
  }

  // An exception that left the thread would end the program without a word.
  Result<void> build_all_caught() {
    try {
      while (auto task = queue.pop()) {
        if (auto built = build(*task); !built) return built;
      }
      return {};
    } catch (const std::bad_alloc&) {
      return Error{ErrorKind::kSystem, "out of memory"};
    } catch (const std::exception& exception) {
      return Error{ErrorKind::kSystem, exception.what()};
    }
  }

  Result<void> build(const BuildTask& task) {
    auto built = builder.build(task.record);
    if (!built) {
      outcome.rejected.push_back(built.error().message);
      return {};
    }
    if (auto added = writer.add(*built, task.earlier); !added) return added;
    if (task.published) outcome.superseded.push_back(*task.published);
    return {};
  }

  std::filesystem::path folder;
  ArticleBuilder builder;
  SegmentWriter writer;
  TaskQueue queue;
  BuildOutcome outcome;          // the worker's own until its thread has been joined, like
  std::optional<Error> failure;  // the failure
  std::jthread thread;           // last, so that it is joined before what it uses goes
};

BuildPool::BuildPool(std::vector<std::unique_ptr<Worker>> workers) : workers_(std::move(workers)) {}
BuildPool::BuildPool(BuildPool&&) noexcept = default;

BuildPool::~BuildPool() {
  for (const auto& worker : workers_) worker->queue.shut();
}

Result<BuildPool> BuildPool::start(const std::filesystem::path& folder, unsigned threads,
                                   const std::optional<Date>& published_before) {
  std::vector<std::unique_ptr<Worker>> workers;
  for (unsigned number = 0; number < threads; ++number) {
    const auto part = folder / ("part-" + std::to_string(number));
    auto writer = SegmentWriter::create(part);
    if (!writer) return writer.error();
    workers.push_back(std::make_unique<Worker>(part, std::move(*writer), published_before));
  }
  for (const auto& worker : workers) {
    worker->thread = std::jthread([&work = *worker] { work.run(); });
  }
  return BuildPool(std::move(workers));
}

bool BuildPool::submit(BuildTask task) {
  Worker& worker = *workers_[hash_bytes(task.record.id) % workers_.size()];
  return worker.queue.push(std::move(task));
}

Result<BuildOutcome> BuildPool::finish() {
  BuildOutcome all;
  for (const auto& worker : workers_) worker->queue.close();
  for (const auto& worker : workers_) worker->thread.join();
  for (const auto& worker : workers_) {
    if (worker->failure) return *worker->failure;
    if (auto finished = worker->writer.finish(); !finished) return finished.error();
    const BuildOutcome& outcome = worker->outcome;
    all.superseded.insert(all.superseded.end(), outcome.superseded.begin(),
                          outcome.superseded.end());
    all.rejected.insert(all.rejected.end(), outcome.rejected.begin(), outcome.rejected.end());
    all.parts.push_back(worker->folder);
  }
  return all;
}

}  // namespace dateline
