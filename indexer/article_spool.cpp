#include "indexer/article_spool.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unordered_map>

#include <fcntl.h>
#include <unistd.h>

#include "common/index/varint.h"

namespace dateline {
namespace {

constexpr std::size_t kWindowBytes = std::size_t{1} << 20;

void append_numbers(std::span<const std::uint32_t> numbers, std::string& bytes) {
  append_varint(numbers.size(), bytes);
  for (const std::uint32_t number : numbers) append_varint(number, bytes);
}

void take_numbers(std::string_view& bytes, std::vector<std::uint32_t>& numbers) {
  numbers.resize(take_varint(bytes));
  for (std::uint32_t& number : numbers) number = static_cast<std::uint32_t>(take_varint(bytes));
}

// Reads pieces of a file that follow each other more or less, with few calls.
class WindowReader {
 public:
  explicit WindowReader(const std::filesystem::path& path)
      : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  WindowReader(const WindowReader&) = delete;
  WindowReader& operator=(const WindowReader&) = delete;
  ~WindowReader() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  // Holds until the next call.
  Result<std::string_view> read(std::uint64_t start, std::size_t bytes) {
    if (start < start_ || start + bytes > start_ + window_.size()) {
      start_ = start;
      window_.resize(std::max(bytes, kWindowBytes));
      if (auto filled = fill(bytes); !filled) return filled.error();
    }
    return std::string_view(window_).substr(start - start_, bytes);
  }

 private:
  // At least `needed` bytes of the window, unless the file ends.
  Result<void> fill(std::size_t needed) {
    std::size_t have = 0;
    while (have < needed) {
      const ssize_t got = ::pread(descriptor_, window_.data() + have, window_.size() - have,
                                  static_cast<off_t>(start_ + have));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) {
        return Error{ErrorKind::kSystem, "cannot read '" + path_.string() + "': " +
                                             (got < 0 ? std::strerror(errno) : "it ends early")};
      }
      have += static_cast<std::size_t>(got);
    }
    window_.resize(have);
    return {};
  }

  std::filesystem::path path_;
  int descriptor_;
  std::string window_;
  std::uint64_t start_ = 0;  // of the window in the file
};

}  // namespace

ArticleSpool::ArticleSpool(const std::filesystem::path& folder, FileWriter records,
                           FileWriter words, const Vocabulary& vocabulary)
    : records_path_(folder / "records"),
      words_path_(folder / "words"),
      records_(std::move(records)),
      words_(std::move(words)),
      vocabulary_(vocabulary) {}

Result<std::unique_ptr<ArticleSpool>> ArticleSpool::create(const std::filesystem::path& folder,
                                                           const Vocabulary& vocabulary) {
  auto records = FileWriter::create(folder / "records");
  if (!records) return records.error();
  auto words = FileWriter::create(folder / "words");
  if (!words) return words.error();
  return std::unique_ptr<ArticleSpool>(
      new ArticleSpool(folder, std::move(*records), std::move(*words), vocabulary));
}

Result<void> ArticleSpool::add(std::uint64_t id_hash, std::string_view record,
                               const ArticleWords& words) {
  std::string bytes;
  append_numbers(words.title, bytes);
  append_numbers(words.body, bytes);
  bytes += words.sentences;
  places_.push_back({id_hash, records_.size(), words_.size(),
                     static_cast<std::uint32_t>(record.size()),
                     static_cast<std::uint32_t>(bytes.size())});
  records_.append(record);
  words_.append(bytes);
  if (auto written = records_.outcome(); !written) return written;
  return words_.outcome();
}

Result<void> ArticleSpool::finish() {
  std::unordered_map<std::uint64_t, std::size_t> last;
  for (std::size_t at = 0; at < places_.size(); ++at) last[places_[at].id_hash] = at;
  if (last.size() < places_.size()) {
    std::size_t at = 0;
    std::erase_if(places_, [&](const Place& place) { return last[place.id_hash] != at++; });
  }
  if (auto flushed = records_.flush(); !flushed) return flushed;
  return words_.flush();
}

Result<std::string> ArticleSpool::record(std::uint32_t number) const {
  WindowReader records(records_path_);
  const auto bytes = records.read(places_[number].record_start, places_[number].record_bytes);
  if (!bytes) return bytes.error();
  return std::string(*bytes);
}

Result<void> ArticleSpool::replace_record(std::uint32_t number, std::string_view record) {
  places_[number].record_start = records_.size();
  places_[number].record_bytes = static_cast<std::uint32_t>(record.size());
  records_.append(record);
  return records_.flush();
}

Result<void> ArticleSpool::for_each_record(const RecordVisit& visit) const {
  WindowReader records(records_path_);
  for (const Place& place : places_) {
    const auto record = records.read(place.record_start, place.record_bytes);
    if (!record) return record.error();
    if (auto visited = visit(*record); !visited) return visited;
  }
  return {};
}

Result<void> ArticleSpool::for_each_words(const WordsVisit& visit) const {
  WindowReader words(words_path_);
  std::vector<std::uint32_t> title;
  std::vector<std::uint32_t> body;
  for (const Place& place : places_) {
    auto bytes = words.read(place.words_start, place.words_bytes);
    if (!bytes) return bytes.error();
    take_numbers(*bytes, title);
    take_numbers(*bytes, body);
    if (auto visited = visit({title, body, *bytes}); !visited) return visited;
  }
  return {};
}

}  // namespace dateline
