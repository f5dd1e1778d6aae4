// Lines of a stream, in bounded memory however long one of them is.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace dateline {

struct InputLine {
  std::size_t number = 0;  // from 1
  std::string text;        // without the line end; empty if too long
  bool too_long = false;   // more bytes than the limit; they were skipped
};

// Reads what is there without waiting for more than the end of the next line, so it may sit at the
// end of a pipe. Not for use from several threads. The stream must outlive the reader.
class BoundedLineReader {
 public:
  BoundedLineReader(std::istream& input, std::size_t longest);  // in bytes

  // The next line; nothing at the end. A last line without a line end is a line; "\r\n" is a line
  // end too.
  std::optional<InputLine> next();

 private:
  std::istream& input_;
  std::string buffer_;  // one byte more than the longest line, for the terminator
  std::size_t number_ = 0;
};

}  // namespace dateline
