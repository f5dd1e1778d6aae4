#include "searcher/batch.h"

#include <string>

#include "searcher/answer_json.h"
#include "searcher/line_reader.h"
#include "searcher/request_json.h"

namespace dateline {
namespace {

struct Reply {
  std::string line;
  bool answered;
};

Reply reply_to(const InputLine& line, const RequestDraft& defaults, const FilterContext& context,
               const SearchFunction& search) {
  if (line.too_long) {
    const Error error{ErrorKind::kInput, "the line is longer than " +
                                             std::to_string(kMaxRequestBytes) +
                                             " bytes; a request is one short JSON object"};
    return {error_line("null", line.number, error), false};
  }
  const NamedRequest named = read_request(line.text, defaults, context);
  if (!named.request) return {error_line(named.id, line.number, named.request.error()), false};
  const Result<Answer> answer = search(*named.request);
  if (!answer) return {error_line(named.id, line.number, answer.error()), false};
  return {answer_line(named.id, *answer), true};
}

}  // namespace

BatchReport run_batch(std::istream& input, std::ostream& output, const RequestDraft& defaults,
                      const FilterContext& context, const SearchFunction& search) {
  BatchReport report;
  BoundedLineReader lines(input, kMaxRequestBytes);
  while (const auto line = lines.next()) {
    if (!line->too_long && line->text.find_first_not_of(" \t") == std::string::npos) continue;
    const Reply reply = reply_to(*line, defaults, context, search);
    ++(reply.answered ? report.answered : report.failed);
    output << reply.line << std::flush;
    if (!output) break;
  }
  return report;
}

}  // namespace dateline
