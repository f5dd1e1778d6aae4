// What went wrong, in words the user can act on.
#pragma once

#include <string>
#include <utility>

namespace dateline {

// Who can do something about it. The names returned by code_of() appear in machine-read output
// (batch, later HTTP) and are stable.
enum class ErrorKind {
  kInput,    // an article, a line or a file that cannot be read as what it claims to be
  kRequest,  // a query, an option or a filter that means nothing
  kTimeout,  // the time that the request allowed is over
  kMissing,  // the index, the article or the file named does not exist
  kLocked,   // another writer holds the index
  kVersion,  // the index was made by a newer or different program
  kCorrupt,  // an index file is not what its manifest says
  kSystem,   // the operating system refused: full disk, permissions, ...
};

// "input", "request", "timeout", "missing", "locked", "version", "corrupt", "system".
const char* code_of(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::kSystem;
  std::string message;  // one line, no trailing full stop: what happened, where, what to do next
  std::string excerpt = {};  // more lines for a person: the text concerned and a caret under the
                             // place; mostly empty, never needed to understand `message`

  bool operator==(const Error&) const = default;
};

// The error with `where` and ": " put before its message.
inline Error within(const std::string& where, Error error) {
  error.message = where + ": " + error.message;
  return error;
}

}  // namespace dateline
