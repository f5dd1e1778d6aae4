#include "query_maker.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <iomanip>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

namespace dateline::bench {
namespace {

using Random = std::mt19937_64;  // its numbers are the same everywhere, unlike distributions

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

// The beginning of an article: its title, or how it opens.
struct Opening {
  std::vector<std::string> words;
  std::uint32_t day = 0;
  std::vector<std::string> countries;
};

constexpr std::size_t kOpeningWords = 16;
constexpr std::size_t kOpenings = 20'000;

class Collection {
 public:
  static Result<Collection> read(const std::string& path, Random& random) {
    auto reader = ArticleReader::open(path);
    if (!reader) return reader.error();
    Collection collection;
    while (auto article = reader->next()) {
      if (!*article) return article->error();
      collection.add(**article, random);
    }
    collection.sort_words();
    return collection;
  }

  const Opening& opening(Random& random) const {
    return openings_[below(random, openings_.size())];
  }
  // In at least one of `least` and at most one of `most` articles; sorted.
  std::vector<std::string> words_in(std::size_t fewest, std::size_t most) const {
    std::vector<std::string> words;
    for (const std::string& word : words_) {
      const std::size_t articles = articles_with_.at(word);
      if (articles >= fewest && articles <= most) words.push_back(word);
    }
    return words;
  }
  std::size_t articles() const { return articles_; }
  // What short queries do without: words that half of the articles have.
  bool says_nothing(const std::string& word) const {
    return articles_with_.at(word) > articles_ / 2;
  }

 private:
  void add(const ExchangedArticle& article, Random& random) {
    ++articles_;
    Opening opening{{}, article.day, article.countries};
    std::unordered_set<std::string_view> seen;
    std::string_view rest = article.words;
    for (std::size_t at = 0; !rest.empty(); ++at) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, end);
      if (at < kOpeningWords) opening.words.emplace_back(word);
      if (seen.insert(word).second) ++articles_with_[std::string(word)];
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (openings_.size() < kOpenings) {
      openings_.push_back(std::move(opening));
    } else if (const std::size_t at = below(random, articles_); at < kOpenings) {
      openings_[at] = std::move(opening);
    }
  }
  void sort_words() {
    for (const auto& [word, articles] : articles_with_) words_.push_back(word);
    std::sort(words_.begin(), words_.end());
  }

  std::size_t articles_ = 0;
  std::vector<Opening> openings_;
  std::unordered_map<std::string, std::size_t> articles_with_;
  std::vector<std::string> words_;
};

bool distinct(const std::vector<std::string>& words) {
  return std::set<std::string>(words.begin(), words.end()).size() == words.size();
}

// `count` words of the opening, in their order, those that say nothing left out; else nothing.
std::optional<std::vector<std::string>> telling_words(const Collection& collection,
                                                      const Opening& opening, std::size_t count) {
  std::vector<std::string> words;
  for (const std::string& word : opening.words) {
    if (words.size() < count && !collection.says_nothing(word)) words.push_back(word);
  }
  if (words.size() < count || !distinct(words)) return std::nullopt;
  return words;
}

std::optional<std::vector<std::string>> consecutive_words(const Opening& opening, std::size_t count,
                                                          Random& random) {
  if (opening.words.size() < count) return std::nullopt;
  const auto start = static_cast<std::ptrdiff_t>(below(random, opening.words.size() - count + 1));
  std::vector<std::string> words(
      opening.words.begin() + start,
      opening.words.begin() + start + static_cast<std::ptrdiff_t>(count));
  if (!distinct(words)) return std::nullopt;
  return words;
}

// The month or the year around the day.
void add_dates(ExchangedQuery& query, std::uint32_t day, Random& random) {
  using namespace std::chrono;
  const std::uint32_t year_number = day / 10000;
  if (below(random, 2) == 0) {
    query.from = year_number * 10000 + 101;
    query.to = year_number * 10000 + 1231;
    return;
  }
  const year_month_day_last last(year(static_cast<int>(year_number)),
                                 month_day_last(month(day / 100 % 100)));
  query.from = day / 100 * 100 + 1;
  query.to = day / 100 * 100 + static_cast<unsigned>(last.day());
}

class Maker {
 public:
  Maker(const Collection& collection, std::size_t per_class, std::uint64_t seed)
      : collection_(collection), per_class_(per_class), random_(seed) {}

  using Draw = std::function<std::optional<ExchangedQuery>()>;

