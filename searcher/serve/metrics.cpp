#include "searcher/serve/metrics.h"

#include <sstream>

namespace dateline {

void Metrics::record(const std::string& route, int status, double seconds) {
  const std::scoped_lock lock(mutex_);
  ++requests_[{route, status}];
  Latency& latency = latencies_[route];
  for (std::size_t at = 0; at < kBounds.size(); ++at) {
    if (seconds <= kBounds[at]) ++latency.at_most[at];
  }
  ++latency.count;
  latency.seconds += seconds;
}

std::string Metrics::text(std::uint64_t generation, std::size_t articles) const {
  std::ostringstream out;
  const std::scoped_lock lock(mutex_);
  out << "# HELP dateline_requests_total Requests answered.\n"
         "# TYPE dateline_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    out << "dateline_requests_total{route=\"" << key.first << "\",status=\"" << key.second << "\"} "
        << count << '\n';
  }
  out << "# HELP dateline_request_seconds Time from a request to its answer.\n"
         "# TYPE dateline_request_seconds histogram\n";
  for (const auto& [route, latency] : latencies_) {
    const std::string label = "{route=\"" + route + "\"";
    for (std::size_t at = 0; at < kBounds.size(); ++at) {
      out << "dateline_request_seconds_bucket" << label << ",le=\"" << kBounds[at] << "\"} "
          << latency.at_most[at] << '\n';
    }
    out << "dateline_request_seconds_bucket" << label << ",le=\"+Inf\"} " << latency.count << '\n'
        << "dateline_request_seconds_sum" << label << "} " << latency.seconds << '\n'
        << "dateline_request_seconds_count" << label << "} " << latency.count << '\n';
  }
  out << "# HELP dateline_requests_in_flight Requests being answered.\n"
         "# TYPE dateline_requests_in_flight gauge\n"
         "dateline_requests_in_flight "
      << in_flight_ << '\n'
      << "# HELP dateline_index_generation Generation of the index that answers.\n"
         "# TYPE dateline_index_generation gauge\n"
         "dateline_index_generation "
      << generation << '\n'
      << "# HELP dateline_index_articles Articles of the index, deleted ones aside.\n"
         "# TYPE dateline_index_articles gauge\n"
         "dateline_index_articles "
      << articles << '\n';
  return out.str();
}

}  // namespace dateline
