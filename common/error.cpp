#include "common/error.h"

namespace dateline {

const char* code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInput:
      return "input";
    case ErrorKind::kRequest:
      return "request";
    case ErrorKind::kTimeout:
      return "timeout";
    case ErrorKind::kMissing:
      return "missing";
    case ErrorKind::kLocked:
      return "locked";
    case ErrorKind::kVersion:
      return "version";
    case ErrorKind::kCorrupt:
      return "corrupt";
    case ErrorKind::kSystem:
      return "system";
  }
  return "system";
}

}  // namespace dateline
