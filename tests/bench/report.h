// What was measured, as Markdown.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "measured_run.h"

namespace dateline::bench {

// One engine's times for the queries of one class: of each the best of all rounds.
struct ClassTimes {
  std::vector<double> processor_us;
  std::vector<double> wall_us;
  std::size_t rounds = 0;
};

struct EngineReport {
  std::string name;     // "lucene"
  std::string version;  // "Lucene 10.6.0"
  Usage build;          // zeros if it is not known
  std::uint64_t index_bytes = 0;
  std::uint64_t serving_peak_bytes = 0;
  std::vector<ClassTimes> classes;
};

double mean(const std::vector<double>& values);
// The value that `share` of the others do not exceed. REQUIRES: values are not empty.
double quantile(std::vector<double> values, double share);

// `engines` begin with the one that the others are compared with; `class_names` in their order.
// `text_bytes` is the size of what was indexed.
void print_report(std::ostream& out, const std::vector<std::string>& class_names,
                  const std::vector<EngineReport>& engines, std::uint64_t text_bytes);

}  // namespace dateline::bench
