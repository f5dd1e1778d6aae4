#include "searcher/evaluation/run.h"

#include <algorithm>
#include <cstdlib>
#include <iomanip>

#include "searcher/evaluation/fields.h"

namespace dateline {

void sort_as_judged(Ranking& ranking) {
  std::sort(ranking.begin(), ranking.end(), [](const auto& left, const auto& right) {
    return left.score != right.score ? left.score > right.score : left.id > right.id;
  });
}

Result<Run> read_run(std::istream& input, const std::string& name) {
  Run run;
  std::size_t line_number = 0;
  for (std::string line; std::getline(input, line);) {
    ++line_number;
    const auto fields = fields_of(line);
    if (fields.empty()) continue;
    char* end = nullptr;
    const double score = fields.size() == 6 ? std::strtod(fields[4].c_str(), &end) : 0;
    if (end == nullptr || end == fields[4].c_str() || *end != '\0') {
      return Error{
          ErrorKind::kInput,
          place_in(name, line_number) + ": expected six columns: query Q0 article rank score tag"};
    }
    run[fields[0]].push_back({fields[2], score});
  }
  for (auto& [query, ranking] : run) sort_as_judged(ranking);
  return run;
}

void write_run(std::ostream& output, const Run& run, const std::string& tag) {
  output << std::setprecision(9);
  for (const auto& [query, ranking] : run) {
    for (std::size_t at = 0; at < ranking.size(); ++at) {
      output << query << " Q0 " << ranking[at].id << ' ' << at + 1 << ' ' << ranking[at].score
             << ' ' << tag << '\n';
    }
  }
}

}  // namespace dateline
