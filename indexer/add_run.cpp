#include "indexer/add_run.h"

#include <algorithm>
#include <thread>
#include <unordered_map>

#include "common/hash.h"
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
    auto pool = BuildPool::start(*workshop, threads_for(listing), options_.published_before);
    if (!pool) return pool.error();
    for (const InputFile& file : listing.files) {
      if (!read_file(file, *pool)) break;
    }
    auto outcome = pool->finish();
    if (!outcome) return outcome.error();
    std::sort(outcome->rejected.begin(), outcome->rejected.end());
    for (const std::string& message : outcome->rejected) reject(message);
    return publish(*outcome, *workshop);
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

  // A thread that gets nothing to do still costs an empty database.
  unsigned threads_for(const InputListing& listing) const {
    constexpr std::uint64_t kBytesWorthAThread = std::uint64_t{1} << 20;
    const unsigned wanted =
        options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
    if (total_bytes(listing) == 0 && !listing.files.empty()) return wanted;
    const std::uint64_t useful = total_bytes(listing) / kBytesWorthAThread + 1;
    return static_cast<unsigned>(std::min<std::uint64_t>(wanted, useful));
  }

  // False if the run cannot go on.
  bool read_file(const InputFile& file, BuildPool& pool) {
    auto reader = RecordReader::open(file);
    if (!reader) {
      reject(reader.error().message);
      return true;
    }
    const std::uint64_t bytes_before = progress_.bytes;
    while (auto record = reader->next()) {
      ++progress_.records;
      progress_.bytes = bytes_before + reader->consumed();
      options_.progress(progress_);
      if (!*record) {
        reject(record->error().message);
      } else if (!hand_over(std::move(**record), pool)) {
        return false;
      }
    }
    progress_.bytes = bytes_before + std::max<std::uint64_t>(file.bytes, reader->consumed());
    return true;
  }

  bool hand_over(Record record, BuildPool& pool) {
    const std::uint64_t hash = content_hash(record, options_.published_before);
    const std::uint64_t id = hash_bytes(record.id);
    const auto published = writer_.find(record.id);
    const auto submitted = submitted_.find(id);
    const bool is_first = submitted == submitted_.end();
    if (hash == (is_first ? published_hash(published) : submitted->second)) {
      ++summary_.unchanged;
      return true;
    }
    BuildTask task;
    if (!is_first) {
      options_.report(record.origin + ": id '" + record.id +
                      "' was in this run before; this record replaces the earlier one");
      task.earlier = SegmentWriter::Earlier::kReplace;
    }
    submitted_[id] = hash;
    task.published = published;
    task.record = std::move(record);
    return pool.submit(std::move(task));
  }

  std::uint64_t published_hash(const std::optional<ArticleLocation>& location) const {
    if (!location) return 0;
    return writer_.snapshot().segments[location->segment].columns.content_hash(location->docid);
  }

  Result<AddSummary> publish(const BuildOutcome& outcome, const std::filesystem::path& workshop) {
    if (auto dated = date_from_copies(outcome.parts, writer_.snapshot()); !dated) {
      return dated.error();
    }
    const auto compacted = workshop / "compacted";
    if (auto done = compact_databases(outcome.parts, compacted); !done) return done.error();
    const auto articles = writer_.adopt(compacted);
    if (!articles) return articles.error();
    for (const ArticleLocation& location : outcome.superseded) {
      if (writer_.bury(location)) ++summary_.updated;
    }
    summary_.added = *articles - summary_.updated;
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
