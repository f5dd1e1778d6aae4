// Indexes for tests, made by the indexer itself.
#pragma once

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "indexer/add_run.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

struct Added {
  AddSummary summary;
  std::vector<std::string> messages;
};

inline Added add_inputs(const std::filesystem::path& index, const std::vector<std::string>& inputs,
                        unsigned jobs = 1) {
  Added added;
  const auto summary =
      run_add({index, inputs, jobs,
               [&added](const std::string& message) { added.messages.push_back(message); },
               [](const AddProgress&) {}});
  if (!summary) FAIL(summary.error().message);
  added.summary = *summary;
  return added;
}

// Lines of JSON, such as article_lines() makes. Records without an id get the same one every time.
inline Added add_lines(const std::filesystem::path& index, const std::string& lines,
                       unsigned jobs = 1) {
  const TemporaryFolder folder;
  return add_inputs(index, {folder.write("lines.jsonl", lines).string()}, jobs);
}

}  // namespace dateline
