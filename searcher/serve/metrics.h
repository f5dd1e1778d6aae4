// What a server has done so far, in the text form that Prometheus reads.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace dateline {

// Thread-safe.
class Metrics {
 public:
  // `route` is one of a few names, never what a client made up.
  void record(const std::string& route, int status, double seconds);

  // Requests that are being answered.
  void begin() { ++in_flight_; }
  void end() { --in_flight_; }

  // `generation` and `articles` are the index's.
  std::string text(std::uint64_t generation, std::size_t articles) const;

 private:
  // Seconds; the last bucket, without a bound, is the count of all.
  static constexpr std::array<double, 10> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025,
                                                     0.05,  0.1,    0.25,  1,    5};
  struct Latency {
    std::array<std::uint64_t, kBounds.size()> at_most{};
    std::uint64_t count = 0;
    double seconds = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // by route and status
  std::map<std::string, Latency> latencies_;                       // by route
  std::atomic<int> in_flight_ = 0;
};

}  // namespace dateline
