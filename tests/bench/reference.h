// The slow truth that every engine's answers are checked against: all articles that match, scored
// one by one. It shares no code with any engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/result.h"
#include "exchange.h"
#include "formula.h"
#include "query_maker.h"

namespace dateline::bench {

class Reference {
 public:
  // Keeps what the words of these queries need. Fails as ArticleReader does.
  static Result<Reference> read(const std::string& articles,
                                const std::vector<QueryClass>& classes);

  std::size_t articles() const { return articles_.size(); }
  std::uint64_t words() const { return total_words_; }

  // What is wrong with an answer; nothing if it is right: exact counts and facets, and for hits the
  // scores of the ten best by `formula` in their order, each belonging to its article. Which of
  // several articles with equal scores come last among the ten is left open. Scores may differ by a
  // thousandth of the best.
  std::optional<std::string> complaint(const ExchangedQuery& query, const Formula& formula,
                                       const EngineAnswer& answer) const;

 private:
  struct Article {
    std::uint32_t day = 0;
    std::uint32_t words = 0;
    std::uint32_t source = 0;  // in names_
    std::uint32_t language = 0;
    std::vector<std::uint32_t> countries;
  };
  struct Posting {
    std::uint32_t article = 0;
    std::uint32_t occurrences = 0;
    std::uint32_t first = 0;  // in positions, where they are kept
  };
  struct Word {
    bool in_phrases = false;
    std::vector<Posting> postings;
    std::vector<std::uint32_t> positions;
  };
  struct Scored {
    std::uint32_t article = 0;
    double score = 0;
  };

  void add(const ExchangedArticle& article);
  std::uint32_t number_of(const std::string& name);
  const Word& word(const std::string& text) const;
  std::vector<Scored> matching(const ExchangedQuery& query, const Formula& formula) const;
  std::vector<Scored> with_phrase(const ExchangedQuery& query, const Formula& formula) const;
  std::uint32_t phrase_occurrences(const std::vector<const Posting*>& at,
                                   const std::vector<const Word*>& words) const;
  bool passes(const ExchangedQuery& query, std::uint32_t article, bool dates, bool country) const;
  std::uint64_t facets(const ExchangedQuery& query, const std::vector<Scored>& matching) const;

  std::vector<Article> articles_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of articles, by id
  std::unordered_map<std::string, std::uint32_t> name_numbers_;
  std::vector<std::string> names_;  // of countries, sources and languages
  std::unordered_map<std::string, Word> words_;
  std::uint64_t total_words_ = 0;
};

}  // namespace dateline::bench
