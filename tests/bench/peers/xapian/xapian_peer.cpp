// Xapian as omindex would build it: words with positions, one database, compacted; its stock BM25.
#include <filesystem>
#include <map>
#include <memory>

#include <xapian.h>

#include "tests/bench/peers/peer.h"

namespace dateline::bench {
namespace {

enum Slot : Xapian::valueno { kDay, kYear, kMonth, kSource, kLanguage, kCountries };

std::string country_term(const std::string& country) { return "XC" + country; }

Xapian::Document document_of(const ExchangedArticle& article) {
  Xapian::Document document;
  Xapian::termpos position = 0;
  for (const std::string& word : split(article.words, ' ')) {
    document.add_posting(word, ++position);
  }
  const std::string day = std::to_string(article.day);
  document.add_value(kDay, day);  // eight digits each, so that they sort as they are
  document.add_value(kYear, day.substr(0, 4));
  document.add_value(kMonth, day.substr(0, 6));
  document.add_value(kSource, article.source);
  document.add_value(kLanguage, article.language);
  std::string countries;
  for (const std::string& country : article.countries) {
    document.add_boolean_term(country_term(country));
    countries += country;
  }
  document.add_value(kCountries, countries);
  document.set_data(article.id);
  return document;
}

Result<ExitStatus> build(const std::string& articles, const std::string& index) {
  auto reader = ArticleReader::open(articles);
  if (!reader) return reader.error();
  const std::string parts = index + ".uncompacted";
  Xapian::WritableDatabase database(parts, Xapian::DB_CREATE_OR_OVERWRITE);
  while (auto article = reader->next()) {
    if (!*article) return article->error();
    database.add_document(document_of(**article));
  }
  database.commit();
  database.compact(index);
  database.close();
  std::filesystem::remove_all(parts);
  return ExitStatus::kSuccess;
}

// ValueCountMatchSpy for values of several codes of two letters.
class CountrySpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    const std::string countries = document.get_value(kCountries);
    for (std::size_t at = 0; at + 2 <= countries.size(); at += 2) {
      ++counts_[countries.substr(at, 2)];
    }
  }
  const std::map<std::string, std::uint64_t>& counts() const { return counts_; }

 private:
  std::map<std::string, std::uint64_t> counts_;
};

enum class Without : std::uint8_t { kNothing, kCountry, kDate };

class Engine {
 public:
  explicit Engine(const std::string& index) : database_(index) {}

  void prepare(const ExchangedQuery& query) {
    query_ = query;
    enquire_ = std::make_unique<Xapian::Enquire>(database_);
    enquire_->set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    if (query.operation == Operation::kNewest) {
      enquire_->set_weighting_scheme(Xapian::BoolWeight());
      enquire_->set_sort_by_value(kDay, true);
    }
    filtered_ = query_with_filters(Without::kNothing);
    answer_ = {};
  }

  void search() {
    switch (query_.operation) {
      case Operation::kTop:
      case Operation::kNewest:
        enquire_->set_query(filtered_);
        hits_ = enquire_->get_mset(0, kTopArticles);
        return;
      case Operation::kCount:
        answer_.count = count();
        return;
      case Operation::kFacets:
        count_facets();
        return;
    }
  }

  EngineAnswer answer() {
    for (auto hit = hits_.begin(); hit != hits_.end(); ++hit) {
      const Xapian::Document document = hit.get_document();
      const bool newest = query_.operation == Operation::kNewest;
      answer_.hits.push_back(
          {document.get_data(), newest ? std::stod(document.get_value(kDay)) : hit.get_weight()});
    }
    hits_ = {};
    return answer_;
  }

 private:
  Xapian::Query query_with_filters(Without without) const {
    Xapian::Query::op op = Xapian::Query::OP_OR;
    if (query_.match == Match::kAll) op = Xapian::Query::OP_AND;
    if (query_.match == Match::kPhrase) op = Xapian::Query::OP_PHRASE;
    Xapian::Query query(op, query_.words.begin(), query_.words.end());
    if (query_.from && without != Without::kDate) {
      query =
          Xapian::Query(Xapian::Query::OP_FILTER, query,
                        Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kDay,
                                      std::to_string(*query_.from), std::to_string(*query_.to)));
    }
    if (!query_.country.empty() && without != Without::kCountry) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                            Xapian::Query(country_term(query_.country)));
    }
    return query;
  }

  std::int64_t count() {
    enquire_->set_weighting_scheme(Xapian::BoolWeight());
    enquire_->set_query(filtered_);
    return enquire_->get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

  void add_spy(const char* facet, Xapian::ValueCountMatchSpy& spy) {
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      answer_.facets += facet_hash(facet, *value, value.get_termfreq());
    }
  }

  // One pass for each set of filters; all spies in one where there are none.
  void count_facets() {
    enquire_->set_weighting_scheme(Xapian::BoolWeight());
    CountrySpy countries;
    Xapian::ValueCountMatchSpy years(kYear);
    Xapian::ValueCountMatchSpy months(kMonth);
    Xapian::ValueCountMatchSpy sources(kSource);
    Xapian::ValueCountMatchSpy languages(kLanguage);
    const auto pass = [this](const Xapian::Query& query,
                             const std::vector<Xapian::MatchSpy*>& spies) {
      enquire_->clear_matchspies();
      for (Xapian::MatchSpy* spy : spies) enquire_->add_matchspy(spy);
      enquire_->set_query(query);
      return enquire_->get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
    };
    std::vector<Xapian::MatchSpy*> spies = {&sources, &languages};
    if (query_.country.empty()) {
      spies.push_back(&countries);
    } else {
      pass(query_with_filters(Without::kCountry), {&countries});
    }
    if (!query_.from) {
      spies.insert(spies.end(), {&years, &months});
    } else {
      pass(query_with_filters(Without::kDate), {&years, &months});
    }
    answer_.count = pass(filtered_, spies);
    enquire_->clear_matchspies();
    for (const auto& [country, count] : countries.counts()) {
      answer_.facets += facet_hash("country", country, count);
    }
    add_spy("year", years);
    add_spy("month", months);
    add_spy("source", sources);
    add_spy("language", languages);
  }

  Xapian::Database database_;
  ExchangedQuery query_;
  Xapian::Query filtered_;
  std::unique_ptr<Xapian::Enquire> enquire_;
  Xapian::MSet hits_;
  EngineAnswer answer_;
};

Result<ExitStatus> serve_index(const std::string& index) {
  Engine engine(index);
  return serve(engine, std::string("Xapian ") + Xapian::version_string());
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  using namespace dateline::bench;
  return run_peer("xapian_peer", argc, argv, build, serve_index);
}
