#include "searcher/word_postings.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/index/schema.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

// The distinct terms of a word, each with the segment's languages that it stands for.
std::map<std::string, std::vector<bool>> terms_by_language(const Segment& segment,
                                                           const QueryWord& word,
                                                           std::span<const std::string> languages) {
  std::map<std::string, std::vector<bool>> terms;
  const auto& names = segment.columns.languages();
  for (std::uint32_t number = 0; number < names.size(); ++number) {
    const auto language = std::find(languages.begin(), languages.end(), names[number]);
    if (language == languages.end()) continue;
    const auto at = static_cast<std::size_t>(language - languages.begin());
    auto& meant = terms[word.terms[at]];
    meant.resize(names.size());
    meant[number] = true;
  }
  return terms;
}

// Adds the postings of one term to `postings`, which stay in ascending order of docid.
void merge(const Segment& segment, Field field, const std::string& term,
           const std::vector<bool>& meant, std::vector<Posting>& postings) {
  const bool everywhere = std::find(meant.begin(), meant.end(), false) == meant.end();
  const std::string name = term_for(field, term);
  std::vector<Posting> merged;
  merged.reserve(postings.size() + segment.database.get_termfreq(name));
  auto old = postings.begin();
  for (auto it = segment.database.postlist_begin(name); it != segment.database.postlist_end(name);
       ++it) {
    const std::uint32_t docid = *it;
    const std::uint32_t language = segment.columns.language(docid);
    if (!everywhere && (language >= meant.size() || !meant[language])) continue;
    while (old != postings.end() && old->docid < docid) merged.push_back(*old++);
    Posting posting{docid, 0, 0};
    if (old != postings.end() && old->docid == docid) posting = *old++;
    (field == Field::kTitle ? posting.in_title : posting.in_body) += it.get_wdf();
    merged.push_back(posting);
  }
  merged.insert(merged.end(), old, postings.end());
  postings = std::move(merged);
}

WordPostings read_from_database(const Segment& segment, const QueryWord& word,
                                std::span<const std::string> languages) {
  std::vector<Posting> postings;
  for (const auto& [term, meant] : terms_by_language(segment, word, languages)) {
    if (term.empty()) continue;
    merge(segment, Field::kBody, term, meant, postings);
    merge(segment, Field::kTitle, term, meant, postings);
  }
  WordPostings found;
  found.articles = postings.size();
  found.lists.emplace_back().few = std::move(postings);
  return found;
}

// Calls visit(id) for each term that the word stands for in one of the segment's languages.
template <typename Visit>
void for_each_id(const Segment& segment, const QueryWord& word,
                 std::span<const std::string> languages, Visit visit) {
  const auto& names = segment.columns.languages();
  for (std::uint32_t number = 0; number < names.size(); ++number) {
    const auto language = std::find(languages.begin(), languages.end(), names[number]);
    if (language == languages.end()) continue;
    const std::string& term = word.terms[static_cast<std::size_t>(language - languages.begin())];
    if (term.empty()) continue;
    if (const auto id = segment.terms->find(number, term)) visit(*id);
  }
}

WordPostings read_impacts(const Segment& segment, const QueryWord& word,
                          std::span<const std::string> languages) {
  WordPostings found;
  for_each_id(segment, word, languages, [&](TermId id) {
    found.lists.push_back(segment.impacts->list(id));
    found.articles += segment.terms->articles(id);
  });
  return found;
}

WordPostings read_word(const Segment& segment, const QueryWord& word,
                       std::span<const std::string> languages) {
  return has_impacts(segment) ? read_impacts(segment, word, languages)
                              : read_from_database(segment, word, languages);
}

}  // namespace

std::size_t count_among(const WordPostings& postings, const ArticleSet& articles) {
  ArticleSet found = articles;
  ArticleSet with_word = articles;
  with_word.subtract(articles);
  for (const ImpactList& list : postings.lists) list.add_to(with_word.words());
  return (found &= with_word).count();
}

QueryPostings read_postings(const Snapshot& snapshot, std::span<const QueryWord> words,
                            std::span<const std::string> languages, const Published* published) {
  QueryPostings postings;
  std::size_t articles = 0;
  std::vector<std::size_t> with_word(words.size());
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Segment& segment = snapshot.segments[at];
    articles += segment.entry.articles;
    std::vector<WordPostings>& of_segment = postings.segments.emplace_back();
    for (std::size_t word = 0; word < words.size(); ++word) {
      of_segment.push_back(read_word(segment, words[word], languages));
      with_word[word] += published == nullptr
                             ? of_segment.back().articles
                             : count_among(of_segment.back(), published->articles[at]);
    }
  }
  if (published != nullptr) articles = published->count;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const std::size_t with = with_word[word];
    postings.inverse_frequency.push_back(
        with == 0 ? 0 : words[word].weight * inverse_frequency(articles, with));
  }
  postings.statistics = all_statistics(snapshot, published);
  return postings;
}

// Deleted articles count until they are merged away, as in every index that deletes lazily.
FieldStatistics all_statistics(const Snapshot& snapshot, const Published* published) {
  if (published != nullptr) return published->statistics;
  double title_words = 0;
  double body_words = 0;
  double articles = 0;
  for (const Segment& segment : snapshot.segments) {
    title_words += static_cast<double>(segment.entry.title_words);
    body_words += static_cast<double>(segment.entry.body_words);
    articles += static_cast<double>(segment.entry.articles);
  }
  return field_statistics(title_words, body_words, articles);
}

std::size_t articles_with(const Snapshot& snapshot, const QueryWord& word,
                          std::span<const std::string> languages, const Published* published) {
  std::size_t articles = 0;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Segment& segment = snapshot.segments[at];
    if (published != nullptr) {
      articles += count_among(read_word(segment, word, languages), published->articles[at]);
    } else if (has_impacts(segment)) {
      for_each_id(segment, word, languages,
                  [&](TermId id) { articles += segment.terms->articles(id); });
    } else {
      articles += read_from_database(segment, word, languages).articles;
    }
  }
  return articles;
}

}  // namespace dateline
