// Is this quote in the index, where, and who else carries it? The essay above verify.cpp tells how.
#pragma once

#include <span>
#include <string>

#include "common/index/snapshot.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "searcher/deadline.h"
#include "searcher/published.h"
#include "searcher/verify/verification.h"

namespace dateline {

// `request.query` is the quote, as text; of the request count its filters, `limit` (matches listed)
// and the time. `languages` are those of the snapshot; or, as of a day, those of `published`, which
// is null otherwise. Fails with kRequest if the quote is not
// UTF-8 or longer than kMaxQueryBytes, kTimeout, kCorrupt if the index is damaged.
Result<Verification> verify_quote(const Snapshot& snapshot, std::span<const std::string> languages,
                                  const Published* published, const Request& request,
                                  const Deadline& deadline, Analyzer& analyzer);

}  // namespace dateline
