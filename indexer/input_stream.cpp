#include "indexer/input_stream.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

namespace dateline {
namespace {

// zlib's reasons begin with its own name for the file: "<fd:5>: incorrect data check".
std::string_view without_stream_name(std::string_view reason) {
  const std::size_t name_end = reason.find(">: ");
  return name_end == std::string_view::npos ? reason : reason.substr(name_end + 3);
}

}  // namespace

struct InputStream::State {
  gzFile file = nullptr;
  std::string buffer = std::string(std::size_t{1} << 16, '\0');
  std::size_t at = 0;  // unread bytes are buffer[at, end)
  std::size_t end = 0;
  std::uint64_t unpacked = 0;  // bytes read so far
  std::optional<Error> failure;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (file != nullptr) gzclose(file);
  }

  // Fills the empty buffer; false at the end of the input or after a failure.
  bool fill() {
    if (failure) return false;
    at = 0;
    end = 0;
    const int got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()));
    int code = Z_OK;
    const char* reason = gzerror(file, &code);
    if (got > 0) {
      end = static_cast<std::size_t>(got);
      unpacked += end;
      return true;
    }
    if (code != Z_OK && code != Z_STREAM_END) {
      const std::string_view why = code == Z_ERRNO       ? std::strerror(errno)
                                   : code == Z_BUF_ERROR ? "the compressed data is cut off"
                                                         : without_stream_name(reason);
      failure = Error{ErrorKind::kInput, "cannot read further: " + std::string(why)};
    }
    return false;
  }
};

InputStream::InputStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
InputStream::InputStream(InputStream&&) noexcept = default;
InputStream& InputStream::operator=(InputStream&&) noexcept = default;
InputStream::~InputStream() = default;

Result<InputStream> InputStream::open(const std::filesystem::path& path) {
  const int fd = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return Error{ErrorKind::kInput, std::string("cannot open: ") + std::strerror(errno)};
  }
  auto state = std::make_unique<State>();
  state->file = gzdopen(fd, "rb");
  if (state->file == nullptr) {
    ::close(fd);
    return Error{ErrorKind::kSystem, "cannot open: out of memory"};
  }
  return InputStream(std::move(state));
}

std::optional<Result<std::string>> InputStream::next_line() {
  State& state = *state_;
  std::string line;
  std::size_t length = 0;
  bool any = false;
  while (state.at < state.end || state.fill()) {
    any = true;
    const std::string_view unread(state.buffer.data() + state.at, state.end - state.at);
    const std::size_t line_end = unread.find('\n');
    const std::string_view piece = unread.substr(0, line_end);
    length += piece.size();
    if (length <= kMaxRecordBytes) line += piece;
    state.at += piece.size();
    if (line_end == std::string_view::npos) continue;
    ++state.at;
    break;
  }
  if (length > kMaxRecordBytes) {
    return Error{ErrorKind::kInput, "the line has " + std::to_string(length) +
                                        " bytes, more than the " + std::to_string(kMaxRecordBytes) +
                                        " that a record may have"};
  }
  if (any) return line;
  if (!state.failure || state.failure->message.empty()) return std::nullopt;
  const Error failure = *state.failure;
  state.failure->message.clear();  // reported once; an empty failure still ends the stream
  return failure;
}

Result<std::string> InputStream::read_all() {
  State& state = *state_;
  std::string all;
  while (state.at < state.end || state.fill()) {
    all.append(state.buffer, state.at, state.end - state.at);
    state.at = state.end;
    if (all.size() > kMaxRecordBytes) {
      return Error{ErrorKind::kInput, "the file has more than the " +
                                          std::to_string(kMaxRecordBytes) +
                                          " bytes that a record may have"};
    }
  }
  if (state.failure) return *state.failure;
  return all;
}

std::uint64_t InputStream::consumed() const {
  const auto offset = gzoffset(state_->file);
  return offset < 0 ? state_->unpacked : static_cast<std::uint64_t>(offset);  // < 0: a pipe
}

}  // namespace dateline
