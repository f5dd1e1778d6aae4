#include "indexer/article_words.h"

#include <string_view>

#include "common/index/article_sentences.h"

namespace dateline {
namespace {

std::vector<std::uint32_t> numbers_of(const std::vector<NumberedToken>& tokens) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(tokens.size());
  for (const NumberedToken& token : tokens) numbers.push_back(token.term);
  return numbers;
}

}  // namespace

// The analyser's own numbers hold for one text only.
void ArticleAnalyzer::number(std::uint32_t language, std::vector<NumberedToken>& tokens) {
  for (NumberedToken& token : tokens) {
    token.term = vocabulary_.number(language, analyzer_.term(token.term));
  }
}

ArticleWords ArticleAnalyzer::analyze(const Article& article) {
  const std::uint32_t language = vocabulary_.language(article.language);
  ArticleWords words;
  auto tokens = analyzer_.analyze_numbered(article.title, article.language);
  number(language, tokens);
  words.title = numbers_of(tokens);
  tokens = analyzer_.analyze_numbered(std::string_view(article.text).substr(article.body_start),
                                      article.language);
  number(language, tokens);
  words.body = numbers_of(tokens);
  for (NumberedToken& token : tokens) {
    token.range.start += article.body_start;
    token.range.end += article.body_start;
  }
  append_sentences(sentences_of(article.text, article.body_start, tokens), words.sentences);
  return words;
}

}  // namespace dateline
