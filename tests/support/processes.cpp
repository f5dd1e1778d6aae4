#include "tests/support/processes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  int read_end = -1;
  int write_end = -1;
};

// Root may do to files whatever it likes by two capabilities. Out of the bounding set, they do not
// come back with exec.
bool enforce_permissions() {
  if (::geteuid() != 0) return true;
  return ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE) == 0 &&
         ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH) == 0;
}

// A write beyond the limit raises SIGXFSZ; ignored, it fails with EFBIG, much as on a full disk.
bool limit_files(std::uint64_t bytes) {
  const rlimit limit{bytes, bytes};
  return ::setrlimit(RLIMIT_FSIZE, &limit) == 0 && std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR;
}

// In the child, up to exec. Its failures end it with 127, as a shell's would.
[[noreturn]] void become(const ProgramCall& call, int input, int output, int errors) {
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  (void)std::signal(SIGPIPE, SIG_DFL);
  for (const auto& [name, value] : call.environment) ::setenv(name.c_str(), value.c_str(), 1);
  const bool ready = (call.folder.empty() || ::chdir(call.folder.c_str()) == 0) &&
                     (!call.max_file_bytes || limit_files(*call.max_file_bytes)) &&
                     (call.permissions == Permissions::kAsTheTest || enforce_permissions());
  if (ready) {
    std::vector<char*> arguments;
    for (const std::string& word : call.command) {
      arguments.push_back(const_cast<char*>(word.c_str()));  // execvp() changes none
    }
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
  }
  ::dprintf(STDERR_FILENO, "cannot run %s: %s\n", call.command[0].c_str(), std::strerror(errno));
  ::_exit(127);
}

// Takes what is there without waiting; false at the end.
bool take(int pipe, std::string& into) {
  std::array<char, 1 << 16> piece{};
  const ssize_t got = ::read(pipe, piece.data(), piece.size());
  if (got > 0) into.append(piece.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

// Writes what the pipe takes now and drops it from the front of `bytes`; false if nobody reads.
bool give(int pipe, std::string_view& bytes) {
  const ssize_t written = ::write(pipe, bytes.data(), bytes.size());
  if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  return written >= 0 || errno == EINTR || errno == EAGAIN;
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
}

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

RunningProgram RunningProgram::start(const ProgramCall& call) {
  (void)std::signal(SIGPIPE, SIG_IGN);  // a program may end without reading its input
  const Pipe input;
  const Pipe output;
  const Pipe errors;
  RunningProgram program;
  program.deadline_ = Clock::now() + call.time_limit;
  program.call_input_ = call.input;
  program.pid_ = ::fork();
  if (program.pid_ < 0) fail("fork");
  if (program.pid_ == 0) become(call, input.read_end, output.write_end, errors.write_end);
  ::close(input.read_end);
  ::close(output.write_end);
  ::close(errors.write_end);
  program.input_ = input.write_end;
  program.output_ = output.read_end;
  program.errors_ = errors.read_end;
  ::fcntl(program.input_, F_SETFL, O_NONBLOCK);
  return program;
}

RunningProgram::RunningProgram(RunningProgram&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      input_(std::exchange(other.input_, -1)),
      output_(std::exchange(other.output_, -1)),
      errors_(std::exchange(other.errors_, -1)),
      call_input_(std::move(other.call_input_)),
      unread_(std::move(other.unread_)),
      deadline_(other.deadline_) {}

RunningProgram::~RunningProgram() {
  close_pipes();
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void RunningProgram::close_pipes() {
  close_if_open(input_);
  close_if_open(output_);
  close_if_open(errors_);
}

void RunningProgram::send(std::string_view input) {
  while (!input.empty()) {
    pollfd state{input_, POLLOUT, 0};
    if (::poll(&state, 1, milliseconds_until(deadline_)) == 0) fail("the program takes no input");
    if (!give(input_, input)) fail("send");
  }
}

void RunningProgram::close_input() { close_if_open(input_); }

std::string RunningProgram::read_line() {
  while (unread_.find('\n') == std::string::npos) {
    pollfd state{output_, POLLIN, 0};
    if (::poll(&state, 1, milliseconds_until(deadline_)) == 0) fail("the program says nothing");
    if (!take(output_, unread_)) break;
  }
  const std::size_t end = std::min(unread_.find('\n'), unread_.size());
  std::string line = unread_.substr(0, end);
  unread_.erase(0, end + 1);
  return line;
}

void RunningProgram::kill(int signal) const { ::kill(pid_, signal); }

ProgramResult RunningProgram::wait() {
  ProgramResult result;
  result.output = std::move(unread_);
  std::string_view unsent = call_input_;
  while (output_ >= 0 || errors_ >= 0) {
    if (unsent.empty()) close_if_open(input_);
    std::array<pollfd, 3> states = {
        {{input_, POLLOUT, 0}, {output_, POLLIN, 0}, {errors_, POLLIN, 0}}};
    if (::poll(states.data(), states.size(), milliseconds_until(deadline_)) == 0) {
      result.timed_out = true;
      kill(SIGKILL);
      break;
    }
    if (states[0].revents != 0 && !give(input_, unsent)) unsent = {};
    if (states[1].revents != 0 && !take(output_, result.output)) close_if_open(output_);
    if (states[2].revents != 0 && !take(errors_, result.errors)) close_if_open(errors_);
  }
  int status = 0;
  ::waitpid(std::exchange(pid_, -1), &status, 0);
  close_pipes();
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

ProgramResult run(const ProgramCall& call) { return RunningProgram::start(call).wait(); }

}  // namespace dateline
