#include "indexer/segment_files.h"

#include <vector>

#include "common/index/segment.h"
#include "indexer/derived_files.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

Error system_error(const fs::path& path, const std::error_code& code) {
  return {ErrorKind::kSystem, "cannot write to '" + path.string() + "': " + code.message()};
}

// Flushes every file below `folder` and notes its size and checksum.
Result<void> seal_files(const fs::path& folder, SegmentEntry& entry) {
  std::error_code code;
  for (fs::recursive_directory_iterator file(folder, code), end; !code && file != end;
       file.increment(code)) {
    if (auto synced = sync_path(file->path()); !synced) return synced;
    if (!file->is_regular_file()) continue;
    const auto digest = digest_file(file->path());
    if (!digest) return digest.error();
    entry.files[fs::relative(file->path(), folder, code).generic_string()] = *digest;
  }
  if (code) return system_error(folder, code);
  return sync_path(folder);
}

Result<void> derive_files(const fs::path& folder, const Xapian::Database& database,
                          SegmentEntry& entry) {
  if (auto written = write_derived_files(database, folder); !written) return written;
  auto columns = Columns::open(folder / kColumnsFile, entry.uuid);
  if (!columns) return columns.error();
  for (std::uint32_t docid = 1; docid <= columns->last_docid(); ++docid) {
    entry.title_words += columns->title_words(docid);
    entry.body_words += columns->body_words(docid);
  }
  return {};
}

}  // namespace

Result<std::optional<SegmentEntry>> finish_segment(const fs::path& xapian, const fs::path& index,
                                                   const std::string& name) {
  auto database = open_database(xapian);
  if (!database) return database.error();
  if (database->get_doccount() == 0) return std::optional<SegmentEntry>{};
  SegmentEntry entry;
  entry.name = name;
  entry.uuid = database->get_uuid();
  entry.articles = database->get_doccount();
  entry.last_docid = database->get_lastdocid();

  const fs::path folder = xapian.parent_path() / name;
  std::error_code code;
  fs::create_directory(folder, code);
  if (!code) fs::rename(xapian, folder / kXapianFolder, code);
  if (code) return system_error(folder, code);
  if (auto written = derive_files(folder, *database, entry); !written) return written.error();
  if (auto sealed = seal_files(folder, entry); !sealed) return sealed.error();
  fs::rename(folder, index / name, code);
  if (code) return system_error(index / name, code);
  if (auto synced = sync_path(index); !synced) return synced.error();
  return std::optional<SegmentEntry>(std::move(entry));
}

}  // namespace dateline
