// Work on many things at once whose results come out in the order that the things came in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

// What is worked on and what is done but waits for those before it. Thread-safe.
template <class Task, class Done>
class OrderedWindow {
 public:
  OrderedWindow(std::size_t most, std::function<bool(const Done&)> write)
      : most_(most), write_(std::move(write)) {}

  // Waits for room. False if there is no more to do.
  bool put(Task task) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || slots_.size() < most_; });
    if (!stopped_) slots_.push_back({std::move(task), std::nullopt});
    changed_.notify_all();
    return !stopped_;
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  // Takes tasks and does them until there are no more. Rethrows nothing: see error().
  void work(const std::function<Done(const Task&)>& worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopped_ || closed_ || begun_ < slots_.size(); });
      if (stopped_ || begun_ == slots_.size()) return;
      Slot& slot = slots_[begun_++];  // stays where it is: a deque, and only its ends change
      lock.unlock();
      try {
        Done done = worker(slot.task);
        lock.lock();
        slot.done = std::move(done);
        write_front();
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        error_ = std::current_exception();
        stopped_ = true;
      }
      changed_.notify_all();
    }
  }

  std::exception_ptr error() const { return error_; }

 private:
  struct Slot {
    Task task;
    std::optional<Done> done;
  };

  void write_front() {
    while (!stopped_ && !slots_.empty() && slots_.front().done) {
      stopped_ = !write_(*slots_.front().done);
      slots_.pop_front();
      --begun_;
    }
  }

  std::size_t most_;
  std::function<bool(const Done&)> write_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;  // the oldest first
  std::size_t begun_ = 0;   // so many of them were taken
  bool closed_ = false;
  bool stopped_ = false;
  std::exception_ptr error_;
};

// `next` is called on the caller's thread until it has no more; each worker is used by one thread;
// `write` is called by one thread at a time and stops everything by false. At most `most` tasks are
// under way or wait for those before them. What a worker or `write` throws is thrown here.
template <class Task, class Done>
void in_order(const std::function<std::optional<Task>()>& next,
              const std::vector<std::function<Done(const Task&)>>& workers,
              const std::function<bool(const Done&)>& write, std::size_t most) {
  OrderedWindow<Task, Done> window(most, write);
  std::vector<std::thread> threads;
  for (const auto& worker : workers) {
    threads.emplace_back([&window, &worker] { window.work(worker); });
  }
  while (std::optional<Task> task = next()) {
    if (!window.put(*std::move(task))) break;
  }
  window.close();
  for (std::thread& thread : threads) thread.join();
  if (window.error()) std::rethrow_exception(window.error());
}

}  // namespace dateline
