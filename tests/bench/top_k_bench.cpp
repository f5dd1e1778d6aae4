// How long matching and ranking take: with the impacts, without them, and by stock Xapian.
//
//   top_k_bench INDEX QUERIES        QUERIES: one question a line
//
// Queries of each class are made from the questions. Before anything is timed, the ten best with
// and without impacts are compared, scores included; Xapian ranks by its own formula (BM25 over the
// bodies only, every word of a phrase required but not their order, as its database has no
// positions) and is not compared. Filters are made before the clock starts and Xapian has none.
// Times are the thread's processor time in microseconds, the best of five rounds per query, the
// three engines in turn.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "searcher/candidates.h"
#include "searcher/facets.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

constexpr int kRounds = 5;
constexpr std::size_t kMost = 10;

double now_us() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

struct QueryClass {
  const char* name;
  std::vector<std::string> queries;
  Filters filters{};
};

class Engine {
 public:
  Engine(const char* index, bool impacts) : snapshot_(*open_snapshot(index)) {
    std::set<std::string> names;
    for (Segment& segment : snapshot_.segments) {
      if (!impacts) segment.impacts.reset();
      for (const std::string& name : segment.columns.languages()) names.insert(name);
    }
    languages_.assign(names.begin(), names.end());
  }

  QueryTerms terms(const std::string& query) {
    return terms_of(*parse_query(query), languages_, analyzer_);
  }

  std::vector<FilterSets> filters(const Filters& wanted) const {
    std::vector<FilterSets> sets;
    for (const Segment& segment : snapshot_.segments) {
      sets.push_back(filter_sets(segment, wanted));
    }
    return sets;
  }

  std::vector<Candidate> best(const QueryTerms& terms, std::span<const FilterSets> filters) {
    const QueryPostings postings = read_postings(snapshot_, terms.words, languages_);
    return choose_candidates({snapshot_, terms, languages_, postings, filters}, nullptr, {kMost},
                             analyzer_);
  }

  std::size_t facets(const QueryTerms& terms, std::span<const FilterSets> filters) {
    const QueryPostings postings = read_postings(snapshot_, terms.words, languages_);
    const Matches matches = match(snapshot_, terms, postings, languages_, analyzer_);
    return count_facets(snapshot_, matches, filters, {snapshot_, Fold::kNone}, {}).size();
  }

  // The words as English terms, for Xapian.
  std::vector<std::string> stems(const std::string& query) {
    std::vector<std::string> stems;
    for (const Token& token : analyzer_.analyze(query, "en")) stems.push_back(token.term);
    return stems;
  }

  const Snapshot& snapshot() const { return snapshot_; }

 private:
  Snapshot snapshot_;
  std::vector<std::string> languages_;
  Analyzer analyzer_;
};

std::string pick(const std::vector<double>& times, double share) {
  std::vector<double> sorted = times;
  std::sort(sorted.begin(), sorted.end());
  char text[32];
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
  std::snprintf(text, sizeof text, "%.1f", sorted[at]);
  return text;
}

double mean(const std::vector<double>& times) {
  double sum = 0;
  for (const double time : times) sum += time;
  return sum / static_cast<double>(times.size());
}

bool same(const std::vector<Candidate>& one, const std::vector<Candidate>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.docid == b.docid && a.score == b.score && a.segment == b.segment;
                    });
}

template <typename Work>
double best_time(double best, Work work) {
  const double start = now_us();
  work();
  return std::min(best, now_us() - start);
}

