#include "common/index/xapian_reason.h"

#include <cerrno>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A failure of Xapian is told with the system's reason, if it has one",
          "[index][xapian_reason]") {
  CHECK(reason_of(Xapian::DatabaseCorruptError("Block 4 is damaged")) == "Block 4 is damaged");
  CHECK(reason_of(Xapian::DatabaseError("Error writing block 4", ENOSPC)) ==
        "Error writing block 4 (No space left on device)");
}

}  // namespace dateline
