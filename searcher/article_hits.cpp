#include "searcher/article_hits.h"

namespace dateline {
namespace {

// The ids of the wanted terms that the segment has; `numbers` gets their query words.
std::vector<TermId> wanted_ids(const Terms& terms, std::uint32_t language, const WordFinder& words,
                               std::vector<std::uint32_t>& numbers) {
  std::vector<TermId> ids;
  for (const auto& [term, number] : words.wanted()) {
    if (const auto id = terms.find(language, term)) {
      ids.push_back(*id);
      numbers.push_back(number);
    }
  }
  return ids;
}

std::vector<WordHit> hits_among(std::span<const NumberedToken> words) {
  std::vector<WordHit> hits;
  for (std::uint32_t place = 0; place < words.size(); ++place) {
    if (words[place].term != kNotInQuery) hits.push_back({place, words[place].term});
  }
  return hits;
}

}  // namespace

TokenHits::TokenHits(const Segment& segment, std::uint32_t language, const WordFinder& words)
    : tokens_(*segment.tokens),
      scanner_(tokens_.code(), wanted_ids(*segment.terms, language, words, numbers_)) {}

ArticleHits TokenHits::of(std::uint32_t docid) const {
  const CodedArticle coded = tokens_.article(docid);
  ArticleHits hits;
  const auto note_in = [this](std::vector<WordHit>& part) {
    return [this, &part](std::size_t place, std::size_t index) {
      part.push_back({static_cast<std::uint32_t>(place), numbers_[index]});
    };
  };
  scanner_.scan(coded.title, note_in(hits.title));
  scanner_.scan(coded.body, note_in(hits.body));
  hits.sentences = read_sentences(coded.sentences);
  return hits;
}

ArticleHits hits_in_text(const Article& article, const WordFinder& words, Analyzer& analyzer) {
  const auto title = words.find(article.title, 0, article.language, analyzer);
  const auto body = words.find(article.text, article.body_start, article.language, analyzer);
  return {hits_among(title), hits_among(body),
          sentences_of(article.text, article.body_start, body)};
}

}  // namespace dateline
