// The right to write to an index: at most one process has it. The operating system takes it back
// when the process ends, however it ends.
#pragma once

#include <filesystem>

#include "common/result.h"

namespace dateline {

class IndexLock {
 public:
  // Fails with kLocked, naming the holder, if another process has the lock; never waits.
  // REQUIRES: the folder exists.
  static Result<IndexLock> acquire(const std::filesystem::path& index);
  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&& other) noexcept;
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;
  ~IndexLock();

 private:
  explicit IndexLock(int fd) : fd_(fd) {}

  int fd_ = -1;
};

}  // namespace dateline
