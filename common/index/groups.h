// The `groups-GENERATION` file: which articles of all segments belong together, as of one
// generation. A group has two articles at least, and at each level an article is in one or, as most
// are, in none.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/file.h"
#include "common/index/manifest.h"
#include "common/result.h"

namespace dateline {

struct ArticlePlace {
  std::uint32_t segment = 0;  // number in the manifest
  std::uint32_t docid = 0;

  auto operator<=>(const ArticlePlace&) const = default;
};

// Every group with its articles; both in the order of time (indexer/find_groups.h).
using ArticleGroups = std::vector<std::vector<ArticlePlace>>;

struct GroupLists {
  ArticleGroups copies, stories;
};

// The groups of one level, in a mapped file. A damaged file reads as wrong groups, never as memory
// beyond it; places may be ones that the index does not have, so users of members() have to check.
class GroupLevel {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  // Empty if there is no such group.
  std::span<const ArticlePlace> members(std::uint32_t group) const;

  // Nothing for an article that is in no group.
  std::optional<std::uint32_t> group_of(ArticlePlace place) const;

 private:
  friend class Groups;
  std::span<const ArticlePlace> members_;    // group by group
  std::span<const std::uint32_t> ends_;      // where each group ends there, exclusive
  std::span<const std::uint32_t> by_place_;  // numbers of members_, by ascending place
};

// Thread-safe.
class Groups {
 public:
  // Fails with kCorrupt if the file is not that of the generation.
  static Result<Groups> open(const std::filesystem::path& path, std::string_view identity);
  // The same of bytes that outlive the object. REQUIRES: bytes.data() is aligned to 8.
  static std::optional<Groups> over(std::string_view bytes, std::string_view identity);

  // Articles with the same text, word for word or nearly; and those that tell of the same event.
  // Who are copies are of one story, too.
  const GroupLevel& copies() const { return copies_; }
  const GroupLevel& stories() const { return stories_; }

 private:
  Groups() = default;

  std::optional<MappedFile> file_;
  GroupLevel copies_, stories_;
};

// What the file is bound to: the segments of a generation and what is deleted in them.
std::string groups_identity(const std::vector<SegmentEntry>& segments);

// The bytes of the file.
std::string encode_groups(const GroupLists& groups, std::string_view identity);

}  // namespace dateline
