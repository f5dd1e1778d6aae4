#include "indexer/check_index.h"

#include <xapian.h>

#include "common/index/segment.h"
#include "common/index/snapshot.h"
#include "common/index/xapian_reason.h"
#include "indexer/check_derived.h"

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
    check_postings(segment->database);
  }

 private:
  void problem(const std::string& what) { report_.problems.push_back(entry_.name + ": " + what); }

  bool check_files() {
    const std::size_t problems_before = report_.problems.size();
    for (const auto& [name, expected] : entry_.files) {
      const auto digest = digest_file(index_ / entry_.name / name);
      if (!digest) {
        problem(digest.error().message);
      } else if (digest->bytes != expected.bytes) {
        problem(name + " has " + std::to_string(digest->bytes) + " bytes instead of " +
                std::to_string(expected.bytes));
      } else if (digest->crc32 != expected.crc32) {
        problem(name + " has been changed (its checksum differs)");
      }
    }
    return report_.problems.size() == problems_before;
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

  // Every posting is in the list of its term and in that of its document.
  void check_postings(const Xapian::Database& database) {
    try {
      std::uint64_t counted = 0;
      for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        Xapian::doccount postings = 0;
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
             ++posting) {
          ++postings;
        }
        if (postings != term.get_termfreq()) problem("term '" + *term + "' lacks postings");
        counted += postings;
      }
      std::uint64_t listed = 0;
      for (auto document = database.postlist_begin(""); document != database.postlist_end("");
           ++document) {
        for (auto term = database.termlist_begin(*document);
             term != database.termlist_end(*document); ++term) {
          ++listed;
        }
      }
      if (listed != counted) problem("documents list other terms than the postings do");
    } catch (const Xapian::Error& error) {
      problem("database: " + reason_of(error));
    }
  }

  const fs::path& index_;
  const SegmentEntry& entry_;
  CheckReport& report_;
};

}  // namespace

Result<CheckReport> check_index(const fs::path& index) {
  auto manifest = read_manifest(index);
  while (manifest) {
    CheckReport report;
    for (const SegmentEntry& entry : manifest->segments) SegmentCheck(index, entry, report).run();
    if (report.problems.empty()) return report;
    // A writer may have published and cleared away meanwhile what was being checked.
    auto now = read_manifest(index);
    if (now && now->generation == manifest->generation) return report;
    manifest = std::move(now);
  }
  return manifest.error();
}

}  // namespace dateline