void run(const QueryClass& one, Engine& fast, Engine& slow) {
  Xapian::Database database;
  for (const Segment& segment : fast.snapshot().segments) database.add_database(segment.database);
  const auto filters = fast.filters(one.filters);
  const bool conjunctive = one.queries.front().front() == '"';
  std::vector<double> fast_us, slow_us, xapian_us, facet_us;
  for (const std::string& query : one.queries) {
    const QueryTerms terms = fast.terms(query);
    if (!same(fast.best(terms, filters), slow.best(terms, filters))) {
      std::printf("%s: the ten best of '%s' differ\n", one.name, query.c_str());
      std::exit(1);
    }
    const auto stems = fast.stems(query);
    double times[4] = {1e12, 1e12, 1e12, 1e12};
    for (int round = 0; round < kRounds; ++round) {
      times[0] = best_time(times[0], [&] { fast.best(terms, filters); });
      times[1] = best_time(times[1], [&] { slow.best(terms, filters); });
      times[2] = best_time(times[2], [&] {
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(conjunctive ? Xapian::Query::OP_AND : Xapian::Query::OP_OR,
                                        stems.begin(), stems.end()));
        enquire.get_mset(0, kMost);
      });
      times[3] = best_time(times[3], [&] { fast.facets(terms, filters); });
    }
    fast_us.push_back(times[0]), slow_us.push_back(times[1]);
    xapian_us.push_back(times[2]), facet_us.push_back(times[3]);
  }
  std::printf("%-14s %5zu  %9s %9s   %9s   %9s %9s   %9s  %7.1fx %7.1fx\n", one.name,
              one.queries.size(), pick(fast_us, .5).c_str(), pick(fast_us, .99).c_str(),
              pick(slow_us, .5).c_str(), pick(xapian_us, .5).c_str(), pick(xapian_us, .99).c_str(),
              pick(facet_us, .5).c_str(), mean(slow_us) / mean(fast_us),
              mean(xapian_us) / mean(fast_us));
}

std::vector<std::string> words_of(const std::string& question) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : question + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += c;
    } else {
      if (word.size() > 3) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

std::vector<QueryClass> classes_of(std::istream& questions, const Snapshot& snapshot) {
  QueryClass common{"one, common", {}}, rare{"one, rare", {}}, two{"any of 2-3", {}},
      many{"any of 8+", {}}, all{"all of 2", {}}, phrase{"phrase", {}};
  std::set<std::string> seen;
  Analyzer analyzer;
  const double articles = snapshot.segments.front().entry.articles;
  for (std::string line; std::getline(questions, line) && two.queries.size() < 400;) {
    const auto words = words_of(line);
    if (words.size() < 4) continue;
    for (const std::string& word : words) {
      if (!seen.insert(word).second) continue;
      const double with =
          snapshot.segments.front().database.get_termfreq(analyzer.term_of(word, "en"));
      if (with > articles / 10 && common.queries.size() < 100) common.queries.push_back(word);
      if (with > 0 && with < articles / 200 && rare.queries.size() < 400) {
        rare.queries.push_back(word);
      }
    }
    two.queries.push_back(words[1] + " " + words[2] +
                          (two.queries.size() % 2 == 0 ? "" : " " + words[3]));
    all.queries.push_back("\"" + words[1] + "\" \"" + words[3] + "\"");
    phrase.queries.push_back("\"" + words[1] + " " + words[2] + "\"");
    if (words.size() >= 8) many.queries.push_back(line);
  }
  QueryClass dated = two, placed = two;
  dated.name = "2-3, 90 days", placed.name = "2-3, country";
  dated.filters.from = Date{2021, 3, 1}, dated.filters.to = Date{2021, 5, 31};
  placed.filters.countries = {{'U', 'S'}, {'G', 'B'}};
  return {common, rare, two, many, all, phrase, dated, placed};
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: top_k_bench INDEX QUERIES\n";
    return 2;
  }
  using namespace dateline;
  Engine fast(argv[1], true);
  Engine slow(argv[1], false);
  std::ifstream questions(argv[2]);
  std::printf(
      "processor time in us: match and ten best\n"
      "%-14s %5s  %9s %9s   %9s   %9s %9s   %9s  %8s %8s\n",
      "class", "n", "p50", "p99", "slow p50", "xap p50", "xap p99", "facets", "x slow", "x xapian");
  for (const QueryClass& one : classes_of(questions, fast.snapshot())) {
    if (!one.queries.empty()) run(one, fast, slow);
  }
  return 0;
}
