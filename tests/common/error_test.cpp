#include "common/error.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The codes of errors are part of the interface", "[common][error]") {
  const auto [kind, code] = GENERATE(table<ErrorKind, std::string>({
      {ErrorKind::kInput, "input"},
      {ErrorKind::kRequest, "request"},
      {ErrorKind::kTimeout, "timeout"},
      {ErrorKind::kMissing, "missing"},
      {ErrorKind::kLocked, "locked"},
      {ErrorKind::kVersion, "version"},
      {ErrorKind::kCorrupt, "corrupt"},
      {ErrorKind::kSystem, "system"},
  }));
  CHECK(code_of(kind) == code);
}

TEST_CASE("An error says where it happened and keeps the rest", "[common][error]") {
  const Error error = within("dump.jsonl:17", {ErrorKind::kInput, "no text", "  {}\n  ^"});
  CHECK(error == Error{ErrorKind::kInput, "dump.jsonl:17: no text", "  {}\n  ^"});
}

}  // namespace dateline
