#include "report.h"

#include <algorithm>
#include <functional>
#include <iomanip>
#include <numeric>
#include <sstream>

namespace dateline::bench {
namespace {

// Three significant digits are as many as such measurements have.
std::string digits(double value) {
  std::ostringstream text;
  const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  text << std::fixed << std::setprecision(decimals) << value;
  return text.str();
}

double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

void print_row(std::ostream& out, const std::vector<std::string>& cells) {
  out << '|';
  for (const std::string& cell : cells) out << ' ' << cell << " |";
  out << '\n';
}

void print_head(std::ostream& out, const std::vector<std::string>& cells) {
  print_row(out, cells);
  print_row(out, std::vector<std::string>(cells.size(), "---"));
}

using Times = std::vector<double> ClassTimes::*;

void print_times(std::ostream& out, const std::vector<std::string>& class_names,
                 const std::vector<EngineReport>& engines, Times times) {
  std::vector<std::string> head = {"class", "queries"};
  for (const EngineReport& engine : engines) head.push_back(engine.name);
  print_head(out, head);
  for (std::size_t at = 0; at < class_names.size(); ++at) {
    std::vector<std::string> row = {class_names[at],
                                    std::to_string((engines[0].classes[at].*times).size())};
    for (const EngineReport& engine : engines) {
      const std::vector<double>& values = engine.classes[at].*times;
      row.push_back(values.empty() ? "–"
                                   : digits(mean(values)) + " (" + digits(quantile(values, 0.5)) +
                                         " / " + digits(quantile(values, 0.99)) + ")");
    }
    print_row(out, row);
  }
}

// How many times as long as the first engine the others take.
void print_ratios(std::ostream& out, const std::vector<std::string>& class_names,
                  const std::vector<EngineReport>& engines) {
  std::vector<std::string> head = {"class"};
  for (std::size_t peer = 1; peer < engines.size(); ++peer) head.push_back(engines[peer].name);
  print_head(out, head);
  for (std::size_t at = 0; at < class_names.size(); ++at) {
    const std::vector<double>& ours = engines[0].classes[at].processor_us;
    std::vector<std::string> row = {class_names[at]};
    for (std::size_t peer = 1; peer < engines.size(); ++peer) {
      const std::vector<double>& theirs = engines[peer].classes[at].processor_us;
      if (ours.empty() || theirs.empty()) {
        row.emplace_back("–");
        continue;
      }
      row.push_back(digits(mean(theirs) / mean(ours)) + " (" +
                    digits(quantile(theirs, 0.5) / quantile(ours, 0.5)) + " / " +
                    digits(quantile(theirs, 0.99) / quantile(ours, 0.99)) + ")");
    }
    print_row(out, row);
  }
}

void print_builds(std::ostream& out, const std::vector<EngineReport>& engines,
                  std::uint64_t text_bytes) {
  print_head(out, {"engine", "MB/s of one core", "MB/s in all", "peak memory, MB", "index, MB",
                   "index / text", "peak memory serving, MB"});
  for (const EngineReport& engine : engines) {
    const auto rate = [&](double seconds) {
      return seconds > 0 ? digits(megabytes(text_bytes) / seconds) : "–";
    };
    print_row(
        out, {engine.version, rate(engine.build.processor_seconds), rate(engine.build.wall_seconds),
              digits(megabytes(engine.build.peak_bytes)), digits(megabytes(engine.index_bytes)),
              digits(megabytes(engine.index_bytes) / megabytes(text_bytes)),
              digits(megabytes(engine.serving_peak_bytes))});
  }
}

}  // namespace

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  return values[std::min(rank, values.size() - 1)];
}

void print_report(std::ostream& out, const std::vector<std::string>& class_names,
                  const std::vector<EngineReport>& engines, std::uint64_t text_bytes) {
  out << "\n### Processor time of a query, us: mean (p50 / p99)\n\n";
  print_times(out, class_names, engines, &ClassTimes::processor_us);
  out << "\n### Times as long as Dateline, processor time: mean (p50 / p99)\n\n";
  print_ratios(out, class_names, engines);
  out << "\n### Wall time of a query, us: mean (p50 / p99)\n\n";
  print_times(out, class_names, engines, &ClassTimes::wall_us);
  out << "\n### Building the index (" << digits(megabytes(text_bytes)) << " MB of words)\n\n";
  print_builds(out, engines, text_bytes);
}

}  // namespace dateline::bench
