#include "searcher/serve/job_queue.h"

#include <atomic>
#include <chrono>
#include <thread>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A streamed body comes out whole, with its end", "[searcher][serve]") {
  StreamedBody body;
  CHECK(body.take().bytes.empty());
  CHECK(body.push("one"));
  CHECK(body.push("two"));
  const StreamedBody::Part part = body.take();
  CHECK(part.bytes == "onetwo");
  CHECK_FALSE(part.last);
  body.push("three");
  body.finish(true);
  const StreamedBody::Part end = body.take();
  CHECK(end.bytes == "three");
  CHECK(end.last);
  CHECK(end.whole);
}

TEST_CASE("Who makes a body waits for who sends it", "[searcher][serve]") {
  StreamedBody body;
  std::atomic<int> pushed = 0;
  std::atomic<bool> refused = false;
  std::thread maker([&] {
    const std::string piece(std::size_t{600} << 10, 'x');
    while (body.push(piece)) ++pushed;
    refused = true;
  });
  const auto wait_for = [&pushed](int pieces) {
    for (int wait = 0; pushed < pieces && wait < 5000; ++wait) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return pushed.load();
  };
  CHECK(wait_for(2) == 2);
  CHECK(body.take().bytes.size() == std::size_t{1200} << 10);
  CHECK(wait_for(4) == 4);
  body.close();
  maker.join();
  CHECK(refused);
}

TEST_CASE("A queue takes no more than it may, and ends empty", "[searcher][serve]") {
  JobQueue queue(2);
  CHECK(queue.push({}));
  CHECK(queue.push({}));
  CHECK_FALSE(queue.push({}));
  CHECK(queue.pop());
  CHECK(queue.push({}));
  queue.close();
  CHECK(queue.pop());
  CHECK(queue.pop());
  CHECK_FALSE(queue.pop());
}

}  // namespace dateline
