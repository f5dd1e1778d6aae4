// What writers leave in an index folder when they do not finish, or when a newer generation no
// longer names it.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "common/index/manifest.h"

namespace dateline {

// Where a writer works before it publishes; inside the index folder.
constexpr const char* kWorkshop = "building";

// True for the names of things in an index folder that a manifest may name or that are left over;
// MANIFEST and LOCK themselves are not among them.
bool is_index_name(std::string_view name);

// Removes every such thing that neither `manifest` nor one of the earlier ones that are kept names.
// Files still open in a reader stay readable for it. What cannot be removed is left for the next
// call. REQUIRES: the caller holds the lock.
void remove_leftovers(const std::filesystem::path& index, const Manifest& manifest,
                      std::span<const Manifest> kept = {});

}  // namespace dateline
