#include "common/index/token_walk.h"

#include <string>
#include <vector>

#include "common/index/segment.h"

namespace dateline {
namespace {

// Analyses titles and bodies, and numbers their terms.
class TermNumberer {
 public:
  explicit TermNumberer(TermsBuilder& terms) : terms_(terms) {}

  // Ranges are in `text`, of which text[start, end) is analysed.
  std::vector<NumberedToken> number(std::uint32_t docid, std::uint32_t language,
                                    std::string_view text, std::size_t start,
                                    std::string_view language_name) {
    auto tokens = analyzer_.analyze_numbered(text.substr(start), language_name);
    for (NumberedToken& token : tokens) {
      token.term = terms_.add(docid, language, analyzer_.term(token.term));
      token.range.start += start;
      token.range.end += start;
    }
    return tokens;
  }

 private:
  TermsBuilder& terms_;
  Analyzer analyzer_;
};

}  // namespace

Result<void> walk_tokens(const Xapian::Database& database, ColumnsBuilder& columns,
                         TermsBuilder& terms,
                         const std::function<Result<void>(const WalkedArticle&)>& visit) {
  TermNumberer numberer(terms);
  return for_each_article(
      database, [&](std::uint32_t docid, const IndexedArticle& indexed) -> Result<void> {
        const std::uint32_t language = columns.add(docid, indexed);
        const Article& article = indexed.article;
        const auto title = numberer.number(docid, language, article.title, 0, article.language);
        const auto body =
            numberer.number(docid, language, article.text, article.body_start, article.language);
        return visit({docid, indexed, title, body});
      });
}

}  // namespace dateline
