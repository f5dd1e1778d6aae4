// The shapes that an answer, an article or a verification can be printed in: the table behind
// --format. ANSWER.md describes each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/answer.h"
#include "searcher/text_style.h"
#include "searcher/verify/verification.h"

namespace dateline {

enum class OutputFormat : std::uint8_t {
  kText,
  kJson,
  kJsonLines,
  kTrec,
  kMarkdown,
  kCsv,
  kLangChain,
  kLlamaIndex,
  kHaystack,
  kOpenAi,
};

// Each function gives the whole output, with its last '\n'.
struct AnswerFormat {
  OutputFormat format;
  std::string_view name;  // as typed
  std::string (*answer)(const Answer&, const TextStyle&);
  std::string (*article)(const Article&, const TextStyle&);            // nullptr: none for articles
  std::string (*verification)(const Verification&, const TextStyle&);  // nullptr likewise
  bool has_fields = false;  // whether Request::fields chooses what an answer shows
  bool explains = false;    // whether it shows explanations
  bool has_facets = false;
};

// In the order of OutputFormat.
std::span<const AnswerFormat> answer_formats();

}  // namespace dateline
