// What standard output is connected to, and what its user prefers.
#pragma once

#include <cstddef>

namespace dateline {

struct Terminal {
  bool is_terminal = false;
  bool wants_color = false;  // a terminal that shows it, and NO_COLOR is not set (no-color.org)
  std::size_t width = 80;    // columns
};

// Asks the system about a file descriptor, and the environment for NO_COLOR, TERM and COLUMNS.
Terminal describe_terminal(int descriptor);

}  // namespace dateline
