#include "indexer/segment_run.h"

#include "common/index/article_store.h"
#include "common/index/xapian_reason.h"

namespace dateline {

SegmentRun::SegmentRun(const Segment& segment, std::filesystem::path database)
    : segment_(segment), database_(std::move(database)) {
  for (std::uint32_t docid = 1; docid <= segment.entry.last_docid; ++docid) {
    if (segment.alive(docid)) living_.push_back(docid);
  }
}

RunTerm SegmentRun::term(std::uint32_t number) const {
  const std::uint32_t language = segment_.terms->language(number);
  const auto& names = segment_.columns.languages();
  return {language < names.size() ? names[language] : "", segment_.terms->term(number)};
}

Result<void> SegmentRun::for_each_record(const RecordVisit& visit) const {
  const auto database = open_database(database_);  // the segment's own is another thread's
  if (!database) return database.error();
  const ArticleStore articles(*database);
  try {
    for (const std::uint32_t docid : living_) {
      const auto record = articles.record(docid);
      if (!record) return record.error();
      if (auto visited = visit(*record); !visited) return visited;
    }
    return {};
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kCorrupt, "'" + database_.string() + "': " + reason_of(error)};
  }
}

Result<void> SegmentRun::for_each_words(const WordsVisit& visit) const {
  std::vector<TermId> title;
  std::vector<TermId> body;
  const DenseCode& code = segment_.tokens->code();
  for (const std::uint32_t docid : living_) {
    const CodedArticle coded = segment_.tokens->article(docid);
    title.clear();
    body.clear();
    code.decode(coded.title, title);
    code.decode(coded.body, body);
    if (auto visited = visit({title, body, coded.sentences}); !visited) return visited;
  }
  return {};
}

}  // namespace dateline
