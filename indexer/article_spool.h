// Where a thread keeps the articles that it has built until the segment is written: in two files,
// records and words, so that no more of them is in memory than where they are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/file_writer.h"
#include "indexer/article_run.h"
#include "indexer/article_words.h"

namespace dateline {

class ArticleSpool final : public ArticleRun {
 public:
  // Makes files inside `folder`, which exists. `vocabulary` numbers the words of all articles; it
  // must outlive the spool. Fails with kSystem.
  static Result<std::unique_ptr<ArticleSpool>> create(const std::filesystem::path& folder,
                                                      const Vocabulary& vocabulary);

  // `id_hash`: of the article's id. Fails with kSystem, at the latest at finish().
  Result<void> add(std::uint64_t id_hash, std::string_view record, const ArticleWords& words);

  // Makes all that was added readable; of articles with one id only the last one is left.
  Result<void> finish();

  // All that follows: after finish(). `number` is the place in the order of the visits.
  Result<std::string> record(std::uint32_t number) const;
  Result<void> replace_record(std::uint32_t number, std::string_view record);

  std::uint32_t articles() const override { return static_cast<std::uint32_t>(places_.size()); }
  std::uint32_t terms() const override { return vocabulary_.size(); }
  RunTerm term(std::uint32_t number) const override {
    return {vocabulary_.language_of(number), std::string(vocabulary_.term(number))};
  }
  Result<void> for_each_record(const RecordVisit& visit) const override;
  Result<void> for_each_words(const WordsVisit& visit) const override;

 private:
  struct Place {
    std::uint64_t id_hash;
    std::uint64_t record_start, words_start;  // in their files
    std::uint32_t record_bytes, words_bytes;
  };

  ArticleSpool(const std::filesystem::path& folder, FileWriter records, FileWriter words,
               const Vocabulary& vocabulary);

  std::filesystem::path records_path_, words_path_;
  FileWriter records_, words_;
  const Vocabulary& vocabulary_;
  std::vector<Place> places_;
};

}  // namespace dateline
