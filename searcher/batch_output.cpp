#include "searcher/batch_output.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>

namespace dateline {
namespace {

constexpr std::size_t kLongestBegin = 65'536;  // bytes of a line, enough for any reasonable id

Error no_file(const std::filesystem::path& path, const std::string& why) {
  return {ErrorKind::kSystem, "cannot use " + path.string() + " for answers: " + why};
}

struct WholeLines {
  std::size_t count = 0;
  std::uint64_t bytes = 0;  // of all of them
  std::string last_begin;
};

// Lines may be long: they are counted block by block.
WholeLines count_lines(std::istream& input) {
  WholeLines lines;
  std::string begin;
  std::uint64_t read = 0;
  std::array<char, 65'536> block{};
  while (input.read(block.data(), block.size()), input.gcount() > 0) {
    std::string_view rest(block.data(), static_cast<std::size_t>(input.gcount()));
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view part = rest.substr(0, end);
      if (begin.size() < kLongestBegin) begin += part.substr(0, kLongestBegin - begin.size());
      read += part.size();
      if (end == std::string_view::npos) break;
      ++read;
      ++lines.count;
      lines.bytes = read;
      lines.last_begin = std::move(begin);
      begin.clear();
      rest.remove_prefix(end + 1);
    }
  }
  return lines;
}

}  // namespace

Result<BatchOutput> open_batch_output(const std::filesystem::path& path, bool resume) {
  BatchOutput output;
  std::error_code error;
  const bool has_answers =
      std::filesystem::exists(path, error) && std::filesystem::file_size(path, error) > 0 && !error;
  if (has_answers && !resume) {
    return Error{ErrorKind::kInput, path.string() +
                                        " has something in it already; --resume goes on with it, "
                                        "or remove it"};
  }
  if (has_answers) {
    std::ifstream input(path, std::ios::binary);
    if (!input) return no_file(path, std::strerror(errno));
    WholeLines lines = count_lines(input);
    std::filesystem::resize_file(path, lines.bytes, error);
    if (error) return no_file(path, error.message());
    output.start = {lines.count, std::move(lines.last_begin)};
  }
  errno = 0;
  output.file.open(path, std::ios::binary | std::ios::app);
  if (!output.file) return no_file(path, std::strerror(errno));
  return output;
}

}  // namespace dateline
