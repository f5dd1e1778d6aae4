// The words and sentences of an article, as they go into a segment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "indexer/vocabulary.h"

namespace dateline {

struct ArticleWords {
  std::vector<std::uint32_t> title;  // numbers of the analyser's vocabulary, in their order
  std::vector<std::uint32_t> body;
  std::string sentences;  // as append_sentences() codes them
};

// Not thread-safe, because the analyser is not; every thread has its own.
class ArticleAnalyzer {
 public:
  ArticleWords analyze(const Article& article);

  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  void number(std::uint32_t language, std::vector<NumberedToken>& tokens);

  Analyzer analyzer_;
  Vocabulary vocabulary_;
};

}  // namespace dateline
