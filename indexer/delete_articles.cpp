#include "indexer/delete_articles.h"

#include "indexer/index_writer.h"

namespace dateline {

Result<DeleteSummary> delete_articles(const std::filesystem::path& index,
                                      const std::vector<std::string>& ids) {
  auto writer = IndexWriter::open(index, IndexWriter::IfMissing::kFail);
  if (!writer) return writer.error();
  DeleteSummary summary;
  for (const std::string& id : ids) {
    const auto location = writer->find(id);
    if (location && writer->bury(*location)) {
      ++summary.deleted;
    } else if (!location) {
      summary.unknown.push_back(id);
    }
  }
  const auto generation = writer->publish(IndexWriter::Earlier::kDrop);
  if (!generation) return generation.error();
  summary.generation = *generation;
  return summary;
}

}  // namespace dateline
