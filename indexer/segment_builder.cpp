// The articles pass by several times, and no more than one of them is in memory:
//
//   records  once for what stands in their heads: columns, boolean terms, values, statistics;
//            once more, in a thread beside all that follows, to be compressed into the database
//   words    to count them, which gives them their ids; into `tokens`; and turned around, for
//            `impacts` and for the database's postings, as often as memory makes necessary
#include "indexer/segment_builder.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <thread>

#include "common/hash.h"
#include "common/index/article_compression.h"
#include "common/index/columns.h"
#include "common/index/impacts_writer.h"
#include "common/index/segment.h"
#include "common/index/sketches_writer.h"
#include "common/index/terms.h"
#include "common/index/tokens.h"
#include "indexer/document.h"
#include "indexer/glass_database.h"
#include "indexer/word_stream.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

constexpr std::uint32_t kDictionarySamples = 1024;
constexpr std::size_t kSampleBytes = 8192;

// What a pass over the records gives.
struct Heads {
  ColumnsBuilder columns;
  std::map<std::string, std::uint32_t> languages;  // as the columns number them
  DocumentFields fields;
  std::vector<std::uint32_t> lengths;  // words by docid, from 1
  std::vector<std::string> samples;    // of whole records
  std::string uuid;
  std::uint64_t title_words = 0, body_words = 0;
};

// The same articles in the same order have the same identity, and no others have.
class Identity {
 public:
  void add(const IndexedArticle& indexed) {
    const Article& article = indexed.article;
    std::string bytes = article.id + '\n' + to_iso(article.date.date) + '\n';
    bytes += to_hex(indexed.content_hash);
    one_ = hash_bytes(bytes, one_);
    other_ = hash_bytes(bytes, other_);
  }

  std::string uuid() const {  // version 8, variant 1: see RFC 9562
    std::string digits = to_hex(one_) + to_hex(other_);
    digits[12] = '8';
    digits[16] = 'a';
    for (const std::size_t dash : {20, 16, 12, 8}) digits.insert(dash, "-");
    return digits;
  }

 private:
  std::uint64_t one_ = kHashSeed;
  std::uint64_t other_ = hash_bytes("another seed");
};

Result<void> read_heads(ArticleRuns runs, Heads& heads) {
  std::uint32_t articles = 0;
  for (const ArticleRun* run : runs) articles += run->articles();
  const std::uint32_t sample_every = std::max(1U, articles / kDictionarySamples);
  Identity identity;
  std::uint32_t docid = 0;
  for (const ArticleRun* run : runs) {
    auto visited = run->for_each_record([&](std::string_view record) -> Result<void> {
      const auto indexed = decode_head(record);
      if (!indexed) return indexed.error();
      ++docid;
      heads.languages.emplace(indexed->article.language, heads.columns.add(docid, *indexed));
      heads.fields.add(docid, *indexed);
      heads.lengths.push_back(indexed->title_words + indexed->body_words);
      heads.title_words += indexed->title_words;
      heads.body_words += indexed->body_words;
      identity.add(*indexed);
      if (docid % sample_every == 0) heads.samples.emplace_back(record.substr(0, kSampleBytes));
      return {};
    });
    if (!visited) return visited;
  }
  heads.uuid = identity.uuid();
  return {};
}

// The words of all runs in one numbering, and then by their final ids.
class SegmentWords {
 public:
  explicit SegmentWords(ArticleRuns runs) : runs_(runs) {}

  Result<void> count(const std::map<std::string, std::uint32_t>& languages) {
    for (const ArticleRun* run : runs_) {
      std::vector<std::uint32_t>& numbers = numbers_.emplace_back(run->terms(), kUnknown);
      for (std::uint32_t number = 0; number < numbers.size(); ++number) {
        const RunTerm term = run->term(number);
        const auto language = languages.find(term.language);
        if (language == languages.end()) continue;  // no article has it any more
        numbers[number] = terms_.number(language->second, term.text);
        language_of_.resize(terms_.size(), language->first);
      }
    }
    in_title_.resize(terms_.size());
    in_body_.resize(terms_.size());
    return replay([this](const ArticleTerms& article) -> Result<void> {
      for (const TermId number : article.title) terms_.count(article.docid, number);
      for (const TermId number : article.body) terms_.count(article.docid, number);
      count_articles(article.title, article.docid, in_title_);
      count_articles(article.body, article.docid, in_body_);
      return {};
    });
  }

  // From now on, replay() gives ids.
  TermsBuilder::Finished finish(std::string_view uuid) {
    TermsBuilder::Finished finished = terms_.finish(uuid);
    for (auto& numbers : numbers_) {
      for (std::uint32_t& number : numbers) {
        if (number != kUnknown) number = finished.ids[number];
      }
    }
    sorted_.resize(finished.occurrences.size());
    sketch_words_.resize(sorted_.size());
    title_articles_.resize(sorted_.size());
    body_articles_.resize(sorted_.size());
    for (std::uint32_t number = 0; number < terms_.size(); ++number) {
      if (in_title_[number].articles + in_body_[number].articles == 0) continue;
      const TermId id = finished.ids[number];
      sorted_[id] = {terms_.term(number), id};
      sketch_words_[id] = SketchWord(terms_.term(number), language_of_[number]);
      title_articles_[id] = in_title_[number].articles;
      body_articles_[id] = in_body_[number].articles;
    }
    in_title_ = {};
    in_body_ = {};
    std::sort(sorted_.begin(), sorted_.end(), [](const SortedWord& a, const SortedWord& b) {
      return a.word != b.word ? a.word < b.word : a.id < b.id;
    });
    return finished;
  }

