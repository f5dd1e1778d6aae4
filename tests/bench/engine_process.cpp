#include "engine_process.h"

#include <fstream>

namespace dateline::bench {

Result<EngineProcess> EngineProcess::start(const std::string& program, const std::string& index) {
  ProgramCall call;
  call.command = {program, "serve", index};
  call.time_limit = std::chrono::hours(24);
  RunningProgram running = RunningProgram::start(call);
  std::string version = running.read_line();
  if (version.empty()) {
    return Error{ErrorKind::kSystem, "'" + program + "' does not start: " + running.wait().errors};
  }
  return EngineProcess(std::move(running), std::move(version));
}

Result<EngineAnswer> EngineProcess::ask(const ExchangedQuery& query) {
  program_.send(encode(query) + '\n');
  const std::string line = program_.read_line();
  if (line.empty()) {
    return Error{ErrorKind::kSystem, version_ + " ended: " + program_.wait().errors};
  }
  return decode_answer(line);
}

std::uint64_t EngineProcess::peak_bytes() const {
  std::ifstream status("/proc/" + std::to_string(program_.pid()) + "/status");
  for (std::string word; status >> word;) {
    std::uint64_t kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

}  // namespace dateline::bench
