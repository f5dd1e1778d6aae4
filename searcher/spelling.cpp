// The index has stems, and a stem is no suggestion: "vaccin". So the word that an article has for
// it is taken, the most frequent one in the first article that has the stem at all.
#include "searcher/spelling.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/edit_distance.h"
#include "common/text/fold.h"
#include "searcher/numbered_words.h"
#include "searcher/word_forms.h"
#include "searcher/word_postings.h"

namespace dateline {
namespace {

constexpr std::size_t kLeastLetters = 4;

bool can_be_misspelt(std::string_view word) {
  std::size_t letters = 0;
  for (const char c : word) {
    if (c >= '0' && c <= '9') return false;
    letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  }
  return letters >= kLeastLetters;
}

class Corrector {
 public:
  Corrector(const KnownTerms& known, std::span<const std::string> languages, Analyzer& analyzer)
      : known_(known), languages_(languages), analyzer_(analyzer) {}

  // Nothing for a word that articles have or that is near none of theirs.
  std::optional<std::string> correction(const std::string& word) {
    NumberedWords numbered(languages_, analyzer_);
    if (numbered.add(word).size() != 1) return std::nullopt;
    const QueryWord own = numbered.take().front();
    if (articles_with(own) > 0) return std::nullopt;
    QueryNode node;
    node.kind = QueryNode::Kind::kWord;
    node.form = WordForm::kFuzzy;
    node.words = {word};
    const std::vector<QueryWord> forms = word_forms(known_, languages_, analyzer_, node);
    const auto nearest =
        std::min_element(forms.begin(), forms.end(), [&](const auto& left, const auto& right) {
          return edits(own, left) < edits(own, right);  // of equals the first is in most articles
        });
    return nearest == forms.end() ? std::nullopt : as_written(*nearest, word);
  }

 private:
  std::size_t articles_with(const QueryWord& word) const {
    return dateline::articles_with(known_.snapshot, word, languages_, known_.published);
  }

  // The fewest in any language.
  static std::size_t edits(const QueryWord& own, const QueryWord& form) {
    std::size_t fewest = kMaxEdits + 1;
    for (std::size_t at = 0; at < form.terms.size(); ++at) {
      if (form.terms[at].empty()) continue;
      fewest = std::min(fewest, edit_distance(own.terms[at], form.terms[at], kMaxEdits));
    }
    return fewest;
  }

  // Of the words that the first few articles have for it, the one most like the typed.
  std::optional<std::string> as_written(const QueryWord& word, const std::string& typed) {
    constexpr std::size_t kArticles = 8;
    const QueryPostings postings = read_postings(known_.snapshot, std::span(&word, 1), languages_);
    std::map<std::string, std::size_t> counts;
    std::size_t read = 0;
    for (std::size_t at = 0; at < known_.snapshot.segments.size(); ++at) {
      const Segment& segment = known_.snapshot.segments[at];
      ArticleSet articles(segment.entry.last_docid);
      for (const ImpactList& list : postings.segments[at][0].lists) list.add_to(articles.words());
      if (known_.published != nullptr) articles &= known_.published->articles[at];
      articles.for_each([&](std::uint32_t docid) {
        if (read < kArticles && segment.alive(docid)) {
          ++read;
          count_written(segment, docid, word, counts);
        }
      });
    }
    const std::string lower = fold_case(typed);
    std::optional<std::string> best;
    for (const auto& [written, count] : counts) {
      if (!best || std::pair(distance(lower, written), counts[*best]) <
                       std::pair(distance(lower, *best), count)) {
        best = written;
      }
    }
    return best;
  }

  static std::size_t distance(const std::string& left, const std::string& right) {
    constexpr std::size_t kFar = 8;
    return edit_distance(left, right, kFar);
  }

  void count_written(const Segment& segment, std::uint32_t docid, const QueryWord& word,
                     std::map<std::string, std::size_t>& counts) {
    const auto indexed = load_article(segment, docid);
    if (!indexed) return;
    const Article& article = indexed->article;
    const auto language = std::find(languages_.begin(), languages_.end(), article.language);
    if (language == languages_.end()) return;
    const std::string& term = word.terms[static_cast<std::size_t>(language - languages_.begin())];
    for (const std::string* text : {&article.title, &article.text}) {
      for (const Token& token : analyzer_.analyze(*text, article.language)) {
        if (token.term == term) ++counts[fold_case(slice(*text, token.range))];
      }
    }
  }

  const KnownTerms& known_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
};

}  // namespace

std::optional<std::string> corrected(std::string_view text, const Query& query,
                                     const KnownTerms& known,
                                     std::span<const std::string> languages, Analyzer& analyzer) {
  Corrector corrector(known, languages, analyzer);
  std::vector<std::pair<ByteRange, std::string>> changes;
  std::size_t looked_for = 0;
  for (const QueryPart& part : query.words) {
    const std::vector<Token> tokens = analyzer.analyze(part.words.front(), "und");
    if (tokens.size() != 1 || slice(text, part.range) != part.words.front()) continue;
    const ByteRange& inside = tokens.front().range;
    const std::string word(slice(part.words.front(), inside));
    if (!can_be_misspelt(word) || looked_for++ == kMostCorrected) continue;
    if (auto better = corrector.correction(word)) {
      const std::size_t start = part.range.start + inside.start;
      changes.emplace_back(ByteRange{start, start + word.size()}, *std::move(better));
    }
  }
  if (changes.empty()) return std::nullopt;
  std::string out;
  std::size_t done = 0;
  for (const auto& [range, word] : changes) {
    out.append(text.substr(done, range.start - done)).append(word);
    done = range.end;
  }
  return out.append(text.substr(done));
}

}  // namespace dateline
