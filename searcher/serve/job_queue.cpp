#include "searcher/serve/job_queue.h"

#include <exception>
#include <utility>

#include "searcher/serve/problem.h"

namespace dateline {
namespace {

constexpr std::size_t kMostUnsent = std::size_t{1} << 20;  // bytes

// An exception in the middle of a body can only end it early.
void stream(const Job& job, WebReply reply) {
  const auto body = std::make_shared<StreamedBody>();
  const auto make = std::move(reply.stream);
  job.reply(std::move(reply), body);
  bool whole = true;
  try {
    make([&](const std::string& piece) {
      const bool is_read = body->push(piece);
      job.more();
      return is_read;
    });
  } catch (const std::exception&) {
    whole = false;
  }
  body->finish(whole);
  job.more();
}

}  // namespace

bool StreamedBody::push(const std::string& piece) {
  std::unique_lock lock(mutex_);
  taken_.wait(lock, [this] { return closed_ || unsent_.bytes.size() < kMostUnsent; });
  if (!closed_) unsent_.bytes += piece;
  return !closed_;
}

void StreamedBody::finish(bool whole) {
  const std::lock_guard lock(mutex_);
  unsent_.last = true;
  unsent_.whole = whole;
}

StreamedBody::Part StreamedBody::take() {
  const std::lock_guard lock(mutex_);
  taken_.notify_all();
  Part part{{}, unsent_.last, unsent_.whole};
  part.bytes.swap(unsent_.bytes);
  return part;
}

void StreamedBody::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  taken_.notify_all();
}

bool JobQueue::push(Job job) {
  const std::lock_guard lock(mutex_);
  if (jobs_.size() >= most_) return false;
  jobs_.push_back(std::move(job));
  changed_.notify_one();
  return true;
}

std::optional<Job> JobQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
  if (jobs_.empty()) return std::nullopt;
  Job job = std::move(jobs_.front());
  jobs_.pop_front();
  return job;
}

void JobQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void answer_jobs(JobQueue& queue, const WebHandler& handler) {
  while (auto job = queue.pop()) {
    WebReply reply;
    try {
      reply = handler(job->request);
    } catch (const std::exception& exception) {
      reply = problem(500, "system", exception.what());
    }
    if (reply.stream) {
      stream(*job, std::move(reply));
    } else {
      job->reply(std::move(reply), nullptr);
    }
  }
}

}  // namespace dateline
