#include "searcher/batch.h"

#include <algorithm>
#include <utility>

#include "searcher/answer_json.h"
#include "searcher/line_reader.h"
#include "searcher/ordered_work.h"
#include "searcher/request_json.h"

namespace dateline {
namespace {

constexpr std::size_t kWaitingLines = 8;  // for each thread

struct Reply {
  std::string line;
  bool answered;
};

Reply reply_to(const InputLine& line, const BatchRules& rules, const SearchFunction& search) {
  if (line.too_long) {
    const Error error{ErrorKind::kInput, "the line is longer than " +
                                             std::to_string(kMaxRequestBytes) +
                                             " bytes; a request is one short JSON object"};
    return {error_line("null", line.number, error), false};
  }
  const NamedRequest named = read_request(line.text, rules.defaults, rules.context);
  if (!named.request) return {error_line(named.id, line.number, named.request.error()), false};
  const Result<Answer> answer = search(*named.request);
  if (!answer) return {error_line(named.id, line.number, answer.error()), false};
  return {answer_line(named.id, *answer), true};
}

std::optional<InputLine> next_request(BoundedLineReader& lines) {
  while (auto line = lines.next()) {
    if (line->too_long || line->text.find_first_not_of(" \t") != std::string::npos) return line;
  }
  return std::nullopt;
}

Error other_requests(const BatchStart& start, const std::string& why) {
  return {ErrorKind::kInput, "the answers that are there are not of these requests: answer " +
                                 std::to_string(start.answers) + ' ' + why +
                                 "; to begin anew, write to another file"};
}

Result<void> skip(BoundedLineReader& lines, const BatchRules& rules, const BatchStart& start) {
  std::optional<InputLine> last;
  for (std::size_t at = 0; at < start.answers; ++at) {
    last = next_request(lines);
    if (!last) return other_requests(start, "has no request");
  }
  if (!last) return {};
  const std::string id =
      last->too_long ? "null" : read_request(last->text, rules.defaults, rules.context).id;
  const std::string begin = "{\"id\":" + id + ',';
  const std::size_t known = std::min(begin.size(), start.last_line_begin.size());
  if (known > 0 && begin.compare(0, known, start.last_line_begin, 0, known) == 0) return {};
  return other_requests(start, "is not to the one with the id " + id);
}

}  // namespace

Result<BatchReport> run_batch(std::istream& input, std::ostream& output, const BatchRules& rules,
                              const std::vector<SearchFunction>& searches,
                              const BatchStart& start) {
  BoundedLineReader lines(input, kMaxRequestBytes);
  if (const auto skipped = skip(lines, rules, start); !skipped) return skipped.error();
  BatchReport report;
  const auto write = [&](const Reply& reply) {
    ++(reply.answered ? report.answered : report.failed);
    output << reply.line << std::flush;
    return static_cast<bool>(output);
  };
  if (searches.size() == 1) {
    while (const auto line = next_request(lines)) {
      if (!write(reply_to(*line, rules, searches[0]))) break;
    }
    return report;
  }
  const std::function<std::optional<InputLine>()> next = [&lines] { return next_request(lines); };
  std::vector<std::function<Reply(const InputLine&)>> workers;
  for (const SearchFunction& search : searches) {
    workers.emplace_back([&](const InputLine& line) { return reply_to(line, rules, search); });
  }
  in_order<InputLine, Reply>(next, workers, write, kWaitingLines * searches.size());
  return report;
}

}  // namespace dateline
