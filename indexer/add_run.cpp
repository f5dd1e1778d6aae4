#include "indexer/add_run.h"

#include <algorithm>
#include <thread>
#include <unordered_map>

#include "common/hash.h"
#include "indexer/article_builder.h"
#include "indexer/build_pool.h"
#include "indexer/date_copies.h"
#include "indexer/input_files.h"
#include "indexer/merge_segments.h"
#include "indexer/record_reader.h"

namespace dateline {
namespace {

class AddRun {
 public:
  AddRun(const AddOptions& options, IndexWriter writer)
      : options_(options), writer_(std::move(writer)) {}

  Result<AddSummary> run() {
    const InputListing listing = list_inputs(options_.inputs);
    for (const Error& error : listing.errors) reject(error.message);
    summary_.passed_over = listing.passed_over;
    progress_.total_bytes = total_bytes(listing);

    const auto workshop = writer_.workshop();
    if (!workshop) return workshop.error();
    workshop_ = *workshop;
    threads_ = threads_for(listing);
    if (auto started = start_batch(); !started) return started.error();
    for (const InputFile& file : listing.files) {
      if (auto read = read_file(file); !read) return read.error();
    }
    if (auto finished = finish_batch(); !finished) return finished.error();
    return publish();
  }

 private:
  static std::uint64_t total_bytes(const InputListing& listing) {
    std::uint64_t total = 0;
    for (const InputFile& file : listing.files) {
      if (file.bytes == 0 && file.path == "-") return 0;
      total += file.bytes;
    }
    return total;
  }

  // A thread costs its analyser.
  unsigned threads_for(const InputListing& listing) const {
    constexpr std::uint64_t kBytesWorthAThread = std::uint64_t{1} << 20;
    const unsigned wanted =
        options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
    if (total_bytes(listing) == 0 && !listing.files.empty()) return wanted;
    const std::uint64_t useful = total_bytes(listing) / kBytesWorthAThread + 1;
    return static_cast<unsigned>(std::min<std::uint64_t>(wanted, useful));
  }

  Result<void> start_batch() {
    auto pool = BuildPool::start(workshop_, threads_, options_.published_before);
    if (!pool) return pool.error();
    pool_.emplace(std::move(*pool));
    return {};
  }

  // What has been built since the last batch becomes a segment.
  Result<void> finish_batch() {
    const auto outcome = pool_->finish();
    if (!outcome) return outcome.error();
    std::vector<std::string> rejected = outcome->rejected;
    std::sort(rejected.begin(), rejected.end());
    for (const std::string& message : rejected) reject(message);
    if (auto dated = date_from_copies(outcome->parts, writer_.snapshot()); !dated) {
      return dated.error();
    }
    const std::vector<const ArticleRun*> runs(outcome->parts.begin(), outcome->parts.end());
    const auto articles = writer_.adopt(runs, inversion_bytes());
    if (!articles) return articles.error();
    built_ += *articles;
    for (const ArticleLocation& location : outcome->superseded) bury(location);
    pool_.reset();
    return {};
  }

  // An older version is one of an earlier run, or of this one.
  void bury(const ArticleLocation& location) {
    if (!writer_.bury(location)) return;
    if (location.segment < writer_.snapshot().manifest.segments.size()) {
      ++summary_.updated;
    } else {
      --built_;
    }
  }

  Result<void> read_file(const InputFile& file) {
    auto reader = RecordReader::open(file);
    if (!reader) {
      reject(reader.error().message);
      return {};
    }
    const std::uint64_t bytes_before = progress_.bytes;
    while (auto record = reader->next()) {
      ++progress_.records;
      progress_.bytes = bytes_before + reader->consumed();
      options_.progress(progress_);
      if (!*record) {
        reject(record->error().message);
      } else if (auto handed = hand_over(std::move(**record)); !handed) {
        return handed;
      }
    }
    progress_.bytes = bytes_before + std::max<std::uint64_t>(file.bytes, reader->consumed());
    return {};
  }

  Result<void> hand_over(Record record) {
    const std::uint64_t hash = content_hash(record, options_.published_before);
    const std::uint64_t id = hash_bytes(record.id);
    const auto published = writer_.find(record.id);
    const auto submitted = submitted_.find(id);
    const bool is_first = submitted == submitted_.end();
    if (hash == (is_first ? published_hash(published) : submitted->second)) {
      ++summary_.unchanged;
      return {};
    }
    if (!is_first) {
      options_.report(record.origin + ": id '" + record.id +
                      "' was in this run before; this record replaces the earlier one");
    }
    submitted_[id] = hash;
    const bool goes_on = pool_->submit({std::move(record), published});
    if (goes_on && pool_->bytes() <= segment_bytes()) return {};
    if (auto finished = finish_batch(); !finished) return finished;
    return start_batch();
  }

  // What a segment may need while it is built: what is left beside tables of names, analysers,
  // records that wait, what is remembered of each record, and postings that are turned around.
  std::size_t segment_bytes() const {
    constexpr std::size_t kProgramBytes = std::size_t{64} << 20;
    constexpr std::size_t kThreadBytes = std::size_t{48} << 20;
    constexpr std::size_t kRememberedBytes = 56;
    const std::size_t others = kProgramBytes + threads_ * kThreadBytes +
                               submitted_.size() * kRememberedBytes + inversion_bytes();
    return options_.memory_bytes > others ? options_.memory_bytes - others : 0;
  }

  std::size_t inversion_bytes() const { return options_.memory_bytes / 8; }

  std::uint64_t published_hash(const std::optional<ArticleLocation>& location) const {
    if (!location) return 0;
    return writer_.snapshot().segments[location->segment].columns.content_hash(location->docid);
  }

  Result<AddSummary> publish() {
    summary_.added = built_ - summary_.updated;
    summary_.bytes = progress_.bytes;
    const auto generation = writer_.publish();
    if (!generation) return generation.error();
    summary_.generation = *generation;
    return summary_;
  }

  void reject(const std::string& message) {
    ++summary_.rejected;
    options_.report(message);
  }

  const AddOptions& options_;
  IndexWriter writer_;
  std::filesystem::path workshop_;
  unsigned threads_ = 1;
  std::optional<BuildPool> pool_;
  std::size_t built_ = 0;  // articles
  AddSummary summary_;
  AddProgress progress_;
  std::unordered_map<std::uint64_t, std::uint64_t> submitted_;  // hash of id -> content hash
};

}  // namespace

Result<AddSummary> run_add(const AddOptions& options) {
  auto writer = IndexWriter::open(options.index, IndexWriter::IfMissing::kCreate);
  if (!writer) return writer.error();
  auto summary = AddRun(options, std::move(*writer)).run();
  if (!summary) return summary;
  // The articles can be found by now; a merge that fails leaves them as they are.
  if (auto merged = merge_tiers(options.index); !merged) {
    options.report("the articles are indexed, but small segments could not be merged: " +
                   merged.error().message);
  }
  return summary;
}

}  // namespace dateline
