#include "searcher/article_summary.h"

namespace dateline {

ArticleSummary summary_of(const Article& article) {
  return {article.id,
          article.title,
          article.url,
          article.source,
          article.language,
          article.date.date,
          article.countries.about,
          article.countries.primary};
}

}  // namespace dateline
