// A Xapian database written in one go: an ordinary glass database without positions and without
// lists of terms by document, as if all documents had been added and then compacted, in a small
// part of the time and memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"
#include "indexer/glass_table.h"

namespace dateline {

struct GlassPosting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;  // occurrences; 0 for a boolean term
};

// Of one slot: the documents that have a value, and the values, which are not empty.
using GlassValues = std::vector<std::pair<std::uint32_t, std::string>>;

// The data of the documents. May be written by another thread than the rest.
class GlassDocuments {
 public:
  // `folder` exists. Fails with kSystem, as finish() does.
  static Result<GlassDocuments> create(const std::filesystem::path& folder);

  // Failures show in finish(). REQUIRES: docids ascend, from 1.
  void add(std::uint32_t docid, std::string_view data);

  Result<GlassRoot> finish() { return table_.finish(); }

 private:
  explicit GlassDocuments(GlassTable table) : table_(std::move(table)) {}
  GlassTable table_;
};

// All the rest. Call the functions in the order in which they stand here.
class GlassPostings {
 public:
  static Result<GlassPostings> create(const std::filesystem::path& folder);

  // User metadata. REQUIRES: keys ascend; values are not empty.
  void add_metadata(std::string_view key, std::string_view value);

  // `slots[s]` is slot s. REQUIRES: docids ascend in each.
  void add_values(std::span<const GlassValues> slots);

  // The sum of the wdfs of each document, by docid from 1 (lengths[0] is that of 1).
  void add_lengths(std::span<const std::uint32_t> lengths);

  // REQUIRES: terms ascend by bytes, have no NUL and 1 to 245 bytes; postings are not empty and
  // ascend.
  void add_term(std::string_view term, std::span<const GlassPosting> postings);

  // Writes the file that makes the folder a database. `uuid`: as Xapian prints it.
  Result<void> finish(const GlassRoot& documents, const std::string& uuid);

 private:
  GlassPostings(std::filesystem::path folder, GlassTable table)
      : folder_(std::move(folder)), table_(std::move(table)) {}
  void add_chunks(std::string_view key, std::string_view later_key,
                  std::span<const GlassPosting> postings, std::uint64_t count, std::uint64_t sum);

  std::filesystem::path folder_;
  GlassTable table_;
  std::uint32_t documents_ = 0;
  std::uint32_t shortest_ = 0, longest_ = 0;  // document, by its length
  std::uint64_t total_length_ = 0;
  std::uint32_t most_wdf_ = 0;
};

}  // namespace dateline
