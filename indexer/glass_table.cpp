// A block has a header, a directory of two-byte offsets in the order of the keys, and the items,
// which grow from its end towards the directory. Numbers are big-endian. Items of leaves:
//
//   size - 3 (2 bytes, the top three bits: compressed, last, first component), size of the key,
//   key, component from 2 on (2 bytes), a piece of the tag
//
// Tags are cut so that at least four items fit into a block; their pieces have the same key and
// ascending components. Items of branches are: number of the child, size of the key, key,
// component. The key of a child is the shortest that is greater than all before it; the first of
// a block is empty. Blocks are written when they are full, children before their parents.
//
// The layout is that of xapian-core 1.4, backends/glass/glass_table.h.
#include "indexer/glass_table.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace dateline {
namespace {

constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kEntryBytes = 2;
constexpr std::size_t kItemsABlock = 4;
constexpr std::size_t kMostItemBytes =
    (kGlassBlockBytes - kHeaderBytes - kItemsABlock * kEntryBytes) / kItemsABlock;

constexpr unsigned kLastComponent = 0x4000;
constexpr unsigned kFirstComponent = 0x2000;
constexpr std::uint32_t kRevision = 1;

// What is worth cutting a tag for to fill the block; Xapian found this constant by trial.
constexpr std::size_t kWorthCutting = 34;

void append_big_endian(std::string& bytes, std::uint64_t number, int size) {
  for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(number >> shift);
  }
}

std::string shortest_between(std::string_view before, std::string_view key) {
  const auto differs = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto shared = static_cast<std::size_t>(differs.second - key.begin());
  return std::string(key.substr(0, std::min(shared + 1, key.size())));
}

}  // namespace

struct GlassTable::Block {
  std::array<char, kGlassBlockBytes> bytes{};
  std::size_t directory_end = kHeaderBytes;
  std::size_t items_start = kGlassBlockBytes;
  Separator separator;  // what the parent will know this block by

  std::size_t room() const { return items_start - directory_end; }

  void put(std::size_t at, std::uint64_t number, int size) {
    std::string big_endian;
    append_big_endian(big_endian, number, size);
    std::copy(big_endian.begin(), big_endian.end(), bytes.begin() + static_cast<long>(at));
  }

  void add(std::string_view item) {
    assert(item.size() + kEntryBytes <= room());
    items_start -= item.size();
    std::copy(item.begin(), item.end(), bytes.begin() + static_cast<long>(items_start));
    put(directory_end, items_start, 2);
    directory_end += kEntryBytes;
  }

  // The header: revision, level, room in one piece and in all (the same here), the directory's end.
  void complete(std::size_t level) {
    put(0, kRevision, 4);
    put(4, level, 1);
    put(5, room(), 2);
    put(7, room(), 2);
    put(9, directory_end, 2);
  }
};

GlassTable::GlassTable(FileWriter file) : file_(std::move(file)) {
  start_leaf({});
  std::string nothing;  // every tree starts with an item without key and tag
  append_big_endian(nothing, kFirstComponent | kLastComponent, 2);
  nothing += '\0';
  levels_[0]->add(nothing);
}
GlassTable::GlassTable(GlassTable&&) noexcept = default;
GlassTable::~GlassTable() = default;

Result<GlassTable> GlassTable::create(const std::filesystem::path& path) {
  auto file = FileWriter::create(path);
  if (!file) return file.error();
  return GlassTable(std::move(*file));
}

void GlassTable::start_leaf(Separator separator) {
  if (levels_.empty()) levels_.emplace_back();
  levels_[0] = std::make_unique<Block>();
  levels_[0]->separator = std::move(separator);
}

std::uint32_t GlassTable::write(const Block& block) {
  file_.append({block.bytes.data(), block.bytes.size()});
  return blocks_++;
}

void GlassTable::close_leaf() {
  levels_[0]->complete(0);
  const std::uint32_t number = write(*levels_[0]);
  add_to_branch(1, levels_[0]->separator, number);
}

void GlassTable::add_to_branch(std::size_t level, Separator separator, std::uint32_t child) {
  if (level == levels_.size()) {
    levels_.push_back(std::make_unique<Block>());
    separator = {};
  }
  const std::size_t item_bytes = 4 + 1 + separator.key.size() + 2;
  if (levels_[level]->room() < item_bytes + kEntryBytes) {
    levels_[level]->complete(level);
    const std::uint32_t number = write(*levels_[level]);
    add_to_branch(level + 1, std::move(levels_[level]->separator), number);
    levels_[level] = std::make_unique<Block>();
    levels_[level]->separator = std::move(separator);
    separator = {};
  }
  std::string item;
  append_big_endian(item, child, 4);
  item += static_cast<char>(separator.key.size());
  item += separator.key;
  append_big_endian(item, separator.component, 2);
  levels_[level]->add(item);
}

void GlassTable::add(std::string_view key, std::string_view tag) {
  assert(!key.empty() && key.size() <= kGlassLongestKey && last_key_ < key);
  const std::size_t overhead = 2 + 1 + key.size() + 2;
  const std::size_t most = kMostItemBytes - overhead;
  std::size_t first = most + 2;  // the first piece has no number
  if (tag.size() <= first) {
    first = tag.size();
  } else {
    std::size_t room = levels_[0]->room() % (kMostItemBytes + kEntryBytes);
    if (room > kEntryBytes + overhead) {
      room -= kEntryBytes + overhead;
      if (room >= (tag.size() - 2) % most || room >= key.size() + kWorthCutting) first = room + 2;
    }
  }
  std::uint32_t component = 1;
  for (std::size_t at = 0; component == 1 || at < tag.size(); ++component) {
    const std::string_view piece = tag.substr(at, component == 1 ? first : most);
    at += piece.size();
    add_component(key, component, at == tag.size(), piece);
  }
  ++entries_;
}

void GlassTable::add_component(std::string_view key, std::uint32_t component, bool is_last,
                               std::string_view bytes) {
  const std::size_t size = 2 + 1 + key.size() + (component == 1 ? 0U : 2U) + bytes.size();
  if (levels_[0]->room() < size + kEntryBytes) {
    close_leaf();
    start_leaf({shortest_between(last_key_, key), component});
  }
  std::string item;
  append_big_endian(
      item, (size - 3) | (is_last ? kLastComponent : 0U) | (component == 1 ? kFirstComponent : 0U),
      2);
  item += static_cast<char>(key.size());
  item += key;
  if (component > 1) append_big_endian(item, component, 2);
  item += bytes;
  levels_[0]->add(item);
  last_key_ = key;
}

Result<GlassRoot> GlassTable::finish() {
  GlassRoot root;
  if (blocks_ == 0) {
    levels_[0]->complete(0);
    root.block = write(*levels_[0]);
  } else {
    close_leaf();
    for (std::size_t level = 1; level < levels_.size(); ++level) {
      levels_[level]->complete(level);
      root.block = write(*levels_[level]);
      root.level = static_cast<std::uint32_t>(level);
      if (level + 1 < levels_.size()) {
        add_to_branch(level + 1, std::move(levels_[level]->separator), root.block);
      }
    }
  }
  root.entries = entries_;
  root.blocks = blocks_;
  if (auto finished = file_.finish(); !finished) return finished.error();
  return root;
}

}  // namespace dateline
