#include "indexer/index_lock.h"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace dateline {

TEST_CASE("A held lock is refused to others with the name of its holder", "[indexer][index_lock]") {
  const TemporaryFolder index;
  const auto lock = IndexLock::acquire(index.path());
  REQUIRE(lock);
  const auto second = IndexLock::acquire(index.path());
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ErrorKind::kLocked);
  const std::string& message = second.error().message;
  CHECK(message.starts_with("the index '" + index.path().string() +
                            "' is being written by process " + std::to_string(::getpid()) +
                            " on "));
  CHECK(message.ends_with("; try again when it has finished"));
}

TEST_CASE("A lock ends with its object, also after a move", "[indexer][index_lock]") {
  const TemporaryFolder index;
  {
    auto first = IndexLock::acquire(index.path());
    REQUIRE(first);
    const IndexLock moved = *std::move(first);
    CHECK_FALSE(IndexLock::acquire(index.path()));
  }
  CHECK(IndexLock::acquire(index.path()));
}

TEST_CASE("The lock of a process that died is free", "[indexer][index_lock]") {
  const TemporaryFolder index;
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = IndexLock::acquire(index.path());
    ::raise(lock ? SIGKILL : SIGTERM);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WTERMSIG(status) == SIGKILL);
  CHECK(IndexLock::acquire(index.path()));
}

TEST_CASE("Two indexes have two locks", "[indexer][index_lock]") {
  const TemporaryFolder one;
  const TemporaryFolder other;
  const auto first = IndexLock::acquire(one.path());
  const auto second = IndexLock::acquire(other.path());
  CHECK(first);
  CHECK(second);
}

TEST_CASE("A folder that is not there cannot be locked", "[indexer][index_lock]") {
  const auto lock = IndexLock::acquire("/nonexistent/index");
  REQUIRE_FALSE(lock);
  CHECK(lock.error().kind == ErrorKind::kSystem);
  CHECK(lock.error().message == "cannot write to '/nonexistent/index': No such file or directory");
}

}  // namespace dateline
