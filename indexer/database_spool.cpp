#include "indexer/database_spool.h"

#include "common/hash.h"
#include "common/index/segment.h"

namespace dateline {

Result<std::unique_ptr<ArticleSpool>> spool_of_database(
    const Xapian::Database& database, const std::function<bool(std::uint32_t)>& wanted,
    const std::filesystem::path& folder, ArticleAnalyzer& analyzer) {
  auto spool = ArticleSpool::create(folder, analyzer.vocabulary());
  if (!spool) return spool.error();
  const auto visited = for_each_article(
      database, [&](std::uint32_t docid, const IndexedArticle& indexed) -> Result<void> {
        if (!wanted(docid)) return {};
        return (*spool)->add(hash_bytes(indexed.article.id), encode_article(indexed),
                             analyzer.analyze(indexed.article));
      });
  if (!visited) return visited.error();
  if (auto finished = (*spool)->finish(); !finished) return finished.error();
  return spool;
}

}  // namespace dateline
