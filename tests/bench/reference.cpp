#include "reference.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dateline::bench {
namespace {

constexpr double kTolerance = 1e-3;  // of the best score

}  // namespace

Result<Reference> Reference::read(const std::string& articles,
                                  const std::vector<QueryClass>& classes) {
  Reference reference;
  for (const QueryClass& one : classes) {
    for (const ExchangedQuery& query : one.queries) {
      for (const std::string& word : query.words) {
        if (query.match == Match::kPhrase) reference.words_[word].in_phrases = true;
        reference.words_.try_emplace(word);
      }
    }
  }
  auto reader = ArticleReader::open(articles);
  if (!reader) return reader.error();
  while (auto article = reader->next()) {
    if (!*article) return article->error();
    reference.add(**article);
  }
  return reference;
}

std::uint32_t Reference::number_of(const std::string& name) {
  const auto [at, added] =
      name_numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (added) names_.push_back(name);
  return at->second;
}

void Reference::add(const ExchangedArticle& exchanged) {
  const auto number = static_cast<std::uint32_t>(articles_.size());
  Article article{exchanged.day, 0, number_of(exchanged.source), number_of(exchanged.language), {}};
  for (const std::string& country : exchanged.countries) {
    article.countries.push_back(number_of(country));
  }
  std::map<Word*, std::vector<std::uint32_t>> positions;
  for (const std::string& text : split(exchanged.words, ' ')) {
    if (const auto known = words_.find(text); known != words_.end()) {
      positions[&known->second].push_back(article.words);
    }
    ++article.words;
  }
  for (const auto& [word, places] : positions) {
    word->postings.push_back({number, static_cast<std::uint32_t>(places.size()),
                              static_cast<std::uint32_t>(word->positions.size())});
    if (word->in_phrases) {
      word->positions.insert(word->positions.end(), places.begin(), places.end());
    }
  }
  total_words_ += article.words;
  numbers_.emplace(exchanged.id, number);
  articles_.push_back(std::move(article));
}

const Reference::Word& Reference::word(const std::string& text) const { return words_.at(text); }

bool Reference::passes(const ExchangedQuery& query, std::uint32_t number, bool dates,
                       bool country) const {
  const Article& article = articles_[number];
  if (dates && query.from && (article.day < *query.from || article.day > *query.to)) return false;
  if (!country || query.country.empty()) return true;
  return std::any_of(article.countries.begin(), article.countries.end(),
                     [&](std::uint32_t name) { return names_[name] == query.country; });
}

// Every article that matches the words, filters aside.
std::vector<Reference::Scored> Reference::matching(const ExchangedQuery& query,
                                                   const Formula& formula) const {
  if (query.match == Match::kPhrase) return with_phrase(query, formula);
  const auto count = static_cast<double>(articles_.size());
  const double average = static_cast<double>(total_words_) / count;
  std::vector<double> scores(articles_.size());
  std::vector<std::uint32_t> words_found(articles_.size());
  for (const std::string& text : query.words) {
    const auto& postings = word(text).postings;
    const double rare = rarity(formula, count, static_cast<double>(postings.size()));
    for (const Posting& posting : postings) {
      scores[posting.article] +=
          score(formula, rare, posting.occurrences, articles_[posting.article].words, average);
      ++words_found[posting.article];
    }
  }
  const std::size_t wanted = query.match == Match::kAll ? query.words.size() : 1;
  std::vector<Scored> found;
  for (std::uint32_t article = 0; article < articles_.size(); ++article) {
    if (words_found[article] >= wanted) found.push_back({article, scores[article]});
  }
  return found;
}

std::uint32_t Reference::phrase_occurrences(const std::vector<const Posting*>& at,
                                            const std::vector<const Word*>& words) const {
  std::uint32_t found = 0;
  for (std::uint32_t start = 0; start < at[0]->occurrences; ++start) {
    const std::uint32_t place = words[0]->positions[at[0]->first + start];
    bool all = true;
    for (std::uint32_t next = 1; all && next < words.size(); ++next) {
      const auto begin = words[next]->positions.begin() + at[next]->first;
      all = std::binary_search(begin, begin + at[next]->occurrences, place + next);
    }
    found += all ? 1 : 0;
  }
  return found;
}

