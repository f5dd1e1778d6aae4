// What the programs' exit codes mean. Scripts rely on them: they are part of the interface.
#pragma once

namespace dateline {

enum class ExitStatus : int {
  kSuccess = 0,  // search: passages were found; batch: every line was answered; index: every
                 // record was indexed
  kIncomplete =
      1,         // search: nothing was found; index: some records were rejected, the rest indexed
  kFailure = 2,  // a wrong command line, a wrong request, or the system refused
};

}  // namespace dateline
