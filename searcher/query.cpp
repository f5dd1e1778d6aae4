#include "searcher/query.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

// A single excluded word needs quotes only where its own marks would be read as operators.
void append_excluded(std::string& out, const QueryPart& part) {
  const std::string& word = part.words[0];
  const bool is_clear = std::string_view("-+!(").find(word.front()) == std::string_view::npos &&
                        word.find_first_of("()*~^:") == std::string::npos;
  out += '-';
  if (part.words.size() == 1 && (is_clear || word.find('"') != std::string::npos)) {
    out += word;
  } else {
    out += quoted(part.words);
  }
}

}  // namespace

std::optional<Query> relaxed(const Query& query) {
  if (query.words.empty() || query.phrases.empty()) return std::nullopt;
  Query words{query.words, {}, query.excluded, query.condition};
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
    out += quoted(part.words);
  }
  for (const QueryPart& part : query.excluded) {
    separate();
    append_excluded(out, part);
  }
  if (query.condition) {
    separate();
    out += to_string(*query.condition);
  }
  return out;
}

}  // namespace dateline
