// Dateline's own engine, below parsing and passages: the same calls that Searcher makes.
#include <memory>

#include "common/hash.h"
#include "common/program.h"
#include "indexer/article_spool.h"
#include "indexer/index_writer.h"
#include "searcher/article_filter.h"
#include "searcher/candidates.h"
#include "searcher/facets.h"
#include "searcher/matcher.h"
#include "tests/bench/peers/peer.h"

namespace dateline::bench {
namespace {

Date date_of(std::uint32_t day) {
  return {static_cast<int>(day / 10000), static_cast<int>(day / 100 % 100),
          static_cast<int>(day % 100)};
}

// The words of the article are the words of its text, as `bench export` has made sure of for a
// language without rules. There is no title, so that BM25F is BM25.
Result<void> add(const ExchangedArticle& exchanged, ArticleAnalyzer& analyzer,
                 ArticleSpool& spool) {
  IndexedArticle indexed;
  Article& article = indexed.article;
  article.id = exchanged.id;
  article.text = exchanged.words;
  article.source = exchanged.source;
  article.language = exchanged.language;
  article.date.date = date_of(exchanged.day);
  article.date.confidence = Confidence::kSure;
  for (const std::string& country : exchanged.countries) {
    article.countries.about.push_back(*parse_country_code(country));
  }
  if (!article.countries.about.empty()) article.countries.primary = article.countries.about[0];
  const ArticleWords words = analyzer.analyze(article);
  indexed.body_words = static_cast<std::uint32_t>(words.body.size());
  return spool.add(hash_bytes(article.id), encode_article(indexed), words);
}

Result<ExitStatus> build(const std::string& articles, const std::string& index) {
  auto reader = ArticleReader::open(articles);
  if (!reader) return reader.error();
  auto writer = IndexWriter::open(index, IndexWriter::IfMissing::kCreate);
  if (!writer) return writer.error();
  const auto workshop = writer->workshop();
  if (!workshop) return workshop.error();
  ArticleAnalyzer analyzer;
  auto spool = ArticleSpool::create(*workshop, analyzer.vocabulary());
  if (!spool) return spool.error();
  while (auto article = reader->next()) {
    if (!*article) return article->error();
    if (auto added = add(**article, analyzer, **spool); !added) return added.error();
  }
  if (auto done = (*spool)->finish(); !done) return done.error();
  const std::vector<const ArticleRun*> runs{spool->get()};
  if (auto adopted = writer->adopt(runs); !adopted) return adopted.error();
  if (auto published = writer->publish(); !published) return published.error();
  return ExitStatus::kSuccess;
}

class Engine {
 public:
  explicit Engine(Snapshot snapshot) : snapshot_(std::move(snapshot)) {
    for (const Segment& segment : snapshot_.segments) {
      for (const std::string& language : segment.columns.languages()) {
        languages_.push_back(language);
      }
    }
  }

  void prepare(const ExchangedQuery& query) {
    operation_ = query.operation;
    terms_ = {};
    for (const std::string& word : query.words) {
      terms_.scored.push_back(terms_.words.size());
      QueryWord terms;
      terms.terms.assign(languages_.size(), word);
      terms_.words.push_back(std::move(terms));
    }
    if (query.match == Match::kPhrase) terms_.phrases = {terms_.scored};
    if (query.match == Match::kAll) {
      for (const std::size_t word : terms_.scored) terms_.phrases.push_back({word});
    }
    request_ = {};
    request_.facet_limit = 1'000'000;
    if (query.from) {
      request_.filters.from = date_of(*query.from);
      request_.filters.to = date_of(*query.to);
    }
    if (!query.country.empty()) request_.filters.countries = {*parse_country_code(query.country)};
  }

  void search() {
    std::vector<FilterSets> filters;
    for (const Segment& segment : snapshot_.segments) {
      filters.push_back(filter_sets(segment, request_.filters));
    }
    const QueryPostings postings = read_postings(snapshot_, terms_.words, languages_);
    const CandidateSearch search{snapshot_, terms_, languages_, postings, filters};
    candidates_ = {};
    count_ = -1;
    facets_ = {};
    if (operation_ == Operation::kTop) {
      candidates_ = choose_candidates(search, nullptr, {kTopArticles}, analyzer_);
      return;
    }
    const Matches matches = match(snapshot_, terms_, postings, languages_, analyzer_);
    if (operation_ == Operation::kNewest) {
      terms_.scored.clear();  // equal scores: newest first
      candidates_ = choose_candidates(search, &matches, {kTopArticles}, analyzer_);
      return;
    }
    count_ = static_cast<std::int64_t>(count_articles(matches, filters));
    if (operation_ == Operation::kFacets) {
      facets_ = count_facets(snapshot_, matches, filters, {snapshot_, Fold::kNone}, request_);
    }
  }

  EngineAnswer answer() const {
    EngineAnswer answer;
    answer.count = count_;
    for (const Candidate& candidate : candidates_) {
      const Date date = snapshot_.segments[candidate.segment].columns.date(candidate.docid);
      const int day = date.year * 10000 + date.month * 100 + date.day;
      answer.hits.push_back(
          {std::string(candidate.id), operation_ == Operation::kNewest ? day : candidate.score});
    }
    for (const Facet& facet : facets_) {
      for (const FacetValue& value : facet.values) {
        std::string name = value.value;
        std::erase(name, '-');  // "2023-03": the others count 202303
        if (facet.name == "source") name = value.value;
        if (name != "unknown") answer.facets += facet_hash(facet.name, name, value.count);
      }
    }
    return answer;
  }

 private:
  Snapshot snapshot_;
  std::vector<std::string> languages_;
  Analyzer analyzer_;
  Operation operation_ = Operation::kTop;
  QueryTerms terms_;
  Request request_;
  std::vector<Candidate> candidates_;
  std::int64_t count_ = -1;
  std::vector<Facet> facets_;
};

Result<ExitStatus> serve_index(const std::string& index) {
  auto snapshot = open_snapshot(index);
  if (!snapshot) return snapshot.error();
  Engine engine(std::move(*snapshot));
  return serve(engine, "Dateline " DATELINE_VERSION);
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  using namespace dateline::bench;
  return run_peer("dateline_peer", argc, argv, build, serve_index);
}
