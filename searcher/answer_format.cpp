#include "searcher/answer_format.h"

#include <array>

#include "searcher/answer_json.h"
#include "searcher/answer_markdown.h"
#include "searcher/answer_records.h"
#include "searcher/answer_tables.h"
#include "searcher/answer_text.h"
#include "searcher/article_json.h"
#include "searcher/article_text.h"
#include "searcher/verify/verification_json.h"
#include "searcher/verify/verification_text.h"

namespace dateline {
namespace {

// For shapes that look the same whatever the terminal is.
template <std::string (*write)(const Answer&)>
std::string plain(const Answer& answer, const TextStyle& /*style*/) {
  return write(answer);
}

template <typename T>
std::string indented(const T& value, const TextStyle& /*style*/) {
  return to_json(value, JsonLayout::kIndented) + '\n';
}

std::string fetched(const Article& article, const TextStyle& /*style*/) {
  return to_openai(article);
}

constexpr std::array<AnswerFormat, 10> kFormats = {{
    {OutputFormat::kText, "text", to_text, to_text, to_text, false, true, true},
    {OutputFormat::kJson, "json", indented<Answer>, indented<Article>, indented<Verification>, true,
     true, true},
    {OutputFormat::kJsonLines, "jsonl", plain<to_json_lines>, nullptr, nullptr, true, true},
    {OutputFormat::kTrec, "trec", plain<to_trec>, nullptr, nullptr},
    {OutputFormat::kMarkdown, "markdown", plain<to_markdown>, nullptr, nullptr},
    {OutputFormat::kCsv, "csv", plain<to_csv>, nullptr, nullptr, true, true},
    {OutputFormat::kLangChain, "langchain", plain<to_langchain>, nullptr, nullptr},
    {OutputFormat::kLlamaIndex, "llamaindex", plain<to_llamaindex>, nullptr, nullptr},
    {OutputFormat::kHaystack, "haystack", plain<to_haystack>, nullptr, nullptr},
    {OutputFormat::kOpenAi, "openai", plain<to_openai>, fetched, nullptr},
}};

}  // namespace

std::span<const AnswerFormat> answer_formats() { return kFormats; }

}  // namespace dateline
