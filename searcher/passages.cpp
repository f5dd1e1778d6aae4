#include "searcher/passages.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "searcher/article_hits.h"
#include "searcher/article_summary.h"
#include "searcher/highlights.h"
#include "searcher/hit_finders.h"
#include "searcher/packing.h"
#include "searcher/passage_context.h"
#include "searcher/passage_finder.h"
#include "searcher/phrases.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

struct RankedPassage {
  const Candidate* candidate = nullptr;
  const WordFinder* words = nullptr;
  std::size_t language = 0;  // number into the list that terms go by
  double recency = 1;        // the factor that is in both scores
  ScoredPassage passage;
  double score = 0;  // of the article and of the passage, mixed
};

bool ranks_before(const RankedPassage& left, const RankedPassage& right) {
  if (left.score != right.score) return left.score > right.score;
  if (left.candidate != right.candidate) return newer_first(*left.candidate, *right.candidate);
  return left.passage.range < right.passage.range;
}

// Candidates lie in the order of their dates.
bool is_earlier_candidate(const RankedPassage& left, const RankedPassage& right) {
  if (left.candidate != right.candidate) return left.candidate < right.candidate;
  if (left.score != right.score) return left.score > right.score;
  return left.passage.range < right.passage.range;
}

BestScores best_of(std::span<const RankedPassage> passages) {
  BestScores best;
  for (const RankedPassage& ranked : passages) {
    best.article = std::max(best.article, ranked.candidate->score);
    best.passage = std::max(best.passage, ranked.passage.score);
  }
  return best;
}

// Those that no page before has dealt with, of so many, by their rank.
std::vector<std::size_t> still_open(const PassagesDone& done, std::size_t passages) {
  std::vector<std::size_t> open;
  for (const std::uint32_t left : done.left) {
    if (left < std::min(done.looked_at, passages)) open.push_back(left);
  }
  for (std::size_t at = done.looked_at; at < passages; ++at) open.push_back(at);
  return open;
}

ScorePart part_of(double score, double best, double share) {
  return {score, best, share * (best > 0 ? score / best : 0)};
}

class PassageChooser {
 public:
  PassageChooser(const PassageSearch& search, Analyzer& analyzer)
      : search_(search),
        query_{search.terms,
               search.inverse_frequency,
               search.request.passage_words,
               search.request.per_article,
               search.request.context,
               search.request.explain},
        analyzer_(analyzer) {}

  Result<ChosenPassages> choose(std::span<const Candidate> candidates) {
    std::vector<RankedPassage> ranked;
    for (const Candidate& candidate : candidates) {
      if (search_.deadline.passed()) return search_.deadline.error();
      const HitFinder* const finder = finder_for(candidate);
      if (finder == nullptr) continue;
      const auto hits = hits_of(candidate, *finder);
      if (!hits) return hits.error();
      const double factor = recency_of(candidate);
      for (ScoredPassage& found : find_passages(*hits, query_, finder->words)) {
        found.score *= factor;
        ranked.push_back(
            {&candidate, &finder->words, finder->language, factor, std::move(found), 0});
      }
    }
    best_ = search_.page.generation > 0 ? search_.page.best : best_of(ranked);
    for (RankedPassage& one : ranked) one.score = article_part(one).share + own_part(one).share;
    const bool by_score = search_.request.sort == Sort::kRelevance;
    std::sort(ranked.begin(), ranked.end(), by_score ? ranks_before : is_earlier_candidate);
    return packed(unfolded(ranked));
  }

 private:
  const Segment& segment_of(const Candidate& candidate) const {
    return search_.snapshot.segments[candidate.segment];
  }

  // What a passage's score fades by; the article's has faded already.
  double recency_of(const Candidate& candidate) const {
    if (!search_.request.recency) return 1;
    const auto days = segment_of(candidate).columns.days(candidate.docid);
    return recency_factor(*search_.request.recency,
                          days ? std::optional(days->last) : std::nullopt);
  }

  // nullptr for a language that no segment lists, which is damage.
  const HitFinder* finder_for(const Candidate& candidate) {
    return finders_
        .try_emplace(candidate.segment, segment_of(candidate), search_.terms, search_.languages)
        .first->second.of(candidate.docid);
  }

  // Whether another article of its group is shown already.
  bool is_folded(const Candidate& candidate) {
    const auto group = search_.folding.group_of(candidate);
    return group && shown_.try_emplace(*group, &candidate).first->second != &candidate;
  }

  std::vector<const RankedPassage*> unfolded(const std::vector<RankedPassage>& ranked) {
    std::vector<const RankedPassage*> shown;
    for (const RankedPassage& one : ranked) {
      if (!is_folded(*one.candidate)) shown.push_back(&one);
    }
    return shown;
  }

  std::vector<FoldedArticle> also_in(const Candidate& candidate) const {
    std::vector<FoldedArticle> articles;
    for (const ArticlePlace& place : search_.folding.others(candidate, search_.filters)) {
      const Columns& columns = search_.snapshot.segments[place.segment].columns;
      const std::uint32_t source = columns.source(place.docid);
      articles.push_back({std::string(columns.id(place.docid)),
                          source < columns.sources().size() ? columns.sources()[source] : "",
                          columns.date(place.docid)});
    }
    return articles;
  }

  Result<ArticleHits> hits_of(const Candidate& candidate, const HitFinder& finder) {
    if (finder.tokens) return finder.tokens->of(candidate.docid);
    const auto article = article_of(candidate);
    if (!article) return article.error();
    return hits_in_text(**article, finder.words, analyzer_);
  }

