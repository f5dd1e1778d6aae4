// A country's score is the sum over kinds of evidence and zones of the article of their weights
// times its mentions there, of which no more than three count: what is repeated is not meant the
// more. The strongest country is always what the article is about. Whether another is follows from
// a logistic model: the more it scores, in all and compared with the strongest, the rather; also if
// the dateline or the first words name it, or the body by its own name; the rather the shorter the
// article is and the more countries it names, each of which then scores less. Its coefficients were
// fitted on the TRAIN split of Reuters-21578; COUNTRIES.md tells how well they do there and
// elsewhere.
#include "indexer/country_score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace dateline {
namespace {

constexpr std::size_t kMostAbout = 6;
constexpr std::size_t kMostSpans = 1000;
constexpr double kNearTie = 0.75;  // from this share of the best score on it may be the primary one
constexpr double kSaturation = 3;  // mentions of one kind in one zone

double kind_weight(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kName:
    case PlaceKind::kDemonym:
      return 1.0;
    case PlaceKind::kCapital:
      return 0.9;
    case PlaceKind::kState:
      return 0.8;
    case PlaceKind::kCity:
      return 0.5;
    case PlaceKind::kInstitution:
    case PlaceKind::kEvent:
      return 0.3;
    case PlaceKind::kNothing:
      return 0;
  }
  return 0;
}

double zone_weight(MentionZone zone) {
  switch (zone) {
    case MentionZone::kTitle:
      return 3;
    case MentionZone::kDateline:
      return 6;
    case MentionZone::kLead:
    case MentionZone::kBody:
      return 1;
  }
  return 1;
}

constexpr std::size_t kZones = static_cast<std::size_t>(MentionZone::kBody) + 1;
constexpr std::size_t kKinds = static_cast<std::size_t>(PlaceKind::kNothing) + 1;

// What the mentions of one country amount to.
struct CountryScore {
  CountryCode country;
  std::size_t first_mention = 0;
  double mentions = 0;    // weighed by their kinds, all of them
  bool in_front = false;  // named in the title, the dateline or the lead
  std::array<std::array<double, kKinds>, kZones> counts{};  // by zone and kind, saturated
  double score = 0;

  double in_zone(MentionZone zone) const {
    double sum = 0;
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      sum += kind_weight(static_cast<PlaceKind>(kind)) *
             counts.at(static_cast<std::size_t>(zone)).at(kind);
    }
    return sum;
  }
  double named_in_body() const {
    return counts.at(static_cast<std::size_t>(MentionZone::kBody))
        .at(static_cast<std::size_t>(PlaceKind::kName));
  }
  double in_text() const {
    return zone_weight(MentionZone::kTitle) * in_zone(MentionZone::kTitle) +
           in_zone(MentionZone::kBody);
  }
};

std::vector<CountryScore> count_mentions(const std::vector<CountryMention>& mentions) {
  std::map<CountryCode, CountryScore> scores;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const CountryMention& mention = mentions[i];
    const auto [entry, is_new] = scores.try_emplace(mention.country);
    CountryScore& score = entry->second;
    if (is_new) {
      score.country = mention.country;
      score.first_mention = i;
    }
    if (mention.zone != MentionZone::kBody) score.in_front = true;
    score.mentions += kind_weight(mention.kind) * mention.weight;
    // The lead and the rest of the body are one text.
    const MentionZone zone = mention.zone == MentionZone::kLead ? MentionZone::kBody : mention.zone;
    double& count =
        score.counts.at(static_cast<std::size_t>(zone)).at(static_cast<std::size_t>(mention.kind));
    const double most = mention.kind == PlaceKind::kEvent ? 1 : kSaturation;
    count = std::min(most, count + mention.weight);
  }
  std::vector<CountryScore> list;
  list.reserve(scores.size());
  for (const auto& [country, score] : scores) list.push_back(score);
  return list;
}

// A dateline tells where the reporter was. If the text never returns there and is about two other
// countries and hardly any third - talks held on neutral ground, a match abroad - it says no more
// than any word.
void demote_dateline(std::vector<CountryScore>& scores) {
  constexpr double kAboutOther = 3.5;     // score in title and text that each of the two needs
  constexpr double kHardlyAThird = 0.85;  // share of all score that they need together
  constexpr double kNoReturn = 0.6;       // score in title and text
  double all = 0;
  double of_two = 0;
  int others = 0;
  for (const CountryScore& score : scores) {
    all += score.in_text();
    if (score.in_text() < kAboutOther) continue;
    of_two += score.in_text();
    ++others;
  }
  if (others != 2 || of_two < kHardlyAThird * all) return;
  for (CountryScore& score : scores) {
    if (score.in_text() >= kNoReturn) continue;
    auto& dateline = score.counts.at(static_cast<std::size_t>(MentionZone::kDateline));
    auto& body = score.counts.at(static_cast<std::size_t>(MentionZone::kBody));
    std::transform(body.begin(), body.end(), dateline.begin(), body.begin(), std::plus<>());
    score.in_front = false;
    dateline.fill(0);
  }
}

// The strongest first.
std::vector<CountryScore> score_mentions(const std::vector<CountryMention>& mentions) {
  std::vector<CountryScore> scores = count_mentions(mentions);
  demote_dateline(scores);
  for (CountryScore& score : scores) {
    score.score = score.in_text() +
                  zone_weight(MentionZone::kDateline) * score.in_zone(MentionZone::kDateline);
  }
  std::stable_sort(scores.begin(), scores.end(),
                   [](const CountryScore& left, const CountryScore& right) {
                     if (left.score != right.score) return left.score > right.score;
                     return left.first_mention < right.first_mention;
                   });
  return scores;
}

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
    if (rival.score < kNearTie * scores.front().score) break;
    if (is_more_prominent(rival, *primary)) primary = &rival;
  }
  return primary->country;
}

// The log-odds that an article is about a country that is not its strongest.
double log_odds(const CountryScore& country, double best, std::size_t countries,
                std::size_t body_bytes) {
  double sum = -0.60;
  sum += 1.51 * std::log1p(country.score);
  sum += 0.49 * std::log(country.score / best + 0.01);
  if (country.in_zone(MentionZone::kDateline) > 0) sum += 3.14;
  if (country.in_front) sum += 0.90;
  sum += 0.49 * country.named_in_body();
  sum -= 0.37 * std::log(static_cast<double>(body_bytes) + 100);
  sum += 0.58 * std::log(static_cast<double>(countries));
  return sum;
}

bool is_about(const CountryScore& country, double best, std::size_t countries,
              std::size_t body_bytes) {
  constexpr double kEnough = -0.2;  // a probability of 0.45: F1 is best below one half
  return country.score >= kNearTie * best ||
         log_odds(country, best, countries, body_bytes) >= kEnough;
}

}  // namespace

CountryFinding weigh_mentions(const std::vector<CountryMention>& mentions, std::size_t body_bytes) {
  const std::vector<CountryScore> scores = score_mentions(mentions);
  CountryFinding finding;
  if (scores.empty()) return finding;
  finding.evidence = "text";
  finding.primary = primary_of(scores);
  for (const CountryScore& entry : scores) {
    const bool about = is_about(entry, scores.front().score, scores.size(), body_bytes) &&
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
