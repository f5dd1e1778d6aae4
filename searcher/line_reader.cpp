#include "searcher/line_reader.h"

#include <limits>

namespace dateline {

BoundedLineReader::BoundedLineReader(std::istream& input, std::size_t longest)
    : input_(input), buffer_(longest + 1, '\0') {}

std::optional<InputLine> BoundedLineReader::next() {
  if (!input_) return std::nullopt;
  input_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  const auto extracted = static_cast<std::size_t>(input_.gcount());
  if (extracted == 0 && input_.eof()) return std::nullopt;
  InputLine line;
  line.number = ++number_;
  if (input_.fail() && !input_.eof()) {  // the buffer was filled before the line ended
    input_.clear();
    input_.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    line.too_long = true;
    return line;
  }
  std::size_t length = input_.eof() ? extracted : extracted - 1;  // gcount() counts the '\n'
  if (length > 0 && buffer_[length - 1] == '\r') --length;
  line.text.assign(buffer_, 0, length);
  return line;
}

}  // namespace dateline
