#include "common/program.h"

#include <iostream>
#include <new>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// Collects what a program says on standard error.
class CapturedErrors {
 public:
  CapturedErrors() {
    std::ios::sync_with_stdio(false);  // the first call replaces the buffers of all streams
    original_ = std::cerr.rdbuf(text_.rdbuf());
  }
  ~CapturedErrors() { std::cerr.rdbuf(original_); }
  CapturedErrors(const CapturedErrors&) = delete;
  CapturedErrors& operator=(const CapturedErrors&) = delete;

  std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::streambuf* original_ = nullptr;
};

}  // namespace

TEST_CASE("A program's status is its exit code", "[common][program]") {
  const CapturedErrors errors;
  CHECK(run_program("p", [] { return ExitStatus::kSuccess; }) == 0);
  CHECK(run_program("p", [] { return ExitStatus::kIncomplete; }) == 1);
  CHECK(errors.text().empty());
}

TEST_CASE("An error is printed once, with the program's name, and exits with 2",
          "[common][program]") {
  const CapturedErrors errors;
  CHECK(run_program("dateline-search", [] {
          return Error{ErrorKind::kMissing, "no index at 'news.index'"};
        }) == 2);
  CHECK(errors.text() == "dateline-search: error: no index at 'news.index'\n");
}

TEST_CASE("The excerpt of an error stands under it", "[common][program]") {
  CHECK(describe("p", {ErrorKind::kRequest, "what", "  text\n    ^"}) ==
        "p: error: what\n  text\n    ^\n");
}

TEST_CASE("An exception ends as an error message", "[common][program]") {
  const CapturedErrors errors;
  CHECK(run_program("p", []() -> Result<ExitStatus> { throw std::runtime_error("broken"); }) == 2);
  CHECK(run_program("p", []() -> Result<ExitStatus> { throw std::bad_alloc(); }) == 2);
  CHECK(errors.text() == "p: error: broken\np: error: out of memory\n");
}

TEST_CASE("Output that cannot be written is an error", "[common][program]") {
  const CapturedErrors errors;
  CHECK(run_program("p", [] {
          std::cout.setstate(std::ios::badbit);
          return ExitStatus::kSuccess;
        }) == 2);
  std::cout.clear();
  CHECK(errors.text() ==
        "p: error: standard output could not be written to the end; is the disk full?\n");
}

}  // namespace dateline
