// A library to preload into a program under test, so that it meets its end, or a full disk, at a
// step of our choice. DATELINE_FAULT says which:
//
//   kill:17   SIGKILL just before the 17th call that changes a folder or flushes a file
//   full:17   the 17th call that could need room on the disk fails with ENOSPC, and so do all
//             that follow
//   eio:17    the 17th such call fails with EIO, the others work
//   short:17  the 17th such call, if it writes, writes half of what it was given
//
// Files are also opened and cut to size; those are such calls, too.
//
// Killing between calls that only write data would show nothing more: until a folder names or a
// flush ends it, nobody depends on the data.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

enum class Fault { kNone, kKill, kFull, kError, kShort };

struct Plan {
  Plan() {
    const char* text = std::getenv("DATELINE_FAULT");
    if (text == nullptr) return;
    const char* number = std::strchr(text, ':') + 1;
    fault = *text == 'k' ? Fault::kKill : *text == 'f' ? Fault::kFull : Fault::kError;
    if (*text == 's') fault = Fault::kShort;
    step = std::strtol(number, nullptr, 10);
  }
  Fault fault = Fault::kNone;
  long step = 0;
  std::atomic<long> steps = 0;
};

Plan& plan() {
  static Plan the_plan;
  return the_plan;
}

// Before each call that changes a folder or flushes a file.
void step_to_kill() {
  if (plan().fault == Fault::kKill && ++plan().steps == plan().step) ::kill(::getpid(), SIGKILL);
}

// True if the call has to fail.
bool step_to_full_disk() {
  if (plan().fault != Fault::kFull && plan().fault != Fault::kError) return false;
  const long step = ++plan().steps;
  const bool is_full = plan().fault == Fault::kFull;
  if (is_full ? step < plan().step : step != plan().step) return false;
  errno = is_full ? ENOSPC : EIO;
  return true;
}

// How much of a write is to be done.
size_t step_to_short_write(size_t size) {
  const bool is_short = plan().fault == Fault::kShort && ++plan().steps == plan().step;
  return is_short ? (size + 1) / 2 : size;
}

bool creates(int flags) { return (flags & O_CREAT) != 0; }

mode_t mode_of(int flags, va_list& arguments) {
  return creates(flags) ? va_arg(arguments, mode_t) : 0;
}

// The function of that name in the libraries that come after this one.
template <typename Function>
Function* next(Function* /*its type*/, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// Terminals and pipes do not fill up.
bool is_file(int descriptor) { return descriptor > STDERR_FILENO; }

}  // namespace

extern "C" {

int rename(const char* from, const char* to) noexcept {
  step_to_kill();
  if (step_to_full_disk()) return -1;
  return next(&rename, "rename")(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept {
  step_to_kill();
  if (step_to_full_disk()) return -1;
  return next(&mkdir, "mkdir")(path, mode);
}

int link(const char* from, const char* to) noexcept {
  step_to_kill();
  if (step_to_full_disk()) return -1;
  return next(&link, "link")(from, to);
}

int fsync(int descriptor) {
  step_to_kill();
  if (step_to_full_disk()) return -1;
  return next(&fsync, "fsync")(descriptor);
}

int fdatasync(int descriptor) {
  step_to_kill();
  if (step_to_full_disk()) return -1;
  return next(&fdatasync, "fdatasync")(descriptor);
}

int unlink(const char* path) noexcept {
  step_to_kill();
  return next(&unlink, "unlink")(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  step_to_kill();
  return next(&unlinkat, "unlinkat")(folder, path, flags);
}

int remove(const char* path) noexcept {
  step_to_kill();
  return next(&remove, "remove")(path);
}

ssize_t write(int descriptor, const void* data, size_t size) {
  if (is_file(descriptor) && step_to_full_disk()) return -1;
  return next(&write, "write")(descriptor, data,
                               is_file(descriptor) ? step_to_short_write(size) : size);
}

ssize_t pwrite(int descriptor, const void* data, size_t size, off_t offset) {
  if (is_file(descriptor) && step_to_full_disk()) return -1;
  return next(&pwrite, "pwrite")(descriptor, data, step_to_short_write(size), offset);
}

ssize_t pwrite64(int descriptor, const void* data, size_t size, off64_t offset) {
  if (is_file(descriptor) && step_to_full_disk()) return -1;
  return next(&pwrite64, "pwrite64")(descriptor, data, step_to_short_write(size), offset);
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (creates(flags) && step_to_full_disk()) return -1;
  return next(&open, "open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (creates(flags) && step_to_full_disk()) return -1;
  return next(&open64, "open64")(path, flags, mode);
}

int ftruncate(int descriptor, off_t size) noexcept {
  if (step_to_full_disk()) return -1;
  return next(&ftruncate, "ftruncate")(descriptor, size);
}

}  // extern "C"
