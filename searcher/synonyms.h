// A file of synonyms: which words of a query stand for others as well. QUERY.md has its form.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace dateline {

// Each text is one word or several, as in the file.
struct SynonymRule {
  std::string from;
  std::vector<std::string> to;  // other texts than `from`, each once; at least one

  bool operator==(const SynonymRule&) const = default;
};

// In the order of the file; each `from` once.
struct Synonyms {
  std::vector<SynonymRule> rules;
};

constexpr std::size_t kMaxSynonymFileBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxSynonymsOfLine = 32;
constexpr std::size_t kMaxSynonymWords = 8;  // of one text

// Fails (kInput) at the first line that is not understood: the message has `name` and the line's
// number, the excerpt the line with a caret. Likewise if the text is not UTF-8 or too long.
Result<Synonyms> parse_synonyms(std::string_view text, const std::string& name);

// Those of a file, for any number of threads; nullptr if the path is empty. Fails as
// parse_synonyms() does, and as read_file() does if there is no such file.
Result<std::shared_ptr<const Synonyms>> shared_synonyms(const std::filesystem::path& path);

}  // namespace dateline
