// Keys of the postlist table, in their order (all from xapian-core 1.4, backends/glass):
//
//   NUL C0 name              user metadata
//   NUL D0 slot              how many values a slot has, the least and the greatest
//   NUL D8 slot docid        a chunk of values
//   NUL E0 [docid]           a chunk of the documents' lengths
//   term [NUL docid]         a chunk of postings; the first one says how many there are
//
// A chunk of postings is a character 0 or 1 (the last one), the distance of its last docid to the
// first, the first wdf, then distances less one and wdfs. Numbers in tags are varints.
#include "indexer/glass_database.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "common/file.h"
#include "common/index/varint.h"

namespace dateline {
namespace {

constexpr std::size_t kChunkBytes = 2000;

constexpr std::string_view kMetadata("\0\xC0", 2);
constexpr std::string_view kValueStatistics("\0\xD0", 2);
constexpr std::string_view kValueChunk("\0\xD8", 2);
constexpr std::string_view kLengths("\0\xE0", 2);

// A number whose bytes sort as it does: leading ones say how many bytes there are beyond two.
void append_sortable(std::string& key, std::uint32_t number) {
  int bytes = 2;
  std::uint64_t marked = number;
  if (number >= 0x8000) {
    bytes = (static_cast<int>(std::bit_width(number)) + 5) / 7;
    marked |= std::uint64_t{(0xFFU << (10 - bytes)) & 0xFFU} << (8 * (bytes - 1));
  }
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    key += static_cast<char>(marked >> shift);
  }
}

void append_text(std::string& tag, std::string_view text) {
  append_varint(text.size(), tag);
  tag += text;
}

// The bytes of "9f3e0c2a-...".
std::string binary_uuid(const std::string& uuid) {
  std::string bytes;
  unsigned value = 0;
  int digits = 0;
  for (const char c : uuid) {
    if (c == '-') continue;
    value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    if (++digits % 2 == 0) bytes += static_cast<char>(std::exchange(value, 0));
  }
  return bytes;
}

enum Table : std::uint8_t {
  kPostlist,
  kDocdata,
  kTermlist,
  kPosition,
  kSpelling,
  kSynonym,
  kTables
};

// The part of the version file about one table.
std::string root_info(Table table, const GlassRoot& root) {
  constexpr unsigned kSequential = 2;
  constexpr unsigned kNoFile = 1;
  constexpr unsigned kCompressFrom = 18;  // what Xapian takes when it changes such a table
  const bool never_compressed = table == kPostlist || table == kPosition;
  std::string info;
  append_varint(root.block, info);
  append_varint(root.level << 2 | kSequential | (root.blocks == 0 ? kNoFile : 0U), info);
  append_varint(root.entries, info);
  append_varint(kGlassBlockBytes >> 11, info);
  append_varint(never_compressed ? 0 : kCompressFrom, info);
  std::string free_list;  // revision, first unused block, and that no block is free
  if (root.blocks > 0) {
    append_varint(1, free_list);
    append_varint(root.blocks, free_list);
    free_list.append(4, '\0');
  }
  append_text(info, free_list);
  return info;
}

}  // namespace

Result<GlassDocuments> GlassDocuments::create(const std::filesystem::path& folder) {
  auto table = GlassTable::create(folder / "docdata.glass");
  if (!table) return table.error();
  return GlassDocuments(std::move(*table));
}

void GlassDocuments::add(std::uint32_t docid, std::string_view data) {
  if (data.empty()) return;  // as Xapian has it
  std::string key;
  append_sortable(key, docid);
  table_.add(key, data);
}

Result<GlassPostings> GlassPostings::create(const std::filesystem::path& folder) {
  auto table = GlassTable::create(folder / "postlist.glass");
  if (!table) return table.error();
  return GlassPostings(folder, std::move(*table));
}

void GlassPostings::add_metadata(std::string_view key, std::string_view value) {
  table_.add(std::string(kMetadata).append(key), value);
}

