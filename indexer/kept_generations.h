// A generation stays readable for a while after a newer one took its place: who pages through an
// answer goes on in the one that the answer began in.
//
// What is kept is the manifest, as MANIFEST-000007, and with it every file it names. Deleting,
// optimising and rebuilding keep none: what is deleted is gone at once, and room is wanted back.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/index/manifest.h"
#include "common/result.h"

namespace dateline {

constexpr std::chrono::minutes kKeptFor{10};  // from when the next generation was published

// Files that only kept generations need may be as many bytes as a quarter of the newest one's, and
// so many at least. So a merge of most of the index ends the generations before it.
constexpr std::uint64_t kLeastKeptBytes = std::uint64_t{8} << 20;

constexpr std::size_t kMostKept = 50;  // generations, as every writer reads their manifests

// To be called right before the next generation is published. Fails with kSystem.
Result<void> keep_generation(const std::filesystem::path& index, const Manifest& manifest);

// The earlier generations that are kept, newest first: none is older than one
// that is too old, too large or one too many. Manifests that cannot be read are not kept.
std::vector<Manifest> kept_generations(
    const std::filesystem::path& index, const Manifest& newest,
    std::filesystem::file_time_type now = std::filesystem::file_time_type::clock::now());

}  // namespace dateline
