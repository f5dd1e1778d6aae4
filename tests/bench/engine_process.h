// An engine of the benchmark: a program that builds an index and answers queries, beside ours.
#pragma once

#include <string>

#include "common/result.h"
#include "exchange.h"
#include "tests/support/processes.h"

namespace dateline::bench {

class EngineProcess {
 public:
  // Starts `program` on an index that it has built. Fails with kSystem if it does not begin.
  static Result<EngineProcess> start(const std::string& program, const std::string& index);

  const std::string& version() const { return version_; }  // with its name
  Result<EngineAnswer> ask(const ExchangedQuery& query);
  std::uint64_t peak_bytes() const;  // of memory, files mapped into it included

 private:
  EngineProcess(RunningProgram program, std::string version)
      : program_(std::move(program)), version_(std::move(version)) {}

  RunningProgram program_;
  std::string version_;
};

}  // namespace dateline::bench
