#include "searcher/serve/metrics.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Requests are counted by route and status, times by bounds", "[serve]") {
  Metrics metrics;
  metrics.begin();
  metrics.record("/search", 200, 0.002);
  metrics.record("/search", 200, 0.2);
  metrics.record("/search", 429, 9);
  const std::string text = metrics.text(7, 26'760);
  for (const char* line :
       {"dateline_requests_total{route=\"/search\",status=\"200\"} 2\n",
        "dateline_requests_total{route=\"/search\",status=\"429\"} 1\n",
        "dateline_request_seconds_bucket{route=\"/search\",le=\"0.001\"} 0\n",
        "dateline_request_seconds_bucket{route=\"/search\",le=\"0.0025\"} 1\n",
        "dateline_request_seconds_bucket{route=\"/search\",le=\"0.25\"} 2\n",
        "dateline_request_seconds_bucket{route=\"/search\",le=\"+Inf\"} 3\n",
        "dateline_request_seconds_count{route=\"/search\"} 3\n", "dateline_requests_in_flight 1\n",
        "dateline_index_generation 7\n", "dateline_index_articles 26760\n"}) {
    CAPTURE(text, line);
    CHECK(text.find(line) != std::string::npos);
  }
}

}  // namespace dateline
