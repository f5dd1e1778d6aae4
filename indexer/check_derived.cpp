// Term ids are known only when all articles have been read, but comparing must not need all
// articles in memory. So an id is believed where a term is first met, must be the same wherever the
// term comes again, and in the end must be the one that the term should have.
#include "indexer/check_derived.h"

#include <algorithm>
#include <limits>
#include <map>

#include "common/hash.h"
#include "common/index/article_sentences.h"
#include "common/index/impacts_check.h"
#include "common/index/schema.h"
#include "common/index/sketches_writer.h"
#include "common/index/token_walk.h"
#include "indexer/document.h"

namespace dateline {
namespace {

constexpr TermId kUnknown = std::numeric_limits<TermId>::max();

class TokensCheck {
 public:
  explicit TokensCheck(const Segment& segment) : tokens_(*segment.tokens) {
    if (segment.impacts && segment.terms) {
      impacts_.emplace(*segment.impacts, *segment.terms, segment.columns);
    }
  }

  void compare(const WalkedArticle& article) {
    const CodedArticle coded = tokens_.article(article.docid);
    const Article& stored = article.indexed.article;
    std::string sentences;
    append_sentences(sentences_of(stored.text, stored.body_start, article.body), sentences);
    const bool same_title = same(article.title, coded.title, title_);
    const bool same_body = same(article.body, coded.body, body_);
    if (impacts_) impacts_->add(article.docid, title_, body_);
    equal_ = equal_ && same_title && same_body && sentences == coded.sentences;
  }

  // `finished`: of the terms of the articles compared.
  bool all_equal(const TermsBuilder::Finished& finished) const {
    return equal_ && met_ == finished.ids &&
           tokens_.code().stoppers() == DenseCode::best_for(finished.occurrences).stoppers();
  }

  // Compares the impacts with the same articles. They go by ids, so the answer means something only
  // if terms and tokens are right.
  bool impacts_equal() const { return !impacts_ || impacts_->all_equal(); }

 private:
  bool same(std::span<const NumberedToken> words, std::string_view coded,
            std::vector<TermId>& ids) {
    ids.clear();
    tokens_.code().decode(coded, ids);
    if (ids.size() != words.size()) return false;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const std::uint32_t number = words[at].term;
      if (number >= met_.size()) met_.resize(number + 1, kUnknown);
      if (met_[number] == kUnknown) met_[number] = ids[at];
      if (met_[number] != ids[at]) return false;
    }
    return true;
  }

  const Tokens& tokens_;
  bool equal_ = true;
  std::vector<TermId> met_;           // by provisional number
  std::vector<TermId> title_, body_;  // of one article
  std::optional<ImpactsCheck> impacts_;
};

// All that the database says of words and boolean terms, in an order of no matter. Two sums of
// hashes are equal if and, but for a chance of one in 2^64, only if the postings are.
class PostingSum {
 public:
  void add(std::string_view term, std::uint32_t docid, std::uint32_t wdf) {
    sum_ += hash_bytes(std::to_string(docid) + ' ' + std::to_string(wdf), hash_bytes(term));
  }

  void add(const WalkedArticle& article, const TermsBuilder& terms) {
    for (const std::string& term : boolean_terms(article.indexed)) add(term, article.docid, 0);
    add_words(Field::kTitle, article.title, article.docid, terms);
    add_words(Field::kBody, article.body, article.docid, terms);
  }

  // Throws what Xapian throws.
  void add(const Xapian::Database& database) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
           ++posting) {
        add(*term, *posting, posting.get_wdf());
      }
    }
  }

  bool operator==(const PostingSum&) const = default;

 private:
  void add_words(Field field, std::span<const NumberedToken> words, std::uint32_t docid,
                 const TermsBuilder& terms) {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const NumberedToken& word : words) ++counts[word.term];
    for (const auto& [number, count] : counts) {
      add(term_for(field, terms.term(number)), docid, count);
    }
  }

  std::uint64_t sum_ = 0;
};

// Sketches of articles as they pass by.
class SketchesCheck {
 public:
  void add(const WalkedArticle& article, const TermsBuilder& terms) {
    const std::string& language = article.indexed.article.language;
    sketches_.add(words_of(article.title, language, terms, title_),
                  words_of(article.body, language, terms, body_));
  }

  std::string encode(std::string_view uuid) const { return sketches_.encode(uuid); }

 private:
  std::span<const SketchWord> words_of(std::span<const NumberedToken> tokens,
                                       const std::string& language, const TermsBuilder& terms,
                                       std::vector<SketchWord>& words) {
    words.clear();
    for (const NumberedToken& token : tokens) {
      if (token.term >= known_.size()) known_.resize(token.term + 1);
      if (!known_[token.term]) known_[token.term].emplace(terms.term(token.term), language);
      words.push_back(*known_[token.term]);
    }
    return words;
  }

  SketchesBuilder sketches_;
  std::vector<std::optional<SketchWord>> known_;  // by provisional number
  std::vector<SketchWord> title_, body_;          // of one article
};

// False if the database has other postings than the articles do, or cannot be read.
bool has_postings(const Xapian::Database& database, const PostingSum& expected) {
  try {
    PostingSum sum;
    sum.add(database);
    return sum == expected;
  } catch (const Xapian::Error&) {
    return false;
  }
}

}  // namespace

std::vector<std::string> problems_of_derived_files(const Segment& segment,
                                                   const std::filesystem::path& folder) {
  std::vector<std::string> problems;
  const auto compare = [&](const char* name, bool equal) {
    if (equal) return;
    problems.push_back(std::string("the ") + name +
                       " are not those of the database; mend with: dateline-index rebuild");
  };
  const auto holds = [&folder](const char* name, const std::string& expected) {
    const auto stored = read_file(folder / name);
    return stored && *stored == expected;
  };
  ColumnsBuilder columns;
  TermsBuilder terms;
  PostingSum postings;
  SketchesCheck sketches;
  std::optional<TokensCheck> tokens;
  if (segment.tokens) tokens.emplace(segment);
  const auto walked = walk_tokens(segment.database, columns, terms,
                                  [&](const WalkedArticle& article) -> Result<void> {
                                    postings.add(article, terms);
                                    sketches.add(article, terms);
                                    if (tokens) tokens->compare(article);
                                    return {};
                                  });
  if (!walked) return {walked.error().message};
  if (!has_postings(segment.database, postings)) {
    problems.emplace_back("the database has other postings than its articles have words");
  }
  const TermsBuilder::Finished finished = terms.finish(segment.entry.uuid);
  compare(kColumnsFile, holds(kColumnsFile, columns.encode(segment.entry.uuid)));
  if (segment.entry.files.contains(kSketchesFile)) {
    compare(kSketchesFile, holds(kSketchesFile, sketches.encode(segment.entry.uuid)));
  } else {
    problems.emplace_back(
        "copies of its articles are not found, for want of the file sketches; make it with: "
        "dateline-index rebuild");
  }
  if (segment.terms) compare(kTermsFile, holds(kTermsFile, finished.file));
  if (!tokens) return problems;
  compare(kTokensFile, tokens->all_equal(finished));
  if (problems.empty()) compare(kImpactsFile, tokens->impacts_equal());
  return problems;
}

}  // namespace dateline
