// Which words of the index a word with * or ~ stands for.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "searcher/query_node.h"
#include "searcher/query_terms.h"

namespace dateline {

constexpr std::size_t kMaxForms = 100;  // that one word stands for: those in most articles

// Terms are stems, each in its language. vaccin* stands for those that begin with "vaccin";
// vacine~ for those that at most so many edits (a letter inserted, dropped, replaced, or two
// neighbours swapped) make of the word's own stem: as many as the node says, else one, and two for
// words of eight letters and more. A fuzzy word's first letter has to be right. By descending
// number of articles, then by the term. The word's own term is among them if articles have it.
// At most kMaxTermsRead terms of a language and segment are looked at. Throws what Xapian throws
// when a database is damaged. REQUIRES: a node of kind kWord and not exact.
std::vector<QueryWord> word_forms(const KnownTerms& known, std::span<const std::string> languages,
                                  Analyzer& analyzer, const QueryNode& node);

constexpr std::size_t kMaxTermsRead = 200'000;

}  // namespace dateline
