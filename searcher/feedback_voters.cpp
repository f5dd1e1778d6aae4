#include "searcher/feedback_voters.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "searcher/phrases.h"

namespace dateline {
namespace {

using CountedIds = std::vector<std::pair<TermId, Occurrences>>;

// The distinct words of an article, ascending.
CountedIds count_ids(const Tokens& tokens, std::uint32_t docid) {
  const CodedArticle coded = tokens.article(docid);
  std::vector<TermId> title, body;
  tokens.code().decode(coded.title, title);
  tokens.code().decode(coded.body, body);
  if (body.size() > kLeadWords) body.resize(kLeadWords);
  CountedIds counted;
  for (const TermId id : title) counted.push_back({id, {1, 0}});
  for (const TermId id : body) counted.push_back({id, {0, 1}});
  const auto by_id = [](const auto& left, const auto& right) { return left.first < right.first; };
  std::sort(counted.begin(), counted.end(), by_id);
  std::size_t distinct = 0;
  for (std::size_t at = 0; at < counted.size(); ++at) {
    const auto [id, occurrences] = counted[at];
    if (distinct == 0 || counted[distinct - 1].first != id) counted[distinct++] = {id, {}};
    counted[distinct - 1].second.in_title += occurrences.in_title;
    counted[distinct - 1].second.in_body += occurrences.in_body;
  }
  counted.resize(distinct);
  return counted;
}

// Names are dear, so words that only one of the articles has are dropped before they get any.
void drop_unshared(std::vector<CountedIds>& articles) {
  std::vector<TermId> ids;
  for (const CountedIds& counted : articles) {
    for (const auto& [id, occurrences] : counted) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  for (CountedIds& counted : articles) {
    std::erase_if(counted, [&ids](const auto& word) {
      const auto [first, end] = std::equal_range(ids.begin(), ids.end(), word.first);
      return static_cast<std::size_t>(end - first) < kLeastVoters;
    });
  }
}

// Reads the words of the articles from the tokens, or analyses their texts.
class VoterReader {
 public:
  VoterReader(const Snapshot& snapshot, std::span<const std::string> languages, Analyzer& analyzer)
      : snapshot_(snapshot), languages_(languages), analyzer_(analyzer) {}

  std::vector<Voter> read(std::span<const Candidate> articles) {
    std::vector<Voter> voters;
    if (has_one_source(articles)) {
      const Segment& segment = segment_of(articles.front());
      std::vector<CountedIds> counted;
      for (const Candidate& article : articles) {
        counted.push_back(count_ids(*segment.tokens, article.docid));
      }
      if (articles.size() > 1) drop_unshared(counted);
      for (std::size_t at = 0; at < articles.size(); ++at) {
        voters.push_back(named(articles[at], counted[at]));
      }
      return voters;
    }
    for (const Candidate& article : articles) {
      const Segment& segment = segment_of(article);
      voters.push_back(segment.terms && segment.tokens
                           ? named(article, count_ids(*segment.tokens, article.docid))
                           : analysed(article));
    }
    return voters;
  }

 private:
  const Segment& segment_of(const Candidate& article) const {
    return snapshot_.segments[article.segment];
  }

  // True if ids mean the same in all of the articles.
  bool has_one_source(std::span<const Candidate> articles) const {
    return !articles.empty() && segment_of(articles.front()).terms &&
           segment_of(articles.front()).tokens &&
           std::all_of(articles.begin(), articles.end(), [&](const Candidate& article) {
             return article.segment == articles.front().segment;
           });
  }

  // The number of the article's language; languages.size() if the index is damaged.
  std::size_t language_of(const Candidate& article) const {
    const Segment& segment = segment_of(article);
    return language_number(segment, segment.columns.language(article.docid), languages_);
  }

  Voter named(const Candidate& article, const CountedIds& counted) const {
    Voter voter{&article, {}};
    const std::size_t language = language_of(article);
    if (language == languages_.size()) return voter;
    for (const auto& [id, occurrences] : counted) {
      LanguageTerm word{language, segment_of(article).terms->term(id)};
      if (!word.term.empty()) voter.words.emplace_back(std::move(word), occurrences);
    }
    std::sort(voter.words.begin(), voter.words.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    return voter;
  }

  Voter analysed(const Candidate& article) {
    Voter voter{&article, {}};
    const std::size_t language = language_of(article);
    const auto indexed = load_article(segment_of(article), article.docid);
    if (!indexed || language == languages_.size()) return voter;
    const auto words_of = [&](std::string_view text) {
      return analyzer_.analyze(text, indexed->article.language);
    };
    std::map<LanguageTerm, Occurrences> counts;
    for (Token& token : words_of(indexed->article.title)) {
      ++counts[{language, std::move(token.term)}].in_title;
    }
    std::vector<Token> body =
        words_of(std::string_view(indexed->article.text).substr(indexed->article.body_start));
    if (body.size() > kLeadWords) body.resize(kLeadWords);
    for (Token& token : body) ++counts[{language, std::move(token.term)}].in_body;
    voter.words.assign(counts.begin(), counts.end());
    return voter;
  }

  const Snapshot& snapshot_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
};

}  // namespace

std::vector<Voter> read_voters(const Snapshot& snapshot, std::span<const std::string> languages,
                               std::span<const Candidate> articles, Analyzer& analyzer) {
  return VoterReader(snapshot, languages, analyzer).read(articles);
}

}  // namespace dateline
