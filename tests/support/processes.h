// Programs run by tests: with input, environment and limits of their own, their output collected.
// Not thread-safe. Functions throw std::runtime_error if the system refuses.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace dateline {

enum class Permissions : std::uint8_t {
  kAsTheTest,
  kEnforced,  // file permissions bind the program even if the test runs as root
};

struct ProgramCall {
  std::vector<std::string> command;                // path of the program and its arguments
  std::string input;                               // on its standard input
  std::map<std::string, std::string> environment;  // set beside, or instead of, the test's own
  std::filesystem::path folder;                    // to run in; empty: the test's own
  std::optional<std::uint64_t> max_file_bytes;     // writing more to one file fails: a full disk
  Permissions permissions = Permissions::kAsTheTest;
  std::chrono::seconds time_limit{120};  // then it is killed
};

struct ProgramResult {
  std::string output;
  std::string errors;
  int exit_code = -1;  // -1 if a signal ended it
  int signal = 0;
  bool timed_out = false;
};

// A program that runs beside the test; killed if it still does when the object goes.
class RunningProgram {
 public:
  // `call.input` is sent by wait() only; send() may come before.
  static RunningProgram start(const ProgramCall& call);
  RunningProgram(RunningProgram&& other) noexcept;
  RunningProgram& operator=(RunningProgram&&) = delete;
  ~RunningProgram();

  pid_t pid() const { return pid_; }
  void send(std::string_view input);  // waits until the program has taken it
  void close_input();
  std::string read_line();  // of its output, without the end; "" at its end
  void kill(int signal) const;
  ProgramResult wait();  // closes its standard input; once only

 private:
  RunningProgram() = default;
  void close_pipes();

  pid_t pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  int errors_ = -1;
  std::string call_input_;
  std::string unread_;  // output read beyond the last line
  std::chrono::steady_clock::time_point deadline_;
};

ProgramResult run(const ProgramCall& call);

}  // namespace dateline
