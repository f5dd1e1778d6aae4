// One table of a Xapian (glass) database: a B-tree of keys and tags, written front to back from
// keys in their order. FORMAT.md says why we write it ourselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/file_writer.h"
#include "common/result.h"

namespace dateline {

// What the version file of a database says of a table.
struct GlassRoot {
  std::uint32_t block = 0;  // number of the root block
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  // in the file; 0: the table has no file
};

constexpr std::size_t kGlassBlockBytes = 8192;
constexpr std::size_t kGlassLongestKey = 255;

class GlassTable {
 public:
  // Fails with kSystem, as finish() does.
  static Result<GlassTable> create(const std::filesystem::path& path);
  GlassTable(GlassTable&&) noexcept;
  ~GlassTable();

  // Failures show in finish(). REQUIRES: keys ascend, by unsigned bytes; they are not empty and
  // have at most kGlassLongestKey bytes; the tag has less than 100 MB.
  void add(std::string_view key, std::string_view tag);

  // Completes the file and flushes it to the disk. Add nothing afterwards.
  Result<GlassRoot> finish();

 private:
  struct Block;
  // The first key of a block as its parent needs it, and which component of a tag it has.
  struct Separator {
    std::string key;
    std::uint32_t component = 0;
  };

  explicit GlassTable(FileWriter file);
  void add_component(std::string_view key, std::uint32_t component, bool is_last,
                     std::string_view bytes);
  void start_leaf(Separator separator);
  void close_leaf();
  void add_to_branch(std::size_t level, Separator separator, std::uint32_t child);
  std::uint32_t write(const Block& block);

  FileWriter file_;
  std::vector<std::unique_ptr<Block>> levels_;  // the open block of each, the leaf first
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;  // written
};

}  // namespace dateline