  Result<void> replay(const ArticleVisit& visit) const {
    ArticleTerms article;
    for (std::size_t at = 0; at < runs_.size(); ++at) {
      const std::vector<std::uint32_t>& numbers = numbers_[at];
      auto visited = runs_[at]->for_each_words([&](const RunWords& words) -> Result<void> {
        ++article.docid;
        if (!renumber(words.title, numbers, article.title) ||
            !renumber(words.body, numbers, article.body)) {
          return Error{ErrorKind::kCorrupt, "words that no vocabulary has"};
        }
        article.sentences = words.sentences;
        return visit(article);
      });
      if (!visited) return visited;
    }
    return {};
  }

  std::span<const SortedWord> sorted() const { return sorted_; }
  std::span<const SketchWord> sketch_words() const { return sketch_words_; }  // by id
  std::span<const std::uint32_t> title_articles() const { return title_articles_; }
  std::span<const std::uint32_t> body_articles() const { return body_articles_; }

 private:
  struct FieldCount {
    std::uint32_t articles = 0;
    std::uint32_t last_docid = 0;
  };

  static void count_articles(std::span<const TermId> words, std::uint32_t docid,
                             std::vector<FieldCount>& counts) {
    for (const TermId word : words) {
      FieldCount& count = counts[word];
      if (count.last_docid != docid) ++count.articles;
      count.last_docid = docid;
    }
  }

  static bool renumber(std::span<const std::uint32_t> words,
                       const std::vector<std::uint32_t>& numbers, std::vector<TermId>& ids) {
    ids.resize(words.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (words[at] >= numbers.size() || numbers[words[at]] == kUnknown) return false;
      ids[at] = numbers[words[at]];
    }
    return true;
  }

  ArticleRuns runs_;
  std::vector<std::vector<std::uint32_t>> numbers_;  // by run and its number
  TermsBuilder terms_;
  std::vector<FieldCount> in_title_, in_body_;                 // by the number in terms_
  std::vector<std::uint32_t> title_articles_, body_articles_;  // by id
  std::vector<SortedWord> sorted_;
  std::vector<std::string_view> language_of_;  // by the number in terms_
  std::vector<SketchWord> sketch_words_;
};

// Sketches of articles whose words are ids.
class ArticleSketches {
 public:
  explicit ArticleSketches(std::span<const SketchWord> words) : words_(words) {}

  void add(const ArticleTerms& article) {
    sketches_.add(words_of(article.title, title_), words_of(article.body, body_));
  }

  std::string encode(std::string_view uuid) const { return sketches_.encode(uuid); }

 private:
  std::span<const SketchWord> words_of(std::span<const TermId> ids,
                                       std::vector<SketchWord>& words) const {
    words.clear();
    for (const TermId id : ids) words.push_back(words_[id]);
    return words;
  }

  std::span<const SketchWord> words_;  // by id
  SketchesBuilder sketches_;
  std::vector<SketchWord> title_, body_;  // of one article
};

Result<void> write_derived(SegmentWords& words, Heads& heads, const fs::path& folder,
                           const std::string& uuid, std::size_t inversion_bytes) {
  auto written = write_file_synced(folder / kColumnsFile, heads.columns.encode(uuid));
  if (!written) return written;
  if (auto counted = words.count(heads.languages); !counted) return counted;
  const TermsBuilder::Finished finished = words.finish(uuid);
  written = write_file_synced(folder / kTermsFile, finished.file);
  if (!written) return written;

  auto tokens = TokensWriter::create(folder / kTokensFile, uuid, finished.occurrences);
  if (!tokens) return tokens.error();
  ArticleSketches sketches(words.sketch_words());
  auto replayed = words.replay([&](const ArticleTerms& article) {
    sketches.add(article);
    return tokens->add(article);
  });
  if (!replayed) return replayed;
  if (written = tokens->finish(); !written) return written;
  written = write_file_synced(folder / kSketchesFile, sketches.encode(uuid));
  if (!written) return written;

  const auto columns = Columns::open(folder / kColumnsFile, uuid);
  if (!columns) return columns.error();
  const auto terms = Terms::open(folder / kTermsFile, uuid);
  if (!terms) return terms.error();
  return write_impacts(
      folder / kImpactsFile, uuid, *terms, *columns,
      [&words](const ArticleVisit& visit) { return words.replay(visit); },
      inversion_bytes / sizeof(Posting));
}

