// The strongest country is always what the article is about, and so are those about as strong;
// whether another is, about_model.h tells.
#include "indexer/country_choice.h"

#include <algorithm>

#include "indexer/about_model.h"

namespace dateline {
namespace {

constexpr std::size_t kMostAbout = 6;
constexpr std::size_t kMostSpans = 1000;

bool is_more_prominent(const CountryScore& left, const CountryScore& right) {
  constexpr double kMajority = 1.6;
  for (const MentionZone zone : {MentionZone::kTitle, MentionZone::kDateline}) {
    if (left.in_zone(zone) != right.in_zone(zone)) return left.in_zone(zone) > right.in_zone(zone);
  }
  if (left.mentions >= kMajority * right.mentions) return true;
  if (right.mentions >= kMajority * left.mentions) return false;
  return left.first_mention < right.first_mention;
}

// Among countries about as strong as the first: the one in the title, then the one in the
// dateline, then the one named clearly more often, then the one named first.
CountryCode primary_of(const std::vector<CountryScore>& scores) {
  const CountryScore* primary = &scores.front();
  for (std::size_t i = 0; i < std::min(scores.size(), kMostAbout); ++i) {
    const CountryScore& rival = scores[i];
    if (!is_near_tie(rival, scores.front())) break;
    if (is_more_prominent(rival, *primary)) primary = &rival;
  }
  return primary->country;
}

bool is_about(const CountryScore& country, const AboutArticle& article) {
  constexpr double kEnough = -0.4;  // a probability of 0.40: F1 is best below one half
  return about_log_odds(about_features(country, article)) >= kEnough;
}

}  // namespace

bool is_near_tie(const CountryScore& country, const CountryScore& strongest) {
  constexpr double kShare = 0.75;
  return country.score >= kShare * strongest.score;
}

CountryFinding weigh_mentions(const std::vector<CountryMention>& mentions, std::size_t body_bytes) {
  const std::vector<CountryScore> scores = score_countries(mentions);
  CountryFinding finding;
  if (scores.empty()) return finding;
  finding.evidence = "text";
  finding.primary = primary_of(scores);
  const AboutArticle article{scores.front().score, scores.size(), body_bytes};
  for (const CountryScore& entry : scores) {
    const bool about = (is_near_tie(entry, scores.front()) || is_about(entry, article)) &&
                       finding.about.size() < kMostAbout;
    (about ? finding.about : finding.mentioned).push_back(entry.country);
  }
  std::sort(finding.about.begin(), finding.about.end());
  std::sort(finding.mentioned.begin(), finding.mentioned.end());
  for (const CountryMention& mention : mentions) {
    if (finding.spans.size() == kMostSpans) break;
    finding.spans.push_back({mention.country, mention.zone == MentionZone::kTitle, mention.range});
  }
  return finding;
}

}  // namespace dateline
