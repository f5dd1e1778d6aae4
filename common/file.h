// Files as the index needs them: whole reads, writes that survive a power cut, and mapped reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/result.h"

namespace dateline {

Result<std::string> read_file(const std::filesystem::path& path);

// Writes `bytes` as the new file `path` and flushes them to the disk. On failure no file is left.
Result<void> write_file_synced(const std::filesystem::path& path, std::string_view bytes);

// Puts `bytes` in place of the file `path`, or creates it: readers see the old content or the new,
// also after a crash (write aside, flush, rename, flush the folder).
Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes);

// Flushes a file's or a folder's own entry to the disk.
Result<void> sync_path(const std::filesystem::path& path);

// Copies a file, sharing its blocks with the original (hard link) where the file system can.
// Only for files that are never modified in place.
Result<void> link_or_copy(const std::filesystem::path& from, const std::filesystem::path& to);

// CRC-32 (as zlib's) of a whole file.
struct FileDigest {
  std::uint64_t bytes = 0;
  std::uint32_t crc32 = 0;
  bool operator==(const FileDigest&) const = default;
};
std::uint32_t crc32_of(std::string_view bytes);
Result<FileDigest> digest_file(const std::filesystem::path& path);

// A file mapped read-only for as long as the object lives. Moving keeps the bytes where they are.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  MappedFile(void* data, std::size_t size) : data_(data), size_(size) {}

  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace dateline
