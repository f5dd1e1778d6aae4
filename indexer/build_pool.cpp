#include "indexer/build_pool.h"

#include <atomic>
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
constexpr std::size_t kMaxWaitingBytes = std::size_t{16} << 20;

// What build_segment() holds for each term of a thread's vocabulary, and for each article: columns,
// boolean terms, values, places in the spool. Measured as the growth of the process.
constexpr std::size_t kBytesATerm = 150;
constexpr std::size_t kBytesAnArticle = 500;

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
  explicit Worker(const std::optional<Date>& published_before) : builder(published_before) {}

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
    const std::string record = encode_article(built->indexed);
    if (auto added = spool->add(hash_bytes(task.record.id), record, built->words); !added) {
      return added;
    }
    if (task.published) outcome.superseded.push_back(*task.published);
    const Vocabulary& vocabulary = builder.vocabulary();
    bytes =
        vocabulary.bytes() + vocabulary.size() * kBytesATerm + spool->articles() * kBytesAnArticle;
    return {};
  }

  ArticleBuilder builder;
  std::unique_ptr<ArticleSpool> spool;
  std::atomic<std::size_t> bytes = 0;
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
    std::error_code code;
    std::filesystem::create_directory(part, code);
    if (code) {
      return Error{ErrorKind::kSystem,
                   "cannot make the folder '" + part.string() + "': " + code.message()};
    }
    auto worker = std::make_unique<Worker>(published_before);
    auto spool = ArticleSpool::create(part, worker->builder.vocabulary());
    if (!spool) return spool.error();
    worker->spool = std::move(*spool);
    workers.push_back(std::move(worker));
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

std::size_t BuildPool::bytes() const {
  std::size_t bytes = 0;
  for (const auto& worker : workers_) bytes += worker->bytes;
  return bytes;
}

Result<BuildOutcome> BuildPool::finish() {
  BuildOutcome all;
  for (const auto& worker : workers_) worker->queue.close();
  for (const auto& worker : workers_) worker->thread.join();
  for (const auto& worker : workers_) {
    if (worker->failure) return *worker->failure;
    if (auto finished = worker->spool->finish(); !finished) return finished.error();
    const BuildOutcome& outcome = worker->outcome;
    all.superseded.insert(all.superseded.end(), outcome.superseded.begin(),
                          outcome.superseded.end());
    all.rejected.insert(all.rejected.end(), outcome.rejected.begin(), outcome.rejected.end());
    all.parts.push_back(worker->spool.get());
  }
  return all;
}

}  // namespace dateline
