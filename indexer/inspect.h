// `dateline-index inspect`: what would be indexed, and why, as one line of JSON per article.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/article_builder.h"

namespace dateline {

// {"id", "title", "language", "date": {"value", "precision", "time", "confidence", "probability",
// "evidence", "span", "text", "alternatives"}, "countries": {"about", "primary", "mentioned",
// "evidence", "spans": [{"country", "in": "title"|"text", "span", "text"}]}, "words", "source",
// "url", "author", "text", "body_start"}; no newline. indexer/README.md describes the fields.
std::string to_inspect_json(const IndexedArticle& indexed);

struct InspectOutput {
  std::function<bool(const std::string&)> line;    // false: nobody reads on
  std::function<void(const std::string&)> report;  // rejections
};

// Returns the number of rejected records and inputs. Touches no index.
std::size_t inspect_inputs(const std::vector<std::string>& inputs,
                           const std::optional<Date>& published_before,
                           const InspectOutput& output);

}  // namespace dateline
