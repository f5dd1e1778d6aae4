// The files of a segment that are made from its Xapian database and can be made again.
#pragma once

#include <filesystem>

#include <xapian.h>

#include "common/result.h"

namespace dateline {

// Writes them into `folder` and flushes them to the disk. Reads the database once; holds its
// vocabulary and its columns in memory, but of its texts one article at a time.
Result<void> write_derived_files(const Xapian::Database& database,
                                 const std::filesystem::path& folder);

}  // namespace dateline
