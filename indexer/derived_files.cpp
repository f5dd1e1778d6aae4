#include "indexer/derived_files.h"

#include <string>

#include "common/file.h"
#include "common/index/columns.h"
#include "common/index/impacts_writer.h"
#include "common/index/segment.h"
#include "common/index/terms.h"
#include "common/index/token_spool.h"
#include "common/index/token_walk.h"

namespace dateline {
namespace {

Result<void> write_impacts(const std::filesystem::path& folder, const std::string& uuid,
                           const ArticleReplay& replay) {
  const auto columns = Columns::open(folder / kColumnsFile, uuid);
  if (!columns) return columns.error();
  const auto terms = Terms::open(folder / kTermsFile, uuid);
  if (!terms) return terms.error();
  return dateline::write_impacts(folder / kImpactsFile, uuid, *terms, *columns, replay);
}

}  // namespace

Result<void> write_derived_files(const Xapian::Database& database,
                                 const std::filesystem::path& folder) {
  const std::string uuid = database.get_uuid();
  auto spool = TokenSpool::create(folder / "spool");
  if (!spool) return spool.error();
  ColumnsBuilder columns;
  TermsBuilder terms;
  auto walked = walk_tokens(database, columns, terms,
                            [&spool](const WalkedArticle& article) { return spool->add(article); });
  if (!walked) return walked;
  auto written = write_file_synced(folder / kColumnsFile, columns.encode(uuid));
  if (!written) return written;
  const TermsBuilder::Finished finished = terms.finish(uuid);
  written = write_file_synced(folder / kTermsFile, finished.file);
  if (!written) return written;
  auto tokens = TokensWriter::create(folder / kTokensFile, uuid, finished.occurrences);
  if (!tokens) return tokens.error();
  auto replayed = spool->replay(
      finished.ids, [&tokens](const ArticleTerms& article) { return tokens->add(article); });
  if (!replayed) return replayed;
  if (written = tokens->finish(); !written) return written;
  return write_impacts(
      folder, uuid, [&](const ArticleVisit& visit) { return spool->replay(finished.ids, visit); });
}

}  // namespace dateline
