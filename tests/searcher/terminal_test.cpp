#include "searcher/terminal.h"

#include <cstdlib>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

namespace dateline {
namespace {

// A pseudo terminal's end, as a program's standard output would be.
class PseudoTerminal {
 public:
  PseudoTerminal() : master_(posix_openpt(O_RDWR | O_NOCTTY)) {
    if (master_ < 0 || grantpt(master_) != 0 || unlockpt(master_) != 0) return;
    terminal_ = open(ptsname(master_), O_RDWR | O_NOCTTY);
  }
  ~PseudoTerminal() {
    if (terminal_ >= 0) close(terminal_);
    if (master_ >= 0) close(master_);
  }
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  int descriptor() const { return terminal_; }  // -1 if the system has none to give

 private:
  int master_ = -1;
  int terminal_ = -1;
};

}  // namespace

TEST_CASE("A pipe is no terminal and gets no colour", "[searcher][terminal]") {
  unsetenv("COLUMNS");
  setenv("TERM", "xterm", 1);
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const Terminal terminal = describe_terminal(ends[1]);
  CHECK_FALSE(terminal.is_terminal);
  CHECK_FALSE(terminal.wants_color);
  CHECK(terminal.width == 80);
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("COLUMNS sets the width where it is a number", "[searcher][terminal]") {
  setenv("COLUMNS", "132", 1);
  CHECK(describe_terminal(-1).width == 132);
  for (const char* columns : {"", "0", "wide", "-3"}) {
    setenv("COLUMNS", columns, 1);
    CHECK(describe_terminal(-1).width == 80);
  }
  unsetenv("COLUMNS");
}

TEST_CASE("A terminal gets colour unless its user declines", "[searcher][terminal]") {
  const PseudoTerminal pseudo;
  if (pseudo.descriptor() < 0) {
    WARN("no pseudo terminal to be had here");
    return;
  }
  setenv("TERM", "xterm", 1);
  unsetenv("NO_COLOR");
  CHECK(describe_terminal(pseudo.descriptor()).is_terminal);
  CHECK(describe_terminal(pseudo.descriptor()).wants_color);
  setenv("NO_COLOR", "1", 1);
  CHECK_FALSE(describe_terminal(pseudo.descriptor()).wants_color);
  unsetenv("NO_COLOR");
  setenv("TERM", "dumb", 1);
  CHECK_FALSE(describe_terminal(pseudo.descriptor()).wants_color);
}

}  // namespace dateline
