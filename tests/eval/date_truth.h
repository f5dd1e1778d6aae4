// Articles whose date of publication is known, from the collections of others or our own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/result.h"
#include "html_text.h"
#include "indexer/record.h"

namespace dateline {

struct DatedArticle {
  Record record;      // what the finder is given
  std::string group;  // copies of an article have the same: its URL, else its id
  Date truth;         // no part known: the article tells no date, and any answer is wrong
};

// The shapes of truth that can be read:
//   corpus        a folder of articles with expected.jsonl: {"id", "date"} in it
//   html          a folder with truth.jsonl: {"id", "url", "date"} and pages/ID; pages are stripped
//   of
//                 their tags, and neither URL nor title is given to the finder
//   reuters21578  corpus.jsonl whose metadata hold "dateline" and "date"; the finder is given
//   dateline
//                 and text, and is to find month and day
//   realtimeqa    corpus.jsonl whose metadata hold "date"; the finder is given the text alone
enum class TruthShape { kCorpus, kHtml, kReuters, kRealtimeqa };

// Weights are fitted on one half of a collection and judged on the other, by the hash of `group`.
std::uint64_t group_hash(const DatedArticle& article);
bool is_held_out(const DatedArticle& article);

// Rows without a known truth are left out; `layout` is that of the pages of html. Fails with kInput
// or kMissing, naming file and line.
Result<std::vector<DatedArticle>> read_date_truth(TruthShape shape,
                                                  const std::filesystem::path& folder,
                                                  HtmlLayout layout = HtmlLayout::kBlocks);

}  // namespace dateline
