#include "indexer/check_index.h"

#include "common/index/segment.h"
#include "common/index/snapshot.h"
#include "indexer/check_derived.h"
#include "indexer/groups_file.h"
#include "indexer/segment_files.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

class SegmentCheck {
 public:
  SegmentCheck(const fs::path& index, const SegmentEntry& entry, CheckReport& report)
      : index_(index), entry_(entry), report_(report) {}

  void run() {
    ++report_.segments;
    if (!check_files()) return;  // reading what is known to be damaged would only repeat it
    const auto segment = open_segment(index_, entry_);
    if (!segment) {
      problem(segment.error().message);
      return;
    }
    check_tombstones(*segment);
    for (const std::string& what : problems_of_derived_files(*segment, index_ / entry_.name)) {
      problem(what);
    }
  }

 private:
  void problem(const std::string& what) { report_.problems.push_back(entry_.name + ": " + what); }

  bool check_files() {
    const auto problems = problems_of_files(index_, entry_);
    for (const std::string& what : problems) problem(what);
    return problems.empty();
  }

  void check_tombstones(const Segment& segment) {
    if (segment.tombstones.count() != entry_.deleted) {
      problem("the tombstones are " + std::to_string(segment.tombstones.count()) + ", not " +
              std::to_string(entry_.deleted));
    }
    std::size_t alive = 0;
    for (std::uint32_t docid = 1; docid <= entry_.last_docid; ++docid) {
      if (segment.alive(docid)) ++alive;
    }
    if (alive != entry_.articles - entry_.deleted) {
      problem("the columns have " + std::to_string(alive) + " live articles, the manifest " +
              std::to_string(entry_.articles - entry_.deleted));
    }
    report_.articles += alive;
  }

  const fs::path& index_;
  const SegmentEntry& entry_;
  CheckReport& report_;
};

// Whether the groups are those of the segments, which are known to be sound.
void check_groups(const fs::path& index, const Manifest& manifest, CheckReport& report) {
  if (manifest.segments.empty()) return;
  if (manifest.groups.empty()) {
    report.problems.emplace_back(
        "nobody has looked for copies of articles yet; do with: dateline-index rebuild");
    return;
  }
  const auto stored = read_file(index / manifest.groups);
  const auto expected = groups_file(index, manifest.segments);
  if (!stored || !expected) {
    report.problems.push_back((stored ? expected.error() : stored.error()).message);
  } else if (*stored != *expected ||
             manifest.groups_digest != FileDigest{stored->size(), crc32_of(*stored)}) {
    report.problems.push_back(manifest.groups +
                              " has not the groups of the articles; mend with: "
                              "dateline-index rebuild");
  }
}

}  // namespace

Result<CheckReport> check_index(const fs::path& index) {
  auto manifest = read_manifest(index);
  while (manifest) {
    CheckReport report;
    for (const SegmentEntry& entry : manifest->segments) SegmentCheck(index, entry, report).run();
    if (report.problems.empty()) check_groups(index, *manifest, report);
    if (report.problems.empty()) return report;
    // A writer may have published and cleared away meanwhile what was being checked.
    auto now = read_manifest(index);
    if (now && now->generation == manifest->generation) return report;
    manifest = std::move(now);
  }
  return manifest.error();
}

}  // namespace dateline
