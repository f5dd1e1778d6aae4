#include "common/index/groups.h"

#include <algorithm>
#include <numeric>

#include "common/hash.h"
#include "common/index/derived_file.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLGROUP1";
constexpr std::size_t kLevelSections = 3;

// The arrays of one level.
struct LevelArrays {
  explicit LevelArrays(const ArticleGroups& groups) {
    for (const auto& group : groups) {
      members.insert(members.end(), group.begin(), group.end());
      ends.push_back(static_cast<std::uint32_t>(members.size()));
    }
    by_place.resize(members.size());
    std::iota(by_place.begin(), by_place.end(), 0U);
    std::sort(by_place.begin(), by_place.end(), [this](std::uint32_t left, std::uint32_t right) {
      return members[left] < members[right];
    });
  }

  void append_to(std::vector<std::string_view>& sections) const {
    sections.insert(sections.end(), {bytes_of(members), bytes_of(ends), bytes_of(by_place)});
  }

  std::vector<ArticlePlace> members;
  std::vector<std::uint32_t> ends, by_place;
};

}  // namespace

std::span<const ArticlePlace> GroupLevel::members(std::uint32_t group) const {
  if (group >= ends_.size()) return {};
  const std::uint32_t start = group == 0 ? 0 : ends_[group - 1];
  if (start > ends_[group] || ends_[group] > members_.size()) return {};
  return members_.subspan(start, ends_[group] - start);
}

std::optional<std::uint32_t> GroupLevel::group_of(ArticlePlace place) const {
  const auto precedes = [this](std::uint32_t number, const ArticlePlace& wanted) {
    return number < members_.size() && members_[number] < wanted;
  };
  const auto found = std::lower_bound(by_place_.begin(), by_place_.end(), place, precedes);
  if (found == by_place_.end() || *found >= members_.size() || members_[*found] != place) {
    return std::nullopt;
  }
  const auto end = std::upper_bound(ends_.begin(), ends_.end(), *found);
  if (end == ends_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(end - ends_.begin());
}

Result<Groups> Groups::open(const std::filesystem::path& path, std::string_view identity) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto groups = over(file->bytes(), identity);
  if (!groups) {
    return Error{ErrorKind::kCorrupt, "'" + path.string() +
                                          "' is not the file of this generation's groups; make it "
                                          "again with: dateline-index rebuild"};
  }
  groups->file_ = std::move(*file);
  return std::move(*groups);
}

std::optional<Groups> Groups::over(std::string_view bytes, std::string_view identity) {
  const auto sections = read_sections(bytes, kMagic, identity, 2 * kLevelSections);
  if (!sections) return std::nullopt;
  Groups groups;
  auto section = sections->begin();
  for (GroupLevel* level : {&groups.copies_, &groups.stories_}) {
    level->members_ = numbers_of<ArticlePlace>(*section++);
    level->ends_ = numbers_of<std::uint32_t>(*section++);
    level->by_place_ = numbers_of<std::uint32_t>(*section++);
  }
  return groups;
}

std::string groups_identity(const std::vector<SegmentEntry>& segments) {
  std::string names;
  for (const SegmentEntry& segment : segments) {
    names += segment.name + ' ' + segment.uuid + ' ' + segment.deletions + '\n';
  }
  const std::string digits = to_hex(hash_bytes(names)) + to_hex(hash_bytes(names + names));
  return digits + std::string(kUuidBytes - digits.size(), '-');
}

std::string encode_groups(const GroupLists& groups, std::string_view identity) {
  const LevelArrays copies(groups.copies);
  const LevelArrays stories(groups.stories);
  std::vector<std::string_view> sections;
  copies.append_to(sections);
  stories.append_to(sections);
  return derived_file(kMagic, identity, sections);
}

}  // namespace dateline
