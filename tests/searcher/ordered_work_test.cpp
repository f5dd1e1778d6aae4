#include "searcher/ordered_work.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

using Worker = std::function<int(const int&)>;

std::function<std::optional<int>()> count_to(int end) {
  return [at = 0, end]() mutable { return at < end ? std::optional(at++) : std::nullopt; };
}

}  // namespace

TEST_CASE("Results come in the order of their tasks", "[searcher][ordered_work]") {
  std::vector<int> results;
  const Worker worker = [](const int& task) {
    std::this_thread::sleep_for(std::chrono::microseconds(task % 5 * 50));
    return task * 2;
  };
  in_order<int, int>(
      count_to(500), {worker, worker, worker},
      [&results](const int& result) {
        results.push_back(result);
        return true;
      },
      4);
  REQUIRE(results.size() == 500);
  for (int at = 0; at < 500; ++at) CHECK(results[static_cast<std::size_t>(at)] == 2 * at);
}

TEST_CASE("A result is written as soon as those before it are, though no more tasks come",
          "[searcher][ordered_work]") {
  std::atomic<int> written = 0;
  int asked = 0;
  const auto next = [&]() -> std::optional<int> {
    // Like a program that waits for an answer before it asks again.
    for (int wait = 0; written < asked && wait < 5000; ++wait) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(written == asked);
    return asked < 20 ? std::optional(asked++) : std::nullopt;
  };
  const Worker worker = [](const int& task) { return task; };
  in_order<int, int>(
      next, {worker, worker},
      [&written](const int&) {
        ++written;
        return true;
      },
      8);
}

TEST_CASE("No more tasks are taken in than may wait", "[searcher][ordered_work]") {
  std::atomic<int> taken = 0;
  std::atomic<int> written = 0;
  int most = 0;
  const auto next = [&]() -> std::optional<int> {
    most = std::max(most, taken - written);
    return taken < 200 ? std::optional(taken++) : std::nullopt;
  };
  const Worker worker = [](const int& task) {
    if (task % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return task;
  };
  in_order<int, int>(
      next, {worker, worker},
      [&written](const int&) {
        ++written;
        return true;
      },
      6);
  CHECK(most <= 7);  // one more waits to be put
}

TEST_CASE("What a worker throws ends the work and comes out", "[searcher][ordered_work]") {
  const Worker worker = [](const int& task) {
    if (task == 7) throw std::runtime_error("seven");
    return task;
  };
  const auto write = [](const int& result) { return result < 7; };
  CHECK_THROWS_WITH((in_order<int, int>(count_to(1'000'000), {worker, worker}, write, 4)), "seven");
}

}  // namespace dateline
