// Columns, terms and impacts of random articles, made without a database.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/index/columns.h"
#include "common/index/columns_writer.h"
#include "common/index/impacts_writer.h"
#include "common/index/posting.h"
#include "common/index/terms.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

constexpr const char* kSmallUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

// Term "t0" is in nearly all articles, "t1" in half of them, "t2" in a quarter, and so on.
class SmallImpacts {
 public:
  SmallImpacts(unsigned seed, std::uint32_t last_docid, std::size_t most_postings) : random_(seed) {
    TermsBuilder builder;
    ColumnsBuilder columns;
    for (std::uint32_t docid = 1; docid <= last_docid; ++docid) {
      if (random_() % 10 == 0 && docid != last_docid) continue;
      std::vector<std::uint32_t> title = words(random_() % 6);
      std::vector<std::uint32_t> body = words(1 + random_() % (random_() % 50 == 0 ? 400 : 12));
      count(docid, title, &Posting::in_title);
      count(docid, body, &Posting::in_body);
      const auto add = [&](std::vector<std::uint32_t>& terms) {
        for (std::uint32_t& term : terms) {
          term = builder.add(docid, 0, "t" + std::to_string(term));
        }
      };
      IndexedArticle indexed = an_article("a" + std::to_string(docid));
      indexed.title_words = static_cast<std::uint32_t>(title.size());
      indexed.body_words = static_cast<std::uint32_t>(body.size());
      columns.add(docid, indexed);
      add(title), add(body);
      articles_.push_back({docid, std::move(title), std::move(body), {}});
    }
    const auto finished = builder.finish(kSmallUuid);
    for (ArticleTerms& article : articles_) {
      for (TermId& term : article.title) term = finished.ids[term];
      for (TermId& term : article.body) term = finished.ids[term];
    }
    folder_.write("terms", finished.file);
    folder_.write("columns", columns.encode(kSmallUuid));
    const auto written = write_impacts(
        path(), kSmallUuid, terms(), this->columns(),
        [this](const ArticleVisit& visit) -> Result<void> {
          ++replays_;
          for (const ArticleTerms& article : articles_) {
            if (auto visited = visit(article); !visited) return visited;
          }
          return {};
        },
        most_postings);
    if (!written) throw std::runtime_error(written.error().message);
  }

  std::filesystem::path path() const { return folder_ / "impacts"; }
  Terms terms() const { return *Terms::open(folder_ / "terms", kSmallUuid); }
  Columns columns() const { return *Columns::open(folder_ / "columns", kSmallUuid); }
  std::size_t replays() const { return replays_; }
  const std::vector<ArticleTerms>& articles() const { return articles_; }

  // What was put in: by term, ascending docids.
  const std::map<std::string, std::vector<Posting>>& postings() const { return postings_; }

 private:
  std::vector<std::uint32_t> words(std::size_t count) {
    std::vector<std::uint32_t> words;
    for (; count > 0; --count) {
      std::uint32_t term = 0;
      while (term < 12 && random_() % 2 == 0) ++term;
      words.push_back(term);
    }
    return words;
  }

  void count(std::uint32_t docid, const std::vector<std::uint32_t>& words,
             std::uint32_t Posting::*field) {
    for (const std::uint32_t word : words) {
      std::vector<Posting>& list = postings_["t" + std::to_string(word)];
      if (list.empty() || list.back().docid != docid) list.push_back({docid, 0, 0});
      ++(list.back().*field);
    }
  }

  std::mt19937 random_;
  TemporaryFolder folder_;
  std::map<std::string, std::vector<Posting>> postings_;
  std::vector<ArticleTerms> articles_;
  std::size_t replays_ = 0;
};

}  // namespace dateline
