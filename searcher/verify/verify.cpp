// A quote is looked for as a phrase first: that finds every article that has its words side by
// side, in whatever case, punctuation and inflection, and no text has to be read for it. The texts
// of those are then compared, letter by letter.
//
// Where there is none, somebody may have misquoted. Then the articles that rank best for the words
// are looked through for the place that takes the fewest edits.
#include "searcher/verify/verify.h"

#include <algorithm>
#include <limits>

#include "common/index/xapian_reason.h"
#include "common/text/utf8.h"
#include "searcher/article_filter.h"
#include "searcher/article_summary.h"
#include "searcher/candidates.h"
#include "searcher/matcher.h"
#include "searcher/query_terms.h"
#include "searcher/verify/quote_finder.h"
#include "searcher/verify/quote_text.h"
#include "searcher/word_postings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostLookedInto = 2000;  // articles that have the words side by side
constexpr std::size_t kMostNear = 20;          // articles that may misquote

Result<void> readable(std::string_view quote) {
  if (quote.size() > kMaxQueryBytes) {
    return Error{ErrorKind::kRequest, "the quote is " + std::to_string(quote.size()) +
                                          " bytes long; verify at most " +
                                          std::to_string(kMaxQueryBytes) + " at a time"};
  }
  if (const auto invalid = find_invalid_utf8(quote)) {
    return Error{ErrorKind::kRequest,
                 "the quote is not UTF-8 at byte " + std::to_string(*invalid) + "; send UTF-8"};
  }
  return {};
}

// The quote's parts as phrases, or all its words as words.
Query phrases_of(std::string_view quote) {
  Query query;
  for (const ByteRange& part : parts_of_quote(quote)) {
    query.phrases.push_back({{std::string(slice(quote, part))}, part});
  }
  return query;
}

Query words_of(std::string_view quote) {
  Query query;
  if (!quote.empty()) query.words.push_back({{std::string(quote)}, {0, quote.size()}});
  return query;
}

class Verifier {
 public:
  Verifier(const Snapshot& snapshot, std::span<const std::string> languages,
           const Published* published, const Request& request, const Deadline& deadline,
           Analyzer& analyzer)
      : snapshot_(snapshot),
        languages_(languages),
        published_(published),
        request_(request),
        deadline_(deadline),
        analyzer_(analyzer),
        finder_(request.query, analyzer) {
    for (const Segment& segment : snapshot.segments) {
      filters_.push_back(filter_sets(segment, request.filters));
    }
  }

  Result<Verification> verify() {
    Verification found;
    found.quote = request_.query;
    found.filters = request_.filters;
    if (auto looked = look_side_by_side(found); !looked) return looked.error();
    if (found.matches.empty()) {
      if (auto looked = look_near(found); !looked) return looked.error();
    }
    if (deadline_.passed()) return deadline_.error();
    order(found);
    return found;
  }

 private:
  Result<void> look_side_by_side(Verification& found) {
    const QueryTerms terms = terms_of(phrases_of(request_.query), languages_, analyzer_);
    if (terms.phrases.empty()) return {};
    const QueryPostings postings = read_postings(snapshot_, terms.words, languages_, published_);
    const Matches matches = match(snapshot_, terms, postings, languages_, analyzer_, deadline_);
    std::size_t looked_into = 0;
    for (std::size_t at = 0; at < snapshot_.segments.size(); ++at) {
      ArticleSet articles = matches[at];
      filters_[at].keep_passing(articles);
      Result<void> looked;
      articles.for_each([&](std::uint32_t docid) {
        if (!looked || deadline_.passed()) return;
        if (looked_into++ == kMostLookedInto) found.total_is_exact = false;
        if (looked_into > kMostLookedInto) return;
        looked = look_into(snapshot_.segments[at], docid, false, found);
      });
      if (!looked) return looked.error();
    }
    return {};
  }

  Result<void> look_near(Verification& found) {
    const QueryTerms terms = terms_of(words_of(request_.query), languages_, analyzer_);
    if (terms.scored.empty()) return {};
    const QueryPostings postings = read_postings(snapshot_, terms.words, languages_, published_);
    const CandidateSearch search{snapshot_, terms, languages_, postings, filters_, {}, published_};
    for (const Candidate& article : choose_candidates(search, nullptr, {kMostNear}, analyzer_)) {
      if (deadline_.passed()) return {};
      const auto looked =
          look_into(snapshot_.segments[article.segment], article.docid, true, found);
      if (!looked) return looked.error();
    }
    return {};
  }

  Result<void> look_into(const Segment& segment, std::uint32_t docid, bool near,
                         Verification& found) {
    const auto indexed = load_article(segment, docid);
    if (!indexed) return indexed.error();
    const Article& article = indexed->article;
    const auto place_in = [&](std::string_view text, std::size_t start) {
      return near ? finder_.find_near(text, start, article.language)
                  : finder_.find(text, start, article.language);
    };
    std::optional<QuotePlace> place = place_in(article.text, article.body_start);
    std::optional<QuotePlace> in_title;
    if (!place || place->likeness != Likeness::kExact) in_title = place_in(article.title, 0);
    const bool title_is_better = in_title && (!place || in_title->likeness < place->likeness);
    if (title_is_better) place = std::move(in_title);
    if (!place) return {};
    count(place->likeness, found);
    found.matches.push_back(
        {place->likeness, title_is_better, place->range,
         std::string(slice(title_is_better ? article.title : article.text, place->range)),
         std::move(place->differences), summary_of(article)});
    return {};
  }

  static void count(Likeness likeness, Verification& found) {
    ++(likeness == Likeness::kExact    ? found.exact
       : likeness == Likeness::kFolded ? found.folded
                                       : found.different);
  }

  void order(Verification& found) const {
    const auto day = [](const QuoteMatch& match) {
      const auto days = interval_of(match.article.date);
      return days ? days->last : std::numeric_limits<std::int32_t>::max();
    };
    std::sort(found.matches.begin(), found.matches.end(), [&](const auto& left, const auto& right) {
      if (left.likeness != right.likeness) return left.likeness < right.likeness;
      if (day(left) != day(right)) return day(left) < day(right);
      return left.article.id < right.article.id;
    });
    if (found.matches.size() > request_.limit) found.matches.resize(request_.limit);
  }

  const Snapshot& snapshot_;
  std::span<const std::string> languages_;
  const Published* published_;  // may be null
  const Request& request_;
  const Deadline& deadline_;
  Analyzer& analyzer_;
  QuoteFinder finder_;
  std::vector<FilterSets> filters_;
};

}  // namespace

Result<Verification> verify_quote(const Snapshot& snapshot, std::span<const std::string> languages,
                                  const Published* published, const Request& request,
                                  const Deadline& deadline, Analyzer& analyzer) {
  if (auto read = readable(request.query); !read) return read.error();
  try {
    return Verifier(snapshot, languages, published, request, deadline, analyzer).verify();
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kCorrupt,
                 "the index cannot be read (" + reason_of(error) + "); see: dateline-index check"};
  }
}

}  // namespace dateline