  Result<const Article*> article_of(const Candidate& candidate) {
    const auto [entry, is_new] = articles_.try_emplace(&candidate);
    if (is_new) {
      auto indexed = load_article(segment_of(candidate), candidate.docid);
      if (!indexed) return indexed.error();
      entry->second = std::move(indexed->article);
    }
    return &entry->second;
  }

  // Those that fit, up to the limit, in the order given.
  Result<ChosenPassages> packed(const std::vector<const RankedPassage*>& ranked) {
    ChosenPassages chosen;
    Packer packer(search_.request);
    std::vector<std::string> left_out;
    const std::vector<std::size_t> open = still_open(search_.page.done, ranked.size());
    std::vector<std::uint32_t>& left = chosen.done.left;
    auto next = open.begin();
    for (; next != open.end(); ++next) {
      if (chosen.passages.size() == search_.request.limit || left.size() == kMostLeft) break;
      if (search_.deadline.passed()) return search_.deadline.error();
      const RankedPassage& one = *ranked[*next];
      auto passage = cited(one);
      if (!passage) return passage.error();
      passage->rank = search_.page.shown + chosen.passages.size() + 1;
      const bool repeated = packer.repeats(*passage, one.passage.sentences);
      if (repeated || !packer.fits(*passage)) {
        ++chosen.left_out.passages;
        if (repeated) ++chosen.left_out.repeated;
        left_out.push_back(passage->article.id);
        // Where nothing is taken yet there is no more room on any other page.
        const bool may_fit_later = !repeated && !chosen.passages.empty();
        if (may_fit_later) left.push_back(static_cast<std::uint32_t>(*next));
        continue;
      }
      packer.take(*passage, one.passage.sentences);
      if (auto highlighted = highlight(*passage, one); !highlighted) return highlighted.error();
      chosen.passages.push_back(std::move(*passage));
    }
    chosen.best = best_;
    chosen.done.looked_at =
        std::max(search_.page.done.looked_at, next == open.end() ? ranked.size() : *next);
    for (; next != open.end() && *next < chosen.done.looked_at; ++next) {
      left.push_back(static_cast<std::uint32_t>(*next));
    }
    chosen.are_all = left.empty() && chosen.done.looked_at >= ranked.size();
    chosen.left_out.articles = without_shown(std::move(left_out), chosen.passages);
    keep_contexts_apart(chosen.passages);
    return chosen;
  }

  // Each id once, but those of articles that are shown.
  static std::vector<std::string> without_shown(std::vector<std::string> ids,
                                                const std::vector<Passage>& passages) {
    std::set<std::string> seen;
    for (const Passage& passage : passages) seen.insert(passage.article.id);
    std::erase_if(ids, [&seen](const std::string& id) { return !seen.insert(id).second; });
    return ids;
  }

  // The passage but its rank and highlights.
  Result<Passage> cited(const RankedPassage& ranked) {
    const auto loaded = article_of(*ranked.candidate);
    if (!loaded) return loaded.error();
    const Article& article = **loaded;
    const ByteRange& range = ranked.passage.range;
    Passage passage;
    passage.score = ranked.score;
    passage.range = range;
    passage.text = slice(article.text, range);
    passage.start_char = code_points(std::string_view(article.text).substr(0, range.start));
    const ByteRange& context = ranked.passage.context;
    passage.before = slice(article.text, {context.start, range.start});
    passage.after = slice(article.text, {range.end, context.end});
    passage.article = summary_of(article);
    passage.also_in = also_in(*ranked.candidate);
    if (search_.request.explain) passage.explanation = explained(ranked);
    return passage;
  }

  ScorePart article_part(const RankedPassage& ranked) const {
    return part_of(ranked.candidate->score, best_.article, kArticleShare);
  }
  ScorePart own_part(const RankedPassage& ranked) const {
    return part_of(ranked.passage.score, best_.passage, 1 - kArticleShare);
  }

  Explanation explained(const RankedPassage& ranked) const {
    Explanation explanation;
    explanation.recency = ranked.recency;
    explanation.article = article_part(ranked);
    explanation.article_words =
        article_parts(search_.snapshot, ranked.candidate->segment, ranked.candidate->docid,
                      ranked.language, search_.scored);
    explanation.passage = own_part(ranked);
    const PassageParts& parts = ranked.passage.parts;
    for (const PassageParts::Word& word : parts.words) {
      explanation.passage_words.push_back({shown_term(search_.terms, word.word, ranked.language),
                                           word.in_title, word.occurrences, word.score});
    }
    explanation.closeness = parts.closeness;
    explanation.phrases = parts.phrases;
    explanation.opening = parts.opening;
    return explanation;
  }

  Result<void> highlight(Passage& passage, const RankedPassage& ranked) {
    const auto article = article_of(*ranked.candidate);
    if (!article) return article.error();
    const auto highlights = highlights_of(**article, ranked.passage, *ranked.words, analyzer_);
    if (!highlights) return highlights.error();
    const std::size_t start = passage.range.start;
    for (const ByteRange& highlight : *highlights) {
      passage.highlights.push_back({highlight.start - start, highlight.end - start});
    }
    return {};
  }

  const PassageSearch& search_;
  PassageQuery query_;
  Analyzer& analyzer_;
  BestScores best_;
  std::map<std::size_t, HitFinders> finders_;        // by segment
  std::map<const Candidate*, Article> articles_;     // loaded so far
  std::map<std::uint32_t, const Candidate*> shown_;  // by group
};

}  // namespace

Result<ChosenPassages> choose_passages(const PassageSearch& search,
                                       std::span<const Candidate> candidates, Analyzer& analyzer) {
  return PassageChooser(search, analyzer).choose(candidates);
}

}  // namespace dateline
