// Why Xapian failed, as a message says it. Thread-safe.
#pragma once

#include <string>

#include <xapian.h>

namespace dateline {

// Xapian's words, with the operating system's own where it was the one that refused: "Error writing
// block 4 (No space left on device)".
std::string reason_of(const Xapian::Error& error);

}  // namespace dateline
