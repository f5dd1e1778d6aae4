#include "searcher/query.h"

#include <algorithm>

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

std::optional<Query> relaxed(const Query& query) {
  if (query.words.empty() || query.phrases.empty()) return std::nullopt;
  Query words{query.words, {}, query.excluded};
  for (const QueryPart& phrase : query.phrases) {
    for (const std::string& word : phrase.words) words.words.push_back({{word}, phrase.range});
  }
  std::stable_sort(words.words.begin(), words.words.end(), [](const auto& left, const auto& right) {
    return left.range.start < right.range.start;
  });
  return words;
}

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
