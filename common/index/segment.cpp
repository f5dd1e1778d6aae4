#include "common/index/segment.h"

#include <stdexcept>

#include "common/index/schema.h"
#include "common/index/xapian_reason.h"

namespace dateline {
namespace {

Error xapian_error(const std::string& where, const Xapian::Error& error) {
  const bool missing = error.get_type() == std::string("DatabaseNotFoundError") ||
                       error.get_type() == std::string("DatabaseOpeningError");
  return {missing ? ErrorKind::kMissing : ErrorKind::kCorrupt, where + ": " + reason_of(error)};
}

// A derived file that searching can do without.
template <typename File>
Result<std::optional<File>> open_if_present(const std::filesystem::path& path,
                                            std::string_view uuid) {
  auto file = File::open(path, uuid);
  if (file) return std::optional<File>(std::move(*file));
  if (file.error().kind == ErrorKind::kMissing) return std::optional<File>();
  return file.error();
}

// Xapian believes every number of the file that names its tables, and may read beyond them
// (xapian-core bug 824); it has a hundred bytes, so it is worth a look before it is opened.
Result<void> check_version_file(const std::filesystem::path& folder, const SegmentEntry& entry) {
  const std::string name = std::string(kXapianFolder) + "/iamglass";
  const auto expected = entry.files.find(name);
  if (expected == entry.files.end()) return {};
  const auto digest = digest_file(folder / name);
  if (!digest) return digest.error();
  if (*digest == expected->second) return {};
  return Error{ErrorKind::kCorrupt,
               "'" + (folder / name).string() + "' has been changed (its checksum differs)"};
}

}  // namespace

Result<Xapian::Database> open_database(const std::filesystem::path& folder) {
  try {
    return Xapian::Database(folder.string(), Xapian::DB_BACKEND_GLASS);
  } catch (const Xapian::Error& error) {
    return xapian_error("'" + folder.string() + "'", error);
  }
}

Result<Tombstones> open_tombstones(const std::filesystem::path& index, const SegmentEntry& entry) {
  if (entry.deletions.empty()) return Tombstones{};
  auto bytes = read_file(index / entry.deletions);
  if (!bytes) return bytes.error();
  auto tombstones = Tombstones::decode(*bytes, entry.uuid);
  if (!tombstones)
    return within("'" + (index / entry.deletions).string() + "'", tombstones.error());
  return tombstones;
}

Result<Segment> open_segment(const std::filesystem::path& index, const SegmentEntry& entry) {
  const std::filesystem::path folder = index / entry.name;
  if (auto sound = check_version_file(folder, entry); !sound) return sound.error();
  auto database = open_database(folder / kXapianFolder);
  if (!database) return database.error();
  if (database->get_uuid() != entry.uuid || database->get_doccount() != entry.articles ||
      database->get_lastdocid() != entry.last_docid) {
    return Error{ErrorKind::kCorrupt, "'" + (folder / kXapianFolder).string() +
                                          "' is not the database that the manifest names"};
  }
  auto columns = Columns::open(folder / kColumnsFile, entry.uuid);
  if (!columns) return columns.error();
  auto tombstones = open_tombstones(index, entry);
  if (!tombstones) return tombstones.error();
  auto terms = open_if_present<Terms>(folder / kTermsFile, entry.uuid);
  if (!terms) return terms.error();
  auto tokens = open_if_present<Tokens>(folder / kTokensFile, entry.uuid);
  if (!tokens) return tokens.error();
  auto impacts = open_if_present<Impacts>(folder / kImpactsFile, entry.uuid);
  if (!impacts) return impacts.error();
  return Segment{entry,
                 *database,
                 ArticleStore(*database),
                 std::move(*columns),
                 std::move(*tombstones),
                 std::move(*terms),
                 std::move(*tokens),
                 std::move(*impacts)};
}

std::optional<std::uint32_t> find_article(const Segment& segment, std::string_view id) {
  const std::string term = term_for(Field::kId, id);
  try {
    for (auto posting = segment.database.postlist_begin(term);
         posting != segment.database.postlist_end(term); ++posting) {
      if (segment.alive(*posting) && segment.columns.id(*posting) == id) return *posting;
    }
    return std::nullopt;
  } catch (const Xapian::Error& error) {
    throw std::runtime_error(xapian_error(segment.entry.name, error).message);
  }
}

Result<IndexedArticle> load_article(const Segment& segment, std::uint32_t docid) {
  const std::string where = segment.entry.name + ": document " + std::to_string(docid);
  try {
    auto indexed = segment.articles.article(docid);
    if (!indexed) return within(where, indexed.error());
    return indexed;
  } catch (const Xapian::Error& error) {
    return xapian_error(where, error);
  }
}

Result<void> for_each_article(
    const Xapian::Database& database,
    const std::function<Result<void>(std::uint32_t docid, const IndexedArticle&)>& visit) {
  try {
    const ArticleStore articles(database);
    const std::string every_document;
    for (auto posting = database.postlist_begin(every_document);
         posting != database.postlist_end(every_document); ++posting) {
      const auto indexed = articles.article(*posting);
      if (!indexed) return within("document " + std::to_string(*posting), indexed.error());
      if (auto visited = visit(*posting, *indexed); !visited) return visited;
    }
  } catch (const Xapian::Error& error) {
    return xapian_error("database", error);
  }
  return {};
}

Result<ColumnsBuilder> derive_columns(const Xapian::Database& database) {
  ColumnsBuilder builder;
  const auto visited = for_each_article(
      database, [&builder](std::uint32_t docid, const IndexedArticle& indexed) -> Result<void> {
        builder.add(docid, indexed);
        return {};
      });
  if (!visited) return visited.error();
  return builder;
}

}  // namespace dateline