  std::vector<QueryClass> make() {
    const std::size_t articles = collection_.articles();
    const auto rare = collection_.words_in(5, std::max<std::size_t>(10, articles / 1000));
    const auto common = collection_.words_in(articles / 20, articles / 2);
    add("word-rare", [&] { return one_of(rare); });
    add("word-common", [&] { return one_of(common); });
    add("or-2-3", [&] { return few(Match::kAny); });
    add("or-8-12", [&] { return many(); });
    add("and-2-3", [&] { return few(Match::kAll); });
    add("phrase-2-3", [&] { return phrase(); });
    add("count-or-2-3", [&] { return few(Match::kAny, Operation::kCount); });
    add("date", [&] { return few(Match::kAny, Operation::kTop, true); });
    add("country", [&] { return few(Match::kAny, Operation::kTop, false, true); });
    add("newest", [&] { return few(Match::kAny, Operation::kNewest); });
    add("facets", [&] { return few(Match::kAny, Operation::kFacets); });
    add("facets-filtered", [&] { return few(Match::kAny, Operation::kFacets, true, true); });
    return std::move(classes_);
  }

 private:
  void add(const char* name, const Draw& draw) {
    QueryClass made{name, {}};
    std::set<std::string> seen;
    for (std::size_t tries = 0; made.queries.size() < per_class_ && tries < 50 * per_class_;
         ++tries) {
      auto query = draw();
      if (query && seen.insert(encode(*query)).second) made.queries.push_back(std::move(*query));
    }
    classes_.push_back(std::move(made));
  }

  std::optional<ExchangedQuery> one_of(const std::vector<std::string>& words) {
    if (words.empty()) return std::nullopt;
    ExchangedQuery query;
    query.words = {words[below(random_, words.size())]};
    return query;
  }

  std::optional<ExchangedQuery> few(Match match, Operation operation = Operation::kTop,
                                    bool dates = false, bool country = false) {
    const Opening& opening = collection_.opening(random_);
    auto words = telling_words(collection_, opening, 2 + below(random_, 2));
    if (!words || (country && opening.countries.empty())) return std::nullopt;
    ExchangedQuery query;
    query.operation = operation;
    query.match = match;
    query.words = std::move(*words);
    if (dates) add_dates(query, opening.day, random_);
    if (country) query.country = opening.countries[below(random_, opening.countries.size())];
    return query;
  }

  std::optional<ExchangedQuery> many() {
    auto words = consecutive_words(collection_.opening(random_), 8 + below(random_, 5), random_);
    if (!words) return std::nullopt;
    ExchangedQuery query;
    query.words = std::move(*words);
    return query;
  }

  std::optional<ExchangedQuery> phrase() {
    auto words = consecutive_words(collection_.opening(random_), 2 + below(random_, 2), random_);
    if (!words || std::all_of(words->begin(), words->end(), [this](const std::string& word) {
          return collection_.says_nothing(word);
        })) {
      return std::nullopt;
    }
    ExchangedQuery query;
    query.match = Match::kPhrase;
    query.words = std::move(*words);
    return query;
  }

  const Collection& collection_;
  std::size_t per_class_;
  Random random_;
  std::vector<QueryClass> classes_;
};

}  // namespace

Result<std::vector<QueryClass>> make_queries(const std::string& articles, std::size_t per_class,
                                             std::uint64_t seed) {
  Random random(seed);
  const auto collection = Collection::read(articles, random);
  if (!collection) return collection.error();
  if (collection->articles() == 0) return Error{ErrorKind::kInput, "no articles in " + articles};
  return Maker(*collection, per_class, seed).make();
}

Result<void> write_queries(const std::vector<QueryClass>& classes, const std::string& folder) {
  std::filesystem::create_directories(folder);
  for (std::size_t at = 0; at < classes.size(); ++at) {
    std::ostringstream name;
    name << folder << '/' << std::setw(2) << std::setfill('0') << at + 1 << '-' << classes[at].name
         << ".tsv";
    std::ofstream file(name.str());
    for (const ExchangedQuery& query : classes[at].queries) file << encode(query) << '\n';
    if (!file.flush()) return Error{ErrorKind::kSystem, "cannot write '" + name.str() + "'"};
  }
  return {};
}

Result<std::vector<QueryClass>> read_queries(const std::string& folder) {
  std::error_code code;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  if (files.empty()) return Error{ErrorKind::kMissing, "no queries in '" + folder + "'"};
  std::sort(files.begin(), files.end());
  std::vector<QueryClass> classes;
  for (const auto& path : files) {
    QueryClass one{path.stem().string().substr(3), {}};
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      auto query = decode_query(line);
      if (!query) return within(path.string(), query.error());
      one.queries.push_back(std::move(*query));
    }
    classes.push_back(std::move(one));
  }
  return classes;
}

}  // namespace dateline::bench
