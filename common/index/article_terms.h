// The words of one article as ids, in their order, and the sentences of its body.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/index/terms.h"
#include "common/result.h"

namespace dateline {

struct ArticleTerms {
  std::uint32_t docid = 0;
  std::vector<TermId> title;
  std::vector<TermId> body;
  std::string sentences;  // as append_sentences() codes them
};

// Visits the articles of a segment in ascending order of docid; the same ones at each call. Stops
// at the first visit that fails and returns its error.
using ArticleVisit = std::function<Result<void>(const ArticleTerms&)>;
using ArticleReplay = std::function<Result<void>(const ArticleVisit&)>;

}  // namespace dateline