Result<GlassRoot> write_documents(ArticleRuns runs, const fs::path& folder,
                                  const std::string& dictionary) {
  auto documents = GlassDocuments::create(folder);
  if (!documents) return documents.error();
  ArticleCompressor compressor(dictionary);
  std::uint32_t docid = 0;
  for (const ArticleRun* run : runs) {
    auto visited = run->for_each_record([&](std::string_view record) -> Result<void> {
      documents->add(++docid, compressor.compress(record));
      return {};
    });
    if (!visited) return visited.error();
  }
  return documents->finish();
}

// Terms of three kinds, each in order, merged into the order of all.
Result<void> write_postings(const SegmentWords& words, const Heads& heads,
                            std::size_t inversion_bytes, GlassPostings& database) {
  const ArticleReplay replay = [&words](const ArticleVisit& visit) { return words.replay(visit); };
  const std::size_t most = inversion_bytes / 2 / sizeof(GlassPosting);
  WordStream titles(Field::kTitle, words.sorted(), words.title_articles(), replay, most);
  WordStream bodies(Field::kBody, words.sorted(), words.body_articles(), replay, most);
  for (WordStream* stream : {&titles, &bodies}) {
    if (auto first = stream->next(); !first) return first;
  }
  auto boolean = heads.fields.terms().begin();
  const auto precedes = [](const std::string& term, const std::string& other) {
    return !term.empty() && (other.empty() || term < other);
  };
  while (true) {
    WordStream& word = precedes(titles.term(), bodies.term()) ? titles : bodies;
    if (boolean != heads.fields.terms().end() && !precedes(word.term(), boolean->first)) {
      std::vector<GlassPosting> postings;
      for (const std::uint32_t docid : boolean->second) postings.push_back({docid, 0});
      database.add_term(boolean->first, postings);
      ++boolean;
    } else if (!word.term().empty()) {
      database.add_term(word.term(), word.postings());
      if (auto next = word.next(); !next) return next;
    } else {
      return {};
    }
  }
}

Result<void> write_database(const SegmentWords& words, const Heads& heads,
                            const std::string& dictionary, std::size_t inversion_bytes,
                            GlassPostings& database) {
  if (!dictionary.empty()) database.add_metadata(kDictionaryKey, dictionary);
  database.add_values(heads.fields.slots());
  database.add_lengths(heads.lengths);
  return write_postings(words, heads, inversion_bytes, database);
}

SegmentEntry entry_of(const Heads& heads, const std::string& uuid) {
  SegmentEntry entry;
  entry.uuid = uuid;
  entry.articles = static_cast<std::uint32_t>(heads.lengths.size());
  entry.last_docid = entry.articles;
  entry.title_words = heads.title_words;
  entry.body_words = heads.body_words;
  return entry;
}

// Does something beside the caller's work. An exception comes out where the outcome is asked for.
template <typename Work>
class Beside {
 public:
  using Outcome = std::invoke_result_t<Work>;
  explicit Beside(Work work)
      : thread_([this, run = std::move(work)] {
          try {
            outcome_.emplace(run());
          } catch (...) {
            thrown_ = std::current_exception();
          }
        }) {}

  Outcome wait() {
    thread_.join();
    if (thrown_) std::rethrow_exception(thrown_);
    return std::move(*outcome_);
  }

 private:
  std::optional<Outcome> outcome_;
  std::exception_ptr thrown_;
  std::jthread thread_;  // last, so that it is joined before what it uses goes
};

}  // namespace

Result<SegmentEntry> build_segment(ArticleRuns runs, const fs::path& folder,
                                   std::size_t inversion_bytes) {
  Heads heads;
  if (auto read = read_heads(runs, heads); !read) return read.error();
  const std::string dictionary = train_dictionary(heads.samples);
  heads.samples = {};

  const fs::path xapian = folder / kXapianFolder;
  std::error_code code;
  fs::create_directory(xapian, code);
  if (code) {
    return Error{ErrorKind::kSystem,
                 "cannot make the folder '" + xapian.string() + "': " + code.message()};
  }
  Beside documents([&] { return write_documents(runs, xapian, dictionary); });
  SegmentWords words(runs);
  if (auto written = write_derived(words, heads, folder, heads.uuid, inversion_bytes); !written) {
    return written.error();
  }
  auto database = GlassPostings::create(xapian);
  if (!database) return database.error();
  if (auto written = write_database(words, heads, dictionary, inversion_bytes, *database);
      !written) {
    return written.error();
  }
  const auto root = documents.wait();
  if (!root) return root.error();
  if (auto finished = database->finish(*root, heads.uuid); !finished) return finished.error();
  return entry_of(heads, heads.uuid);
}

Result<SegmentEntry> build_derived_files(ArticleRuns runs, const fs::path& folder,
                                         const std::string& uuid, std::size_t inversion_bytes) {
  Heads heads;
  if (auto read = read_heads(runs, heads); !read) return read.error();
  SegmentWords words(runs);
  if (auto written = write_derived(words, heads, folder, uuid, inversion_bytes); !written) {
    return written.error();
  }
  return entry_of(heads, uuid);
}

}  // namespace dateline