std::vector<Reference::Scored> Reference::with_phrase(const ExchangedQuery& query,
                                                      const Formula& formula) const {
  std::vector<const Word*> words;
  std::vector<std::size_t> next;
  for (const std::string& text : query.words) words.push_back(&word(text));
  next.resize(words.size());
  std::vector<Scored> found;  // the score is the number of occurrences at first
  std::vector<std::vector<const Posting*>> found_at;
  for (const Posting& first : words[0]->postings) {
    std::vector<const Posting*> at = {&first};
    for (std::size_t number = 1; number < words.size(); ++number) {
      const auto& postings = words[number]->postings;
      std::size_t& here = next[number];
      while (here < postings.size() && postings[here].article < first.article) ++here;
      if (here == postings.size() || postings[here].article != first.article) break;
      at.push_back(&postings[here]);
    }
    if (at.size() < words.size()) continue;
    const std::uint32_t occurrences = phrase_occurrences(at, words);
    if (occurrences == 0) continue;
    found.push_back({first.article, static_cast<double>(occurrences)});
    found_at.push_back(std::move(at));
  }
  const auto count = static_cast<double>(articles_.size());
  const double average = static_cast<double>(total_words_) / count;
  std::vector<double> rare;
  double all_rare = 0;
  for (const Word* one : words) {
    rare.push_back(rarity(formula, count, static_cast<double>(one->postings.size())));
    all_rare += rare.back();
  }
  if (formula.phrases == Formula::Phrases::kOneWordOfItsOwn) {
    all_rare = rarity(formula, count, static_cast<double>(found.size()));
  }
  for (std::size_t at = 0; at < found.size(); ++at) {
    const std::uint32_t length = articles_[found[at].article].words;
    if (formula.phrases != Formula::Phrases::kWords) {
      found[at].score = score(formula, all_rare, found[at].score, length, average);
      continue;
    }
    found[at].score = 0;
    for (std::size_t number = 0; number < words.size(); ++number) {
      found[at].score +=
          score(formula, rare[number], found_at[at][number]->occurrences, length, average);
    }
  }
  return found;
}

std::uint64_t Reference::facets(const ExchangedQuery& query,
                                const std::vector<Scored>& matching) const {
  std::map<std::pair<std::string, std::string>, std::uint64_t> counts;
  for (const Scored& one : matching) {
    const Article& article = articles_[one.article];
    if (passes(query, one.article, true, false)) {
      for (const std::uint32_t country : article.countries) ++counts[{"country", names_[country]}];
    }
    if (passes(query, one.article, false, true)) {
      ++counts[{"year", std::to_string(article.day / 10000)}];
      ++counts[{"month", std::to_string(article.day / 100)}];
    }
    if (passes(query, one.article, true, true)) {
      if (!names_[article.source].empty()) ++counts[{"source", names_[article.source]}];
      ++counts[{"language", names_[article.language]}];
    }
  }
  std::uint64_t sum = 0;
  for (const auto& [value, count] : counts) sum += facet_hash(value.first, value.second, count);
  return sum;
}

std::optional<std::string> Reference::complaint(const ExchangedQuery& query, const Formula& formula,
                                                const EngineAnswer& answer) const {
  std::vector<Scored> all = matching(query, formula);
  if (query.operation == Operation::kFacets && facets(query, all) != answer.facets) {
    return "facets differ";
  }
  std::erase_if(all, [&](const Scored& one) { return !passes(query, one.article, true, true); });
  if (query.operation == Operation::kCount || query.operation == Operation::kFacets) {
    if (static_cast<std::int64_t>(all.size()) == answer.count) return std::nullopt;
    return "counts " + std::to_string(answer.count) + " instead of " + std::to_string(all.size());
  }
  std::unordered_map<std::uint32_t, double> truth;
  for (Scored& one : all) {
    if (query.operation == Operation::kNewest) one.score = articles_[one.article].day;
    truth[one.article] = one.score;
  }
  std::sort(all.begin(), all.end(),
            [](const Scored& left, const Scored& right) { return left.score > right.score; });
  const std::size_t wanted = std::min(all.size(), kTopArticles);
  if (answer.hits.size() != wanted) {
    return std::to_string(answer.hits.size()) + " hits instead of " + std::to_string(wanted);
  }
  const double tolerance =
      query.operation == Operation::kNewest || all.empty() ? 0 : kTolerance * all.front().score;
  for (std::size_t at = 0; at < wanted; ++at) {
    const Hit& hit = answer.hits[at];
    const auto number = numbers_.find(hit.id);
    const bool matches = number != numbers_.end() && truth.count(number->second) != 0;
    if (!matches) return "hit " + hit.id + " does not match";
    if (std::abs(hit.score - truth[number->second]) > tolerance) {
      return "hit " + hit.id + " has score " + std::to_string(hit.score) + " instead of " +
             std::to_string(truth[number->second]);
    }
    if (std::abs(hit.score - all[at].score) > tolerance) {
      return "hit " + std::to_string(at + 1) + " has score " + std::to_string(hit.score) +
             " where the best have " + std::to_string(all[at].score);
    }
  }
  return std::nullopt;
}

}  // namespace dateline::bench
