// The MANIFEST of an index folder: which segments make up the published index. Everything the
// folder holds beside what it names is left over from a writer that did not finish.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/file.h"
#include "common/result.h"

namespace dateline {

struct SegmentEntry {
  std::string name;            // folder: "segment-000001"
  std::string uuid;            // of its Xapian database; derived files carry it too
  std::uint32_t articles = 0;  // documents in the database, deleted ones included
  std::uint32_t last_docid = 0;
  std::uint64_t title_words = 0;  // sums over those documents
  std::uint64_t body_words = 0;
  std::string deletions;      // file of tombstones: "deleted-000001-000007"; "" if none
  std::uint32_t deleted = 0;  // tombstones in it
  std::map<std::string, FileDigest> files;  // relative to the segment's folder, all of them

  bool operator==(const SegmentEntry&) const = default;
};

constexpr const char* kManifestName = "MANIFEST";

struct Manifest {
  std::uint64_t generation = 0;    // grows by one with each publication; 0 is a new, empty index
  std::uint64_t next_segment = 1;  // number of the next segment; never used twice
  std::string analyser;            // analyzer_fingerprint() of the writer
  std::vector<SegmentEntry> segments;
  std::string groups;        // file of groups: "groups-000007"; "" if none were looked for
  FileDigest groups_digest;  // its size and checksum

  bool operator==(const Manifest&) const = default;
};

std::string to_json(const Manifest& manifest);

// Fails with kVersion if a newer program wrote it, kCorrupt if it is not a manifest.
Result<Manifest> parse_manifest(const std::string& json);

// Fails with kMissing if the folder does not exist or holds no index.
Result<Manifest> read_manifest(const std::filesystem::path& index);

// That of an earlier generation which a writer has kept (indexer/kept_generations.h). Fails with
// kMissing if none has, or not for so long.
Result<Manifest> read_kept_manifest(const std::filesystem::path& index, std::uint64_t generation);

// The moment of publication: afterwards readers see the new generation, before it the old one.
Result<void> publish_manifest(const std::filesystem::path& index, const Manifest& manifest);

// Names inside the folder.
std::string segment_name(std::uint64_t number);
std::string deletions_name(const std::string& segment, std::uint64_t generation);
std::string groups_name(std::uint64_t generation);
std::string kept_manifest_name(std::uint64_t generation);

}  // namespace dateline
