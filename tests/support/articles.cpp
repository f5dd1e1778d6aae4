#include "tests/support/articles.h"

#include <stdexcept>

#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/file.h"
#include "common/index/schema.h"
#include "common/index/segment.h"
#include "common/index/snapshot.h"

namespace dateline {

IndexedArticle an_article(const std::string& id) {
  IndexedArticle indexed;
  Article& article = indexed.article;
  article.id = id;
  article.title = "Doctors fly home";
  article.text = "1 March 2023 12:14\nBaku, March 1. The doctors flew home from Havana on " + id;
  article.body_start = 19;
  article.url = "https://example.org/" + id;
  article.source = "example.org";
  article.author = "A. Reporter";
  article.language = "en";
  article.date = {{2023, 3, 1},
                  WallTime{12, 14, 240},
                  Confidence::kSure,
                  "text.timed",
                  ByteRange{0, 18},
                  0.986,
                  {{{2023, 3, 2}, 0.012, "text.prose", ByteRange{25, 32}}}};
  article.countries = {{{'A', 'Z'}, {'C', 'U'}}, CountryCode{'A', 'Z'}, {{'T', 'R'}}, "text", {}};
  article.countries.spans = {{{'A', 'Z'}, false, {19, 23}}, {{'C', 'U'}, false, {61, 67}}};
  indexed.title_words = 3;
  indexed.body_words = 10;
  indexed.content_hash = 0x0123456789abcdefULL;
  return indexed;
}

bool same(const IndexedArticle& one, const IndexedArticle& other) {
  const Article& a = one.article;
  const Article& b = other.article;
  return a.id == b.id && a.title == b.title && a.text == b.text && a.body_start == b.body_start &&
         a.url == b.url && a.source == b.source && a.author == b.author &&
         a.language == b.language && a.date.date == b.date.date && a.date.time == b.date.time &&
         a.date.confidence == b.date.confidence && a.date.evidence == b.date.evidence &&
         a.date.span == b.date.span && a.date.probability == b.date.probability &&
         a.date.alternatives == b.date.alternatives && a.countries.about == b.countries.about &&
         a.countries.primary == b.countries.primary &&
         a.countries.mentioned == b.countries.mentioned &&
         a.countries.evidence == b.countries.evidence && a.countries.spans == b.countries.spans &&
         one.title_words == other.title_words && one.body_words == other.body_words &&
         one.content_hash == other.content_hash;
}

std::string article_line(const std::string& id, int version) {
  const std::string words = "marker" + id + " version" + std::to_string(version);
  const nlohmann::ordered_json json = {
      {"id", id},
      {"title", "Harbour of " + id + " reopens"},
      {"text",
       "The harbour was closed for repairs since the winter storms. Ferries left again on "
       "Tuesday morning, the port office said. This report carries the words " +
           words + " and no others like them."},
      {"date", "2023-03-01"},
      {"source", "example.org"}};
  return json.dump() + "\n";
}

std::string article_lines(int first, int last, int version) {
  std::string lines;
  for (int number = first; number <= last; ++number) {
    lines += article_line("a" + std::to_string(number), version);
  }
  return lines;
}

SegmentEntry write_segment(const std::filesystem::path& index, std::uint64_t number,
                           const std::vector<IndexedArticle>& articles) {
  SegmentEntry entry;
  entry.name = segment_name(number);
  const std::filesystem::path folder = index / entry.name;
  std::filesystem::create_directories(folder);
  Xapian::WritableDatabase database(
      (folder / kXapianFolder).string(),
      Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
  ColumnsBuilder columns;
  for (const IndexedArticle& article : articles) {
    Xapian::Document document;
    document.add_boolean_term(term_for(Field::kId, article.article.id));
    document.set_data(ArticleCompressor("").compress(encode_article(article)));
    columns.add(database.add_document(document), article);
    entry.title_words += article.title_words;
    entry.body_words += article.body_words;
  }
  database.commit();
  entry.uuid = database.get_uuid();
  entry.articles = database.get_doccount();
  entry.last_docid = database.get_lastdocid();
  database.close();
  const auto written = write_file_synced(folder / kColumnsFile, columns.encode(entry.uuid));
  if (!written) throw std::runtime_error(written.error().message);
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    const auto digest = digest_file(file.path());
    if (!digest) throw std::runtime_error(digest.error().message);
    entry.files[std::filesystem::relative(file.path(), folder).generic_string()] = *digest;
  }
  return entry;
}

std::map<std::string, std::uint64_t> live_articles(const std::filesystem::path& index) {
  const auto snapshot = open_snapshot(index);
  if (!snapshot) throw std::runtime_error(snapshot.error().message);
  std::map<std::string, std::uint64_t> live;
  for (const Segment& segment : snapshot->segments) {
    for (std::uint32_t docid = 1; docid <= segment.columns.last_docid(); ++docid) {
      if (!segment.alive(docid)) continue;
      const std::string id(segment.columns.id(docid));
      const bool is_new = live.emplace(id, segment.columns.content_hash(docid)).second;
      if (!is_new) throw std::runtime_error("two live articles have the id " + id);
    }
  }
  return live;
}

}  // namespace dateline
