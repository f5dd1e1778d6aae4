// The articles that answer "wheat exports" best also say tonnes, grain and USDA, and an article
// that says all that is about wheat exports even if it has only one of the words. So the best
// articles vote on words, and the candidates are scored again with those that got most votes.
//
// An article is a vector of its words' weights in BM25F, of length 1 (Rocchio, "Relevance feedback
// in information retrieval", 1971). Its vote counts as much as its score, as a share of the best
// one's, to the power of kSteepness: where one article stands out, it votes nearly alone; where ten
// are equally good, what they have in common wins. That is what keeps feedback from hurting
// where a single article is wanted, and it made more of a difference than any other setting.
//
// Only words that two of the articles share are voted on, and neither stop words nor numbers, nor
// words that a tenth of all articles have.
//
// The settings are one choice for four collections (MAP, without -> with): TIME .713 -> .721,
// Cranfield .437 -> .461, CACM .325 -> .340, topics of Reuters-21578 .458 -> .502. Headlines as
// queries lose (reciprocal rank .758 -> .717 on recent news, if all of them are expanded; measured
// before passages were read below their title), hence gains_from_feedback().
#include "searcher/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "searcher/feedback_voters.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

constexpr std::size_t kVoters = 15;
constexpr double kSteepness = 8;
constexpr double kMostArticles = 0.1;  // of all, that have a word
constexpr std::size_t kLeastTermBytes = 3;
constexpr std::size_t kAddedWords = 30;
constexpr double kAddedWeight = 0.6;  // of the word with most votes; a word of the query has 1

// Queries up to so many words name a topic, those from so many on explain what they want if every
// fifth word is a stop word. Headlines lie between, or have fewer stop words.
constexpr std::size_t kTopicWords = 4;
constexpr std::size_t kQuestionWords = 12;
constexpr std::size_t kWordsPerStopWord = 5;

bool can_be_added(const LanguageTerm& word, std::span<const std::string> languages) {
  const bool number = word.term.front() >= '0' && word.term.front() <= '9';
  return word.term.size() >= kLeastTermBytes && !number &&
         !is_stop_word(word.term, languages[word.language]);
}

// The words that are voted on, each with its inverse frequency.
std::map<LanguageTerm, double> ballot(std::span<const Voter> voters, const FeedbackSource& source) {
  std::map<LanguageTerm, std::size_t> supporters;
  for (const Voter& voter : voters) {
    for (const auto& [word, occurrences] : voter.words) ++supporters[word];
  }
  std::size_t articles = 0;
  for (const Segment& segment : source.snapshot.segments) articles += segment.entry.articles;
  if (source.published != nullptr) articles = source.published->count;
  std::map<LanguageTerm, double> words;
  for (const auto& [word, count] : supporters) {
    if (count < std::min(kLeastVoters, voters.size()) || !can_be_added(word, source.languages)) {
      continue;
    }
    QueryWord one;
    one.terms.resize(source.languages.size());
    one.terms[word.language] = word.term;
    const std::size_t with =
        articles_with(source.snapshot, one, source.languages, source.published);
    if (static_cast<double>(with) > kMostArticles * static_cast<double>(articles)) continue;
    words.emplace_hint(words.end(), word, inverse_frequency(articles, with));
  }
  return words;
}

using Votes = std::vector<std::pair<double, LanguageTerm>>;

// By falling number of votes; no more than are to be added.
Votes count_votes(std::span<const Voter> voters, const FeedbackSource& source) {
  const std::map<LanguageTerm, double> words = ballot(voters, source);
  std::map<LanguageTerm, double> votes;
  for (const Voter& voter : voters) {
    const Columns& columns = source.snapshot.segments[voter.article->segment].columns;
    const std::uint32_t docid = voter.article->docid;
    std::vector<std::pair<const LanguageTerm*, double>> vector;
    double squares = 0;
    for (const auto& [word, occurrences] : voter.words) {
      const auto known = words.find(word);
      if (known == words.end()) continue;
      const double strength = weighted_occurrences(occurrences.in_title, occurrences.in_body,
                                                   columns.title_words(docid),
                                                   columns.body_words(docid), source.statistics);
      const double weight = known->second * strength / (strength + kSaturation);
      vector.emplace_back(&word, weight);
      squares += weight * weight;
    }
    const double say = std::pow(voter.article->score / voters.front().article->score, kSteepness);
    for (const auto& [word, weight] : vector) votes[*word] += say * weight / std::sqrt(squares);
  }
  Votes sorted;
  for (const auto& [word, sum] : votes) sorted.emplace_back(sum, word);
  std::sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
    return left.first != right.first ? left.first > right.first : left.second < right.second;
  });
  if (sorted.size() > kAddedWords) sorted.resize(kAddedWords);
  return sorted;
}

// Whether it is the word, or one that the word stands for.
bool stands_for(const QueryTerms& terms, const QueryWord& scored, const LanguageTerm& word) {
  if (scored.terms[word.language] == word.term) return true;
  return std::any_of(scored.any_of.begin(), scored.any_of.end(), [&](const auto& sequence) {
    return sequence.size() == 1 && terms.words[sequence.front()].terms[word.language] == word.term;
  });
}

void add_word(QueryTerms& terms, const LanguageTerm& word, double weight, std::size_t languages) {
  for (const std::size_t scored : terms.scored) {
    if (!stands_for(terms, terms.words[scored], word)) continue;
    terms.words[scored].weight += weight;
    return;
  }
  QueryWord added;
  added.terms.resize(languages);
  added.terms[word.language] = word.term;
  added.required_to_match = false;
  added.weight = weight;
  terms.scored.push_back(terms.words.size());
  terms.words.push_back(std::move(added));
}

}  // namespace

bool gains_from_feedback(const Query& query) {
  if (query.words.empty() || !query.phrases.empty()) return false;
  if (query.words.size() <= kTopicWords) return true;
  if (query.words.size() < kQuestionWords) return false;
  std::vector<std::string> folded;
  for (const QueryPart& part : query.words) folded.push_back(fold_case(part.words.front()));
  const std::string_view language = stop_word_language(folded);
  const auto stops =
      std::count_if(folded.begin(), folded.end(),
                    [&language](const std::string& word) { return is_stop_word(word, language); });
  return static_cast<std::size_t>(stops) * kWordsPerStopWord >= folded.size();
}

QueryTerms with_feedback(const QueryTerms& terms, const FeedbackSource& source,
                         std::span<const Candidate> best, Analyzer& analyzer) {
  QueryTerms more = terms;
  const auto scored =
      std::find_if(best.begin(), best.end(), [](const Candidate& one) { return one.score <= 0; });
  const auto count = std::min(kVoters, static_cast<std::size_t>(scored - best.begin()));
  const std::vector<Voter> voters =
      read_voters(source.snapshot, source.languages, best.first(count), analyzer);
  const Votes votes = count_votes(voters, source);
  for (const auto& [sum, word] : votes) {
    add_word(more, word, kAddedWeight * sum / votes.front().first, source.languages.size());
  }
  return more;
}

}  // namespace dateline
