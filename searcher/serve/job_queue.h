// From the thread that reads requests to those that answer them, and back.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "searcher/serve/web.h"

namespace dateline {

// A body on its way from the thread that makes it to the one that sends it. Thread-safe.
class StreamedBody {
 public:
  // Waits while more than a MiB is unsent, so a slow reader slows its answer and takes no memory.
  // False once the reader is gone.
  bool push(const std::string& piece);
  void finish(bool whole);

  // What there is to send: nothing as yet if `bytes` is empty and the end is not there.
  struct Part {
    std::string bytes;
    bool last = false;
    bool whole = true;  // else the maker failed; with `last` only
  };
  Part take();
  void close();  // the reader is gone

 private:
  std::mutex mutex_;
  std::condition_variable taken_;
  Part unsent_;
  bool closed_ = false;
};

struct Job {
  WebRequest request;
  // Both may be called on any thread. The body, if it is not null, is to be sent as the reply's.
  std::function<void(WebReply, std::shared_ptr<StreamedBody>)> reply;  // once
  std::function<void()> more;                                          // there is more of the body
};

// Thread-safe.
class JobQueue {
 public:
  explicit JobQueue(std::size_t most) : most_(most) {}

  bool push(Job job);        // false if it is full
  std::optional<Job> pop();  // waits; nothing once the queue is closed and empty
  void close();

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool closed_ = false;
};

// Until the queue is closed and empty.
void answer_jobs(JobQueue& queue, const WebHandler& handler);

}  // namespace dateline
