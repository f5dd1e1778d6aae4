// The bytes of an input, unpacked if they are gzip, as a whole or line by line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/result.h"

namespace dateline {

// No line of JSON and no text file may be longer, so that one of them cannot fill the memory.
constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;

class InputStream {
 public:
  // "-" is standard input.
  static Result<InputStream> open(const std::filesystem::path& path);
  InputStream(InputStream&&) noexcept;
  InputStream& operator=(InputStream&&) noexcept;
  ~InputStream();

  // The next line without its end; nothing at the end of the input. A line over kMaxRecordBytes is
  // skipped without being held and reported as an error of its own, as is a failure to read, after
  // which nothing follows.
  std::optional<Result<std::string>> next_line();

  // All that is left. Fails over kMaxRecordBytes.
  Result<std::string> read_all();

  // Bytes taken from the file so far, before unpacking (of a pipe: after it).
  std::uint64_t consumed() const;

 private:
  struct State;
  explicit InputStream(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace dateline
