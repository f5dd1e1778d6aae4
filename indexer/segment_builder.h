// Articles that are analysed already -> all files of a segment. One path for articles that are new,
// merged or rebuilt, so that the same articles give the same files whichever way they came.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "common/index/manifest.h"
#include "common/result.h"
#include "indexer/article_run.h"

namespace dateline {

using ArticleRuns = std::span<const ArticleRun* const>;

// What postings that are being turned around take at most, in bytes, unless a caller has other
// wishes. Columns, vocabulary and what Xapian's documents have beside words come on top, by the
// size of the segment.
constexpr std::size_t kInversionBytes = std::size_t{128} << 20;

// Writes the database and everything that is derived from it into `folder`, which exists. The
// articles of the runs have docids from 1, in their order. In the entry returned, the name, the
// deletions and the files' checksums are left to the caller.
// REQUIRES: there is an article.
Result<SegmentEntry> build_segment(ArticleRuns runs, const std::filesystem::path& folder,
                                   std::size_t inversion_bytes);

// The same for a database that is there already and has the articles of the runs: writes what is
// derived from it. `uuid` is the database's.
Result<SegmentEntry> build_derived_files(ArticleRuns runs, const std::filesystem::path& folder,
                                         const std::string& uuid, std::size_t inversion_bytes);

}  // namespace dateline
