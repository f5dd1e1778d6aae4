// Writes a new file front to back through a buffer, and says at the end why it could not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "common/result.h"

namespace dateline {

class FileWriter {
 public:
  // `path` is created, or emptied. Fails with kSystem.
  static Result<FileWriter> create(const std::filesystem::path& path);
  FileWriter(FileWriter&& other) noexcept
      : path_(std::move(other.path_)),
        descriptor_(std::exchange(other.descriptor_, -1)),
        buffer_(std::move(other.buffer_)),
        written_(other.written_),
        error_(other.error_) {}
  FileWriter& operator=(FileWriter&&) = delete;
  ~FileWriter();  // what has not been finished is of no use

  // After a failure nothing more is written; finish() or flush() says why.
  void append(std::string_view bytes);

  // What finish() would say so far of bytes that did not fit into the buffer.
  Result<void> outcome() const;

  std::uint64_t size() const { return written_ + buffer_.size(); }

  // Hands everything so far to the system, so that the file can be read.
  Result<void> flush();

  // The same, to the disk, and closes the file.
  Result<void> finish();

 private:
  FileWriter(std::filesystem::path path, int descriptor)
      : path_(std::move(path)), descriptor_(descriptor) {}
  void write_buffer();

  std::filesystem::path path_;
  int descriptor_;
  std::string buffer_;
  std::uint64_t written_ = 0;
  int error_ = 0;  // errno of the first failure
};

}  // namespace dateline
