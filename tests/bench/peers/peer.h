// The frame of an engine's program: `PEER build ARTICLES INDEX` makes an index of a file of
// articles, `PEER serve INDEX` answers queries, a line in, a line out, each timed inside.
#pragma once

#include <chrono>
#include <ctime>
#include <iostream>
#include <string>

#include "common/program.h"
#include "tests/bench/exchange.h"

namespace dateline::bench {

inline std::uint64_t thread_processor_ns() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 +
         static_cast<std::uint64_t>(time.tv_nsec);
}

// Engine has: void prepare(const ExchangedQuery&), which may look nothing up; void search(), the
// part that is timed; and EngineAnswer answer(), without the times, which may fetch the ids.
template <typename Engine>
Result<ExitStatus> serve(Engine& engine, const std::string& name_and_version) {
  std::cout << name_and_version << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    const auto query = decode_query(line);
    if (!query) return query.error();
    engine.prepare(*query);
    const auto wall = std::chrono::steady_clock::now();
    const std::uint64_t processor = thread_processor_ns();
    engine.search();
    const std::uint64_t processor_ns = thread_processor_ns() - processor;
    const auto wall_ns = std::chrono::steady_clock::now() - wall;
    EngineAnswer answer = engine.answer();
    answer.processor_ns = processor_ns;
    answer.wall_ns = static_cast<std::uint64_t>(std::chrono::nanoseconds(wall_ns).count());
    std::cout << encode(answer) << std::endl;
  }
  return ExitStatus::kSuccess;
}

// main() of a peer. `build(articles, index)` and `serve(index)` are functions that return
// Result<ExitStatus>.
template <typename Build, typename Serve>
int run_peer(const char* name, int argc, char** argv, Build build, Serve serve_index) {
  return run_program(name, [&]() -> Result<ExitStatus> {
    const std::string command = argc > 1 ? argv[1] : "";
    if (command == "build" && argc == 4) return build(argv[2], argv[3]);
    if (command == "serve" && argc == 3) return serve_index(argv[2]);
    return Error{ErrorKind::kRequest, "usage: build ARTICLES INDEX, or: serve INDEX"};
  });
}

}  // namespace dateline::bench
