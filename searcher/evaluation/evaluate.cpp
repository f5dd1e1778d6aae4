#include "searcher/evaluation/evaluate.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "searcher/evaluation/judgements.h"
#include "searcher/evaluation/report.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

Error file_error(const char* what, const fs::path& path, ErrorKind kind) {
  return {kind, std::string(what) + " '" + path.string() + "': " + std::strerror(errno)};
}

// What `read` makes of the file.
template <typename Read>
auto read_with(Read read, const fs::path& path)
    -> decltype(read(std::declval<std::istream&>(), std::string())) {
  std::ifstream file(path);
  if (!file) return file_error("cannot read", path, ErrorKind::kMissing);
  return read(file, path.string());
}

Result<void> write_to(const fs::path& path, const Run& run) {
  std::ofstream file(path);
  write_run(file, run, "dateline");
  file.flush();
  if (!file) return file_error("cannot write", path, ErrorKind::kSystem);
  return {};
}

bool any_answers(const std::vector<Topic>& topics, const std::string& key) {
  return !key.empty() && std::any_of(topics.begin(), topics.end(), [&key](const Topic& topic) {
    return !topic.first(key).empty();
  });
}

}  // namespace

Result<std::string> evaluate(const EvaluationOrder& order, const FilterContext& context,
                             const SearchFunction& search) {
  const auto judgements = read_with(read_judgements, order.judgements);
  if (!judgements) return judgements.error();
  auto topics = read_with(read_topics, order.topics);
  if (!topics) return topics.error();
  std::erase_if(*topics, [&](const Topic& topic) { return !judgements->contains(topic.id); });

  auto ours = run_topics(*topics, order.reading, context, search);
  if (!ours) return ours.error();
  if (order.write) {
    if (auto written = write_to(*order.write, *ours); !written) return written.error();
  }
  std::vector<NamedRun> runs = {{"dateline", std::move(*ours)}};
  for (const fs::path& path : order.runs) {
    auto other = read_with(read_run, path);
    if (!other) return other.error();
    runs.push_back({path.filename().string(), std::move(*other)});
  }
  std::string report = comparison_table(runs, *judgements);
  if (any_answers(*topics, order.reading.answers_key)) {
    auto ranks = ranks_of_answers(*topics, order.reading, context, search);
    if (!ranks) return ranks.error();
    std::vector<NamedAnswers> systems = {{"dateline", *std::move(ranks)}};
    for (const fs::path& path : order.passages) {
      const auto texts = read_with(read_passage_texts, path);
      if (!texts) return texts.error();
      systems.push_back(
          {path.filename().string(), ranks_of_answers(*topics, order.reading.answers_key, *texts)});
    }
    report += answers_table(systems);
    const Request& request = order.reading.defaults.request;
    if (request.max_chars > 0 || request.max_tokens > 0) {
      const auto budgeted = answers_in_budget(*topics, order.reading, context, search);
      if (!budgeted) return budgeted.error();
      report += budget_table(*budgeted);
    }
  }
  if (order.per_query) report += per_query_table(runs.front().run, *judgements);
  return report;
}

}  // namespace dateline
