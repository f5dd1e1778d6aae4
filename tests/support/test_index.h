// An index of a few articles, made by the indexer itself, for tests of searching.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace dateline {

struct TestArticle {
  std::string id;
  std::string title;
  std::string text;
  std::string date;                    // ISO; "" if unknown
  std::vector<std::string> countries;  // ISO codes
  std::string language = "en";
  std::string source = "test";
};

class TestIndex {
 public:
  // Each list of articles becomes a segment of its own.
  explicit TestIndex(const std::vector<std::vector<TestArticle>>& segments);
  explicit TestIndex(const std::vector<TestArticle>& articles)
      : TestIndex(std::vector<std::vector<TestArticle>>{articles}) {}

  std::filesystem::path path() const { return folder_.path() / "news.index"; }

  // Adds one more segment.
  void add(const std::vector<TestArticle>& articles);

 private:
  TemporaryFolder folder_;
};

}  // namespace dateline
