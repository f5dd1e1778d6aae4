#include "searcher/query.h"

namespace dateline {
namespace {

void append_quoted(std::string& out, const QueryPart& part) {
  out += '"';
  for (std::size_t i = 0; i < part.words.size(); ++i) {
    if (i > 0) out += ' ';
    out += part.words[i];
  }
  out += '"';
}

// A single excluded word needs quotes only where its own '-' would hide the operator.
void append_excluded(std::string& out, const QueryPart& part) {
  out += '-';
  if (part.words.size() == 1 && part.words[0].front() != '-') {
    out += part.words[0];
  } else {
    append_quoted(out, part);
  }
}

}  // namespace

std::string to_string(const Query& query) {
  std::string out;
  const auto separate = [&out] {
    if (!out.empty()) out += ' ';
  };
  for (const QueryPart& part : query.words) {
    separate();
    out += part.words[0];
  }
  for (const QueryPart& part : query.phrases) {
    separate();
    append_quoted(out, part);
  }
  for (const QueryPart& part : query.excluded) {
    separate();
    append_excluded(out, part);
  }
  return out;
}

}  // namespace dateline
