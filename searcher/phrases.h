// Does an article really have the words of a phrase side by side?
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "common/index/segment.h"
#include "searcher/query_terms.h"

namespace dateline {

// Looks in the title and in the text, after analysing both. REQUIRES: segment.alive(docid).
// Throws what Xapian throws when the database is damaged.
bool has_phrase(const Segment& segment, std::uint32_t docid, const QueryTerms& terms,
                std::span<const std::size_t> phrase, std::span<const std::string> languages,
                Analyzer& analyzer);

// The number of the article's language in `languages`; languages.size() if it is not there.
std::size_t language_number(const Segment& segment, std::uint32_t docid,
                            std::span<const std::string> languages);

}  // namespace dateline
