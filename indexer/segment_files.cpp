#include "indexer/segment_files.h"

#include "common/file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

Error system_error(const fs::path& path, const std::error_code& code) {
  return {ErrorKind::kSystem, "cannot write to '" + path.string() + "': " + code.message()};
}

// Flushes every file below `folder` and notes its size and checksum.
Result<void> seal_files(const fs::path& folder, SegmentEntry& entry) {
  std::error_code code;
  for (fs::recursive_directory_iterator file(folder, code), end; !code && file != end;
       file.increment(code)) {
    if (auto synced = sync_path(file->path()); !synced) return synced;
    if (!file->is_regular_file()) continue;
    const auto digest = digest_file(file->path());
    if (!digest) return digest.error();
    entry.files[fs::relative(file->path(), folder, code).generic_string()] = *digest;
  }
  if (code) return system_error(folder, code);
  return sync_path(folder);
}

}  // namespace

Result<void> install_segment(const fs::path& folder, const fs::path& index, SegmentEntry& entry) {
  if (auto sealed = seal_files(folder, entry); !sealed) return sealed;
  std::error_code code;
  fs::rename(folder, index / entry.name, code);
  if (code) return system_error(index / entry.name, code);
  return sync_path(index);
}

std::vector<std::string> problems_of_files(const fs::path& index, const SegmentEntry& entry,
                                           std::string_view prefix) {
  std::vector<std::string> problems;
  for (const auto& [name, expected] : entry.files) {
    if (!name.starts_with(prefix)) continue;
    const auto digest = digest_file(index / entry.name / name);
    if (!digest) {
      problems.push_back(digest.error().message);
    } else if (digest->bytes != expected.bytes) {
      problems.push_back(name + " has " + std::to_string(digest->bytes) + " bytes instead of " +
                         std::to_string(expected.bytes));
    } else if (digest->crc32 != expected.crc32) {
      problems.push_back(name + " has been changed (its checksum differs)");
    }
  }
  return problems;
}

}  // namespace dateline
