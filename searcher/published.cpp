#include "searcher/published.h"

#include <algorithm>
#include <set>

#include "searcher/column_scan.h"

namespace dateline {

ArticleSet published_by(const Segment& segment, const Date& by) {
  const std::int32_t day = interval_of(by)->last;
  const Columns& columns = segment.columns;
  const auto first = columns.first_days();
  const auto last = columns.last_days();
  std::vector<std::uint8_t> passes(columns.dates());
  for (std::size_t at = 0; at < passes.size(); ++at) {
    const bool has_year = first[at] <= last[at];
    passes[at] = has_year && last[at] <= day ? 1 : 0;
  }
  return articles_where(columns.date_numbers(), passes, segment.entry.last_docid);
}

Published published_by(const Snapshot& snapshot, const Date& by) {
  Published published;
  std::set<std::string> languages;
  double title_words = 0;
  double body_words = 0;
  for (const Segment& segment : snapshot.segments) {
    const Columns& columns = segment.columns;
    ArticleSet articles = published_by(segment, by);
    const auto present = columns.present_words();
    const auto words = articles.words();
    for (std::size_t at = 0; at < words.size(); ++at) {
      words[at] &= at < present.size() ? present[at] : 0;
    }
    std::vector<bool> spoken(columns.languages().size());
    articles.for_each([&](std::uint32_t docid) {
      ++published.count;
      title_words += columns.title_words(docid);
      body_words += columns.body_words(docid);
      const std::uint32_t language = columns.language(docid);
      if (language < spoken.size()) spoken[language] = true;
    });
    for (std::size_t language = 0; language < spoken.size(); ++language) {
      if (spoken[language]) languages.insert(columns.languages()[language]);
    }
    published.articles.push_back(std::move(articles));
  }
  published.languages.assign(languages.begin(), languages.end());
  published.statistics =
      field_statistics(title_words, body_words, static_cast<double>(published.count));
  return published;
}

}  // namespace dateline
