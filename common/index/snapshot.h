// A published generation of an index, opened for reading. It stays as it is for as long as it is
// held, whatever writers do to the folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "common/index/groups.h"
#include "common/index/manifest.h"
#include "common/index/segment.h"
#include "common/result.h"

namespace dateline {

// Not thread-safe (see Segment).
struct Snapshot {
  Manifest manifest;
  std::vector<Segment> segments;  // in the manifest's order
  std::optional<Groups> groups;   // nothing if the writer looked for none

  std::size_t live_articles() const;
};

// Opens the newest generation; takes no lock. Fails with kMissing if there is no index, kVersion if
// its format or its analyser (see analyzer_fingerprint()) is another program's, kCorrupt if files
// are damaged.
Result<Snapshot> open_snapshot(const std::filesystem::path& index);

// Opens an earlier generation that is still kept (indexer/kept_generations.h). Fails with kMissing
// if it is not, and as above.
Result<Snapshot> open_kept_snapshot(const std::filesystem::path& index, std::uint64_t generation);

}  // namespace dateline
