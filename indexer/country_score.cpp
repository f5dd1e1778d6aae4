#include "indexer/country_score.h"

#include <algorithm>
#include <functional>
#include <map>

namespace dateline {
namespace {

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
    if (mention.venue) score.venue = true;
    score.listed = std::max(score.listed, mention.listed);
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

// A dateline tells where the reporter was. If talks or a match of two countries are held there, the
// text is about these two and hardly any third, and it never returns to the place, then the
// dateline says no more than any word: it is neutral ground.
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
    if (!score.venue || score.in_text() >= kNoReturn) continue;
    auto& dateline = score.counts.at(static_cast<std::size_t>(MentionZone::kDateline));
    auto& body = score.counts.at(static_cast<std::size_t>(MentionZone::kBody));
    std::transform(body.begin(), body.end(), dateline.begin(), body.begin(), std::plus<>());
    score.in_front = false;
    dateline.fill(0);
  }
}

}  // namespace

double CountryScore::in_zone(MentionZone zone) const {
  double sum = 0;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    sum += kind_weight(static_cast<PlaceKind>(kind)) *
           counts.at(static_cast<std::size_t>(zone)).at(kind);
  }
  return sum;
}

double CountryScore::named_in_body() const {
  return counts.at(static_cast<std::size_t>(MentionZone::kBody))
      .at(static_cast<std::size_t>(PlaceKind::kName));
}

double CountryScore::in_text() const {
  return zone_weight(MentionZone::kTitle) * in_zone(MentionZone::kTitle) +
         in_zone(MentionZone::kBody);
}

std::vector<CountryScore> score_countries(const std::vector<CountryMention>& mentions) {
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

}  // namespace dateline
