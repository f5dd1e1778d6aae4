#include "common/file_writer.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace dateline {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10;

Error cannot(const char* action, const std::filesystem::path& path, int code) {
  return {ErrorKind::kSystem,
          std::string("cannot ") + action + " '" + path.string() + "': " + std::strerror(code)};
}

}  // namespace

Result<FileWriter> FileWriter::create(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return cannot("create", path, errno);
  return FileWriter(path, descriptor);
}

FileWriter::~FileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWriter::append(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) write_buffer();
}

void FileWriter::write_buffer() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      error_ = written < 0 ? errno : ENOSPC;
    } else {
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  written_ += buffer_.size();
  buffer_.clear();
}

Result<void> FileWriter::outcome() const {
  if (error_ == 0) return {};
  return cannot("write", path_, error_);
}

Result<void> FileWriter::flush() {
  write_buffer();
  return outcome();
}

Result<void> FileWriter::finish() {
  write_buffer();
  if (error_ == 0 && ::fsync(descriptor_) != 0) error_ = errno;
  if (::close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) error_ = errno;
  return outcome();
}

}  // namespace dateline
