// One run of `dateline-index add`: every record of every input, in parallel, then one publication.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/result.h"

namespace dateline {

struct AddProgress {
  std::size_t records = 0;        // read so far, rejected ones included
  std::uint64_t bytes = 0;        // of input files, taken so far
  std::uint64_t total_bytes = 0;  // of all input files; 0 if one's size is not known
};

constexpr std::size_t kDefaultMemoryBytes = std::size_t{1} << 30;
// Below this there is no room for anything beside the tables of names.
constexpr std::size_t kLeastMemoryBytes = std::size_t{256} << 20;

struct AddOptions {
  std::filesystem::path index;
  std::vector<std::string> inputs;
  unsigned jobs = 0;                                 // threads that build articles; 0: one per core
  std::function<void(const std::string&)> report;    // called with each rejection or warning
  std::function<void(const AddProgress&)> progress;  // called often; both on the calling thread
  std::optional<Date> published_before = {};         // bounds the dates found, see date_bound.h
  std::size_t memory_bytes = kDefaultMemoryBytes;    // a run with more articles than fit makes
                                                     // several segments of them
};

struct AddSummary {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t rejected = 0;     // records, and inputs that could not be read
  std::size_t passed_over = 0;  // files of other kinds inside folders
  std::uint64_t bytes = 0;
  std::uint64_t generation = 0;  // the one published, or the present one if nothing changed
};

// An article whose id is in the index replaces the older one, unless nothing about it has changed;
// of two records with the same id in one run the later counts. A record that cannot be indexed is
// reported and the run goes on. On an error of the index itself nothing is published.
Result<AddSummary> run_add(const AddOptions& options);

}  // namespace dateline
