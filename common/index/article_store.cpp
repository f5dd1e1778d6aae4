#include "common/index/article_store.h"

namespace dateline {

Result<std::string> ArticleStore::record(std::uint32_t docid) const {
  if (!decompressor_) decompressor_.emplace(database_.get_metadata(kDictionaryKey));
  return decompressor_->decompress(
      database_.get_document(docid, Xapian::DOC_ASSUME_VALID).get_data());
}

Result<IndexedArticle> ArticleStore::article(std::uint32_t docid) const {
  const auto stored = record(docid);
  if (!stored) return stored.error();
  return decode_article(*stored);
}

}  // namespace dateline
