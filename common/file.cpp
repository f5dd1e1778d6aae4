#include "common/file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace dateline {
namespace {

namespace fs = std::filesystem;

Error system_error(const fs::path& path, const char* action) {
  const int code = errno;
  return {code == ENOENT ? ErrorKind::kMissing : ErrorKind::kSystem,
          std::string("cannot ") + action + " '" + path.string() + "': " + std::strerror(code)};
}

// Closes its file descriptor when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<void> write_and_sync(const fs::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return system_error(path, "create");
  if (!write_all(file.get(), bytes)) return system_error(path, "write");
  if (::fsync(file.get()) != 0) return system_error(path, "flush");
  return {};
}

// Calls `consume` with successive pieces of the file.
template <typename Consume>
Result<void> for_each_piece(const fs::path& path, Consume consume) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_error(path, "open");
  std::string piece(1 << 16, '\0');
  while (true) {
    const ssize_t got = ::read(file.get(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, "read");
    if (got == 0) return {};
    consume(std::string_view(piece.data(), static_cast<std::size_t>(got)));
  }
}

std::uint32_t crc32_add(std::uint32_t crc, std::string_view bytes) {
  return static_cast<std::uint32_t>(
      ::crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
  std::string content;
  auto read = for_each_piece(path, [&content](std::string_view piece) { content += piece; });
  if (!read) return read.error();
  return content;
}

Result<void> write_file_synced(const fs::path& path, std::string_view bytes) {
  auto written = write_and_sync(path, bytes);
  if (!written) ::unlink(path.c_str());
  return written;
}

Result<void> replace_file(const fs::path& path, std::string_view bytes) {
  fs::path aside = path;
  aside += ".new";
  if (auto written = write_file_synced(aside, bytes); !written) return written;
  if (::rename(aside.c_str(), path.c_str()) != 0) {
    const Error error = system_error(path, "replace");
    ::unlink(aside.c_str());
    return error;
  }
  return sync_path(path.parent_path());
}

Result<void> sync_path(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_error(path, "open");
  if (::fsync(file.get()) != 0) return system_error(path, "flush");
  return {};
}

Result<void> link_or_copy(const fs::path& from, const fs::path& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return {};
  std::error_code code;
  fs::copy_file(from, to, code);
  if (code) {
    return Error{
        code == std::errc::no_such_file_or_directory ? ErrorKind::kMissing : ErrorKind::kSystem,
        "cannot copy '" + from.string() + "' to '" + to.string() + "': " + code.message()};
  }
  return sync_path(to);
}

std::uint32_t crc32_of(std::string_view bytes) { return crc32_add(0, bytes); }

Result<FileDigest> digest_file(const fs::path& path) {
  FileDigest digest;
  auto read = for_each_piece(path, [&digest](std::string_view piece) {
    digest.bytes += piece.size();
    digest.crc32 = crc32_add(digest.crc32, piece);
  });
  if (!read) return read.error();
  return digest;
}

Result<MappedFile> MappedFile::open(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_error(path, "open");
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error(path, "read");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return MappedFile(nullptr, 0);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (data == MAP_FAILED) return system_error(path, "map");
  return MappedFile(data, size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace dateline
