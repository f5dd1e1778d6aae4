#include "indexer/segment_writer.h"

#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/index/xapian_reason.h"
#include "indexer/document.h"

namespace dateline {
namespace {

// Xapian keeps what is not committed in trees of about ten times the size of the text. This much
// text keeps that near 300 MB and is past the point where larger batches make indexing faster.
constexpr std::size_t kBytesPerCommit = std::size_t{32} << 20;

Error write_error(const std::filesystem::path& folder, const Xapian::Error& error) {
  // Where a new database cannot be put in place, Xapian keeps the system's reason to itself.
  const bool reason_lost = error.get_error_string() == nullptr &&
                           error.get_type() == std::string_view("DatabaseCreateError");
  return {ErrorKind::kSystem, "cannot write to '" + folder.string() + "': " + reason_of(error) +
                                  (reason_lost ? "; is the disk full?" : "")};
}

}  // namespace

Result<SegmentWriter> SegmentWriter::create(const std::filesystem::path& folder) {
  // Nothing is synced here: the folder counts only once it has been compacted, synced and
  // published.
  constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;
  try {
    return SegmentWriter(folder, Xapian::WritableDatabase(folder.string(), kFlags));
  } catch (const Xapian::Error& error) {
    return write_error(folder, error);
  }
}

Result<void> SegmentWriter::add(const BuiltArticle& built, Earlier earlier) {
  try {
    const Article& article = built.indexed.article;
    const Xapian::Document document = document_of(built);
    if (earlier == Earlier::kReplace) {
      database_.replace_document(term_for(Field::kId, article.id), document);
    } else {
      database_.add_document(document);
    }
    pending_bytes_ += article.text.size();
    if (pending_bytes_ >= kBytesPerCommit) {
      database_.commit();
      pending_bytes_ = 0;
    }
    return {};
  } catch (const Xapian::Error& error) {
    return write_error(folder_, error);
  }
}

Result<void> SegmentWriter::finish() {
  try {
    database_.commit();
    database_.close();
    return {};
  } catch (const Xapian::Error& error) {
    return write_error(folder_, error);
  }
}

Result<void> compact_databases(const std::vector<std::filesystem::path>& parts,
                               const std::filesystem::path& target) {
  try {
    Xapian::Database all;
    for (const auto& part : parts) {
      all.add_database(Xapian::Database(part.string(), Xapian::DB_BACKEND_GLASS));
    }
    all.compact(target.string());
    return {};
  } catch (const Xapian::Error& error) {
    return write_error(target, error);
  }
}

}  // namespace dateline
