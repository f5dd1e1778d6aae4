// Draws the queries of every class from the articles themselves, the same ones for a seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/result.h"
#include "exchange.h"

namespace dateline::bench {

struct QueryClass {
  std::string name;  // "or-2-3"
  std::vector<ExchangedQuery> queries;
};

// `per_class` queries of each class, fewer where the articles do not have so many different ones.
// Fails with what reading the file of articles fails with.
Result<std::vector<QueryClass>> make_queries(const std::string& articles, std::size_t per_class,
                                             std::uint64_t seed);

// A file CLASS.tsv in `folder` for each, numbered so that they sort in their order.
Result<void> write_queries(const std::vector<QueryClass>& classes, const std::string& folder);
// Fails with kMissing or kInput.
Result<std::vector<QueryClass>> read_queries(const std::string& folder);

}  // namespace dateline::bench
