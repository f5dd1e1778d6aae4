// A library to preload into a program under test, so that it meets its end, or a full disk, at a
// step of our choice. DATELINE_FAULT says which:
//
//   kill:17   SIGKILL just before the 17th call that changes a folder or flushes a file
//   full:17   the 17th call that could need room on the disk fails with ENOSPC, and so do all
//             that follow
//
// Killing between calls that only write data would show nothing more: until a folder names or a
// flush ends it, nobody depends on the data.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

enum class Fault { kNone, kKill, kFull };

struct Plan {
  Plan() {
    const char* text = std::getenv("DATELINE_FAULT");
    if (text == nullptr) return;
    fault = std::strncmp(text, "kill:", 5) == 0 ? Fault::kKill : Fault::kFull;
    step = std::strtol(text + 5, nullptr, 10);
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
  if (plan().fault != Fault::kFull || ++plan().steps < plan().step) return false;
  errno = ENOSPC;
  return true;
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
  return next(&write, "write")(descriptor, data, size);
}

ssize_t pwrite(int descriptor, const void* data, size_t size, off_t offset) {
  if (is_file(descriptor) && step_to_full_disk()) return -1;
  return next(&pwrite, "pwrite")(descriptor, data, size, offset);
}

ssize_t pwrite64(int descriptor, const void* data, size_t size, off64_t offset) {
  if (is_file(descriptor) && step_to_full_disk()) return -1;
  return next(&pwrite64, "pwrite64")(descriptor, data, size, offset);
}

}  // extern "C"