void GlassPostings::add_values(std::span<const GlassValues> slots) {
  for (std::size_t slot = 0; slot < slots.size(); ++slot) {
    const GlassValues& values = slots[slot];
    if (values.empty()) continue;
    const auto by_value = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end(), by_value);
    std::string tag;
    append_varint(values.size(), tag);
    append_text(tag, least->second);
    if (least->second != greatest->second) tag += greatest->second;
    std::string key(kValueStatistics);
    if (slot > 0) key += static_cast<char>(slot);
    table_.add(key, tag);
  }
  for (std::size_t slot = 0; slot < slots.size(); ++slot) {
    const GlassValues& values = slots[slot];
    for (std::size_t at = 0; at < values.size();) {
      std::string key(kValueChunk);
      append_varint(slot, key);
      append_sortable(key, values[at].first);
      std::string tag;
      append_text(tag, values[at].second);
      while (++at < values.size() && tag.size() < kChunkBytes) {
        append_varint(values[at].first - values[at - 1].first - 1, tag);
        append_text(tag, values[at].second);
      }
      table_.add(key, tag);
    }
  }
}

void GlassPostings::add_lengths(std::span<const std::uint32_t> lengths) {
  std::vector<GlassPosting> postings;
  postings.reserve(lengths.size());
  shortest_ = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t length : lengths) {
    postings.push_back({++documents_, length});
    total_length_ += length;
    longest_ = std::max(longest_, length);
    if (length > 0)
      shortest_ = std::min(shortest_, length);  // Xapian's bound leaves out empty ones
  }
  if (longest_ == 0) shortest_ = 0;
  add_chunks(kLengths, kLengths, postings, 0, 0);
}

void GlassPostings::add_term(std::string_view term, std::span<const GlassPosting> postings) {
  std::uint64_t occurrences = 0;
  for (const GlassPosting& posting : postings) {
    occurrences += posting.wdf;
    most_wdf_ = std::max(most_wdf_, posting.wdf);
  }
  add_chunks(term, std::string(term) + '\0', postings, postings.size(), occurrences);
}

void GlassPostings::add_chunks(std::string_view first_key, std::string_view later_key,
                               std::span<const GlassPosting> postings, std::uint64_t count,
                               std::uint64_t sum) {
  for (std::size_t at = 0; at < postings.size();) {
    const GlassPosting& first = postings[at];
    std::string key(at == 0 ? first_key : later_key);
    std::string tag;
    if (at == 0) {
      append_varint(count, tag);
      append_varint(sum, tag);
      append_varint(first.docid - 1, tag);
    } else {
      append_sortable(key, first.docid);
    }
    std::string entries;
    append_varint(first.wdf, entries);
    while (++at < postings.size() && entries.size() < kChunkBytes) {
      append_varint(postings[at].docid - postings[at - 1].docid - 1, entries);
      append_varint(postings[at].wdf, entries);
    }
    tag += at == postings.size() ? '1' : '0';
    append_varint(postings[at - 1].docid - first.docid, tag);
    tag += entries;
    table_.add(key, tag);
  }
}

Result<void> GlassPostings::finish(const GlassRoot& documents, const std::string& uuid) {
  const auto postings = table_.finish();
  if (!postings) return postings.error();
  std::string bytes("\x0F\x0DXapian Glass\x04\x6E");  // and the format's version: 2016-03-14
  bytes += binary_uuid(uuid);
  append_varint(1, bytes);  // revision
  for (int table = 0; table < kTables; ++table) {
    const GlassRoot root = table == kPostlist  ? *postings
                           : table == kDocdata ? documents
                                               : GlassRoot{};
    bytes += root_info(static_cast<Table>(table), root);
  }
  append_varint(documents_, bytes);
  append_varint(0, bytes);  // last docid less documents
  append_varint(shortest_, bytes);
  append_varint(most_wdf_, bytes);
  append_varint(longest_ - most_wdf_, bytes);
  append_varint(0, bytes);  // oldest changeset
  append_varint(total_length_, bytes);
  append_varint(0, bytes);  // spelling
  return write_file_synced(folder_ / "iamglass", bytes);
}

}  // namespace dateline
