// One immutable part of an index, opened for reading.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <xapian.h>

#include "common/index/article_store.h"
#include "common/index/columns.h"
#include "common/index/columns_writer.h"
#include "common/index/impacts.h"
#include "common/index/manifest.h"
#include "common/index/terms.h"
#include "common/index/tokens.h"
#include "common/index/tombstones.h"
#include "common/result.h"

namespace dateline {

// Not thread-safe, because Xapian's handles are not; every thread opens its own.
struct Segment {
  SegmentEntry entry;
  Xapian::Database database;
  ArticleStore articles;
  Columns columns;
  Tombstones tombstones;
  // Without these files, searching is as right but slower.
  std::optional<Terms> terms;
  std::optional<Tokens> tokens;
  std::optional<Impacts> impacts;

  // True if the docid is an article that has not been deleted.
  bool alive(std::uint32_t docid) const {
    return columns.present(docid) && !tombstones.contains(docid);
  }
};

// `index` is the index folder. Fails with kMissing if files are gone (a writer may have published
// a newer generation meanwhile), kCorrupt if they are not what the manifest says.
Result<Segment> open_segment(const std::filesystem::path& index, const SegmentEntry& entry);

// What is deleted in the segment. Fails as open_segment() does.
Result<Tombstones> open_tombstones(const std::filesystem::path& index, const SegmentEntry& entry);

// The docid of the live article `id`. Throws std::runtime_error if the database is damaged.
std::optional<std::uint32_t> find_article(const Segment& segment, std::string_view id);

// The whole stored record. Fails with kCorrupt. REQUIRES: segment.alive(docid).
Result<IndexedArticle> load_article(const Segment& segment, std::uint32_t docid);

// Opens the Xapian database in `folder`, which any failure names.
Result<Xapian::Database> open_database(const std::filesystem::path& folder);

// Visits the stored records in ascending order of docid. Stops at the first visit that fails and
// returns its error. Fails with kCorrupt.
Result<void> for_each_article(
    const Xapian::Database& database,
    const std::function<Result<void>(std::uint32_t docid, const IndexedArticle&)>& visit);

// Makes the columns of a database by reading all its documents.
Result<ColumnsBuilder> derive_columns(const Xapian::Database& database);

constexpr const char* kXapianFolder = "xapian";
constexpr const char* kColumnsFile = "columns";
constexpr const char* kTermsFile = "terms";
constexpr const char* kTokensFile = "tokens";
constexpr const char* kImpactsFile = "impacts";
constexpr const char* kSketchesFile = "sketches";  // read by who finds copies, not by searches

}  // namespace dateline
