#include "searcher/explanation_text.h"

#include <cstdio>

namespace dateline {
namespace {

std::string number(double value) {
  char text[32];
  (void)std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::string of_best(const ScorePart& part) {
  return number(part.score) + " of " + number(part.best);
}

std::string occurrences(std::uint32_t in_title, std::uint32_t in_text) {
  if (in_title == 0) return std::to_string(in_text);
  return std::to_string(in_title) + " in the title, " + std::to_string(in_text) + " in the text";
}

std::string sum_of(const std::vector<std::string>& parts) {
  std::string sum;
  for (const std::string& part : parts) sum += (sum.empty() ? "" : " + ") + part;
  return sum.empty() ? "0" : sum;
}

// "12.1 = 0.5 recency x (...)"
std::string taken_apart(double score, double recency, const std::vector<std::string>& parts) {
  const std::string sum = sum_of(parts);
  if (recency == 1) return number(score) + " = " + sum;
  return number(score) + " = " + number(recency) + " for its age × (" + sum + ")";
}

}  // namespace

std::vector<std::string> in_words(const Explanation& explanation) {
  std::vector<std::string> article;
  for (const ArticleWordPart& word : explanation.article_words) {
    article.push_back((word.added ? "+" : "") + word.term + ' ' + number(word.score) + " (" +
                      occurrences(word.in_title, word.in_body) + ')');
  }
  std::vector<std::string> passage;
  for (const PassageWordPart& word : explanation.passage_words) {
    passage.push_back(word.term + ' ' + number(word.score) + " (" +
                      occurrences(word.in_title, word.occurrences) + ')');
  }
  if (explanation.closeness > 0) passage.push_back("closeness " + number(explanation.closeness));
  if (explanation.phrases > 0) passage.push_back("phrases " + number(explanation.phrases));
  if (explanation.opening > 0) passage.push_back("opening " + number(explanation.opening));
  return {
      "score " + number(explanation.article.share + explanation.passage.share) + " = " +
          number(explanation.article.share) + " of the article (" + of_best(explanation.article) +
          ") + " + number(explanation.passage.share) + " of the passage (" +
          of_best(explanation.passage) + ')',
      "article " + taken_apart(explanation.article.score, explanation.recency, article),
      "passage " + taken_apart(explanation.passage.score, explanation.recency, passage),
  };
}

}  // namespace dateline
