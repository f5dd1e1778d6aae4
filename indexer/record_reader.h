// An input file as a sequence of records.
#pragma once

#include <cstdint>
#include <optional>

#include "common/result.h"
#include "indexer/input_files.h"
#include "indexer/input_stream.h"
#include "indexer/record.h"

namespace dateline {

class RecordReader {
 public:
  // Fails with kInput, naming the file.
  static Result<RecordReader> open(const InputFile& file);

  // The next record, or why it was rejected (the message begins with file and line); nothing at the
  // end. After a rejection reading goes on with the next record.
  std::optional<Result<Record>> next();

  std::uint64_t consumed() const { return stream_.consumed(); }  // bytes of the file

 private:
  RecordReader(InputFile file, InputStream stream)
      : file_(std::move(file)), stream_(std::move(stream)) {}

  std::optional<Result<Record>> next_json();
  std::optional<Result<Record>> next_text();

  InputFile file_;
  InputStream stream_;
  std::size_t line_ = 0;  // lines read so far
  bool refused_ = false;  // no line of it can be read
};

}  // namespace dateline
