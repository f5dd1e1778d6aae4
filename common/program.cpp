#include "common/program.h"

#include <csignal>
#include <exception>
#include <iostream>
#include <new>

#include <poll.h>
#include <unistd.h>

namespace dateline {
namespace {

// A pipe without a reader reports POLLERR for ever, so this can be asked after the fact; errno of
// the failed write would long be overwritten. A full disk or a closed descriptor does not.
bool reader_has_gone(int descriptor) {
  pollfd state{descriptor, POLLOUT, 0};
  return poll(&state, 1, 0) == 1 && (state.revents & (POLLERR | POLLHUP)) != 0;
}

Result<ExitStatus> run_caught(const ProgramBody& body) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::kSystem, "out of memory"};
  } catch (const std::exception& exception) {
    return Error{ErrorKind::kSystem, exception.what()};
  }
}

}  // namespace

std::string describe(std::string_view name, const Error& error) {
  std::string out(name);
  out += ": error: " + error.message + '\n';
  if (!error.excerpt.empty()) out += error.excerpt + '\n';
  return out;
}

int run_program(std::string_view name, const ProgramBody& body) {
  std::ios::sync_with_stdio(false);
  (void)std::signal(SIGPIPE, SIG_IGN);
  (void)std::signal(SIGXFSZ, SIG_IGN);
  Result<ExitStatus> status = run_caught(body);
  std::cout.flush();
  if (status && !std::cout && !reader_has_gone(STDOUT_FILENO)) {
    status = Error{ErrorKind::kSystem,
                   "standard output could not be written to the end; is the disk full?"};
  }
  if (!status) {
    std::cerr << describe(name, status.error()) << std::flush;
    return static_cast<int>(ExitStatus::kFailure);
  }
  return static_cast<int>(*status);
}

}  // namespace dateline
