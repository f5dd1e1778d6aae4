// What main() does around the work of a program: the one catch, the one way to print an error, the
// exit code, and a quiet end when the reader of a pipe has gone.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/exit_status.h"
#include "common/result.h"

namespace dateline {

using ProgramBody = std::function<Result<ExitStatus>()>;

// Runs `body`, flushes standard output and returns what main() is to return. An Error or an
// exception is printed to standard error and means kFailure; so does output that could not be
// written (a full disk), except to a pipe whose reader has gone (`... | head`): then the status of
// `body` stands and nothing is printed. `body` should stop early when std::cout has failed.
// Once per process: it takes std::cin and std::cout out of step with C's stdio, and ignores SIGPIPE
// and SIGXFSZ, so that a write without a reader or over the limit of file sizes fails as others do.
int run_program(std::string_view name, const ProgramBody& body);

// "NAME: error: MESSAGE\n", the excerpt on the lines below it.
std::string describe(std::string_view name, const Error& error);

}  // namespace dateline
