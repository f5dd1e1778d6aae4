// Articles on their way into a segment, in the order in which they will stand there, analysed
// already: those that one thread has built, or the living ones of a segment that is merged.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "common/result.h"

namespace dateline {

// The words of one article, holding during a visit only.
struct RunWords {
  std::span<const std::uint32_t> title;  // numbers that ArticleRun::term() knows
  std::span<const std::uint32_t> body;
  std::string_view sentences;
};

struct RunTerm {
  std::string language;
  std::string text;
};

// Two threads may visit at the same time.
class ArticleRun {
 public:
  using RecordVisit = std::function<Result<void>(std::string_view record)>;
  using WordsVisit = std::function<Result<void>(const RunWords&)>;

  ArticleRun() = default;
  ArticleRun(const ArticleRun&) = delete;
  ArticleRun& operator=(const ArticleRun&) = delete;
  virtual ~ArticleRun() = default;

  virtual std::uint32_t articles() const = 0;

  // Terms have numbers from 0 up to this; some may be those of articles that are not visited.
  virtual std::uint32_t terms() const = 0;
  virtual RunTerm term(std::uint32_t number) const = 0;

  // Both visit all articles in the same order, stop at the first visit that fails and return its
  // error. Records are as encode_article() wrote them.
  virtual Result<void> for_each_record(const RecordVisit& visit) const = 0;
  virtual Result<void> for_each_words(const WordsVisit& visit) const = 0;
};

}  // namespace dateline
