// Which articles of an index are copies of one another, and which tell one story.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/index/columns.h"
#include "common/index/groups.h"
#include "common/index/manifest.h"
#include "common/index/sketches.h"
#include "common/index/tombstones.h"
#include "common/result.h"

namespace dateline {

// One segment of those that are grouped; what it refers to outlives the search.
struct SketchedSegment {
  const Columns& columns;
  const Tombstones& tombstones;
  const Sketches* sketches;  // none: its articles are in no group
};

// The groups of the living articles, and of nothing else: however they came into the index, in
// which order and in which segments, the same articles make the same groups. An article's time is
// the last day its date may mean, then its id; articles without a year come after all others.
GroupLists find_groups(std::span<const SketchedSegment> segments);

}  // namespace dateline
