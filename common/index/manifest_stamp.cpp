#include "common/index/manifest_stamp.h"

#include <sys/stat.h>

#include "common/index/manifest.h"

namespace dateline {

std::optional<ManifestStamp> stamp_of_manifest(const std::filesystem::path& index) {
  struct stat status {};
  if (::stat((index / kManifestName).c_str(), &status) != 0) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return ManifestStamp{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                       status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

}  // namespace dateline
