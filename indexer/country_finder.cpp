#include "indexer/country_finder.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/text/utf8.h"
#include "indexer/dateline_place.h"
#include "indexer/person_guard.h"
#include "indexer/place_context.h"
#include "indexer/world_gazetteer.h"

namespace dateline {
namespace {

constexpr std::size_t kMostBodyBytes = std::size_t{1} << 20;
constexpr std::size_t kMostAbout = 6;
constexpr double kAboutShare = 0.35;  // of the strongest country's score
constexpr double kNearTie = 0.75;     // of the strongest country's score
constexpr std::size_t kLeadWords = 40;
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
      return 2;
    case MentionZone::kBody:
      return 1;
  }
  return 1;
}

std::string_view cut_body(std::string_view body) {
  if (body.size() <= kMostBodyBytes) return body;
  std::size_t end = kMostBodyBytes;
  while (end > 0 && (body[end] & 0xC0) == 0x80) --end;
  return body.substr(0, end);
}

void mark_zones(PlacePart& title, PlacePart& body) {
  for (PlaceMention& mention : title.mentions) mention.zone = MentionZone::kTitle;
  const WordRange dateline = find_dateline_place(body.text);
  for (PlaceMention& mention : body.mentions) {
    if (mention.first_word >= dateline.first && mention.end_word() <= dateline.end) {
      mention.zone = MentionZone::kDateline;
    } else if (mention.end_word() <= dateline.end + kLeadWords) {
      mention.zone = MentionZone::kLead;
    }
  }
}

// "Canadian dollars" and "listed in Luxembourg" are the boilerplate of finance.
double weight_in_text(const PlacePart& part, const PlaceMention& mention) {
  constexpr std::string_view kCurrencies =
      " dollar dollars dlr dlrs franc francs mark marks pound pounds sterling yen krone kroner "
      "krona "
      "kronor crown crowns lira lire peso pesos rupee rupees guilder guilders schilling schillings "
      "dinar dinars riyal riyals rial rials ruble rubles rouble roubles won baht rand escudo "
      "escudos drachma drachmas peseta pesetas markka currency ";
  const auto& words = part.text.words;
  const auto lists = [&part](std::string_view list, const PlaceWord& word) {
    std::string spaced = " ";
    spaced += part.text.letters(word);
    spaced += ' ';
    return list.find(spaced) != std::string_view::npos;
  };
  const std::size_t end = mention.end_word();
  if (mention.meaning->kind == PlaceKind::kDemonym && end < words.size() &&
      lists(kCurrencies, words[end])) {
    return 0.2;
  }
  for (std::size_t back = 1; back <= 3 && back <= mention.first_word; ++back) {
    if (lists(" listed listing ", words[mention.first_word - back])) return 0;
  }
  return 1;
}

void append_mentions(std::vector<CountryMention>& mentions, const PlacePart& part) {
  for (const PlaceMention& place : part.mentions) {
    if (place.dropped || place.meaning == nullptr) continue;
    if (place.meaning->kind == PlaceKind::kNothing) continue;
    const double weight = weight_in_text(part, place);
    if (weight == 0) continue;
    const auto& words = part.text.words;
    const ByteRange range{words[place.first_word].range.start,
                          words[place.end_word() - 1].range.end};
    mentions.push_back({place.meaning->country, place.meaning->kind, place.zone, range, weight});
  }
}

struct CountryScore {
  CountryCode country;
  double score = 0;
  double in_title = 0;
  double in_dateline = 0;
  std::size_t first_mention = 0;
};

class ScoreBoard {
 public:
  void add(const CountryMention& mention, std::size_t position) {
    auto [entry, is_new] = tallies_.try_emplace(mention.country);
    if (is_new) entry->second.first_mention = position;
    const auto kind = static_cast<std::size_t>(mention.kind);
    const auto zone = static_cast<std::size_t>(mention.zone);
    double& sum = entry->second.sums.at(zone).at(kind);
    const double most = mention.kind == PlaceKind::kEvent ? 1 : kSaturation;
    sum = std::min(most, sum + mention.weight);
  }

  // The strongest first.
  std::vector<CountryScore> scores() const {
    std::vector<CountryScore> scores;
    for (const auto& [country, tally] : tallies_) {
      CountryScore entry{country, 0, 0, 0, tally.first_mention};
      entry.in_title = zone_score(tally, MentionZone::kTitle);
      entry.in_dateline = zone_score(tally, MentionZone::kDateline);
      entry.score = entry.in_title + entry.in_dateline + zone_score(tally, MentionZone::kLead) +
                    zone_score(tally, MentionZone::kBody);
      scores.push_back(entry);
    }
    std::stable_sort(scores.begin(), scores.end(),
                     [](const CountryScore& left, const CountryScore& right) {
                       if (left.score != right.score) return left.score > right.score;
                       return left.first_mention < right.first_mention;
                     });
    return scores;
  }

 private:
  static constexpr std::size_t kZones = 4;
  static constexpr std::size_t kKinds = static_cast<std::size_t>(PlaceKind::kNothing) + 1;
  struct Tally {
    std::array<std::array<double, kKinds>, kZones> sums{};
    std::size_t first_mention = 0;
  };

  static double zone_score(const Tally& tally, MentionZone zone) {
    double score = 0;
    const auto& sums = tally.sums.at(static_cast<std::size_t>(zone));
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      score += kind_weight(static_cast<PlaceKind>(kind)) * sums.at(kind);
    }
    return score * zone_weight(zone);
  }

  std::map<CountryCode, Tally> tallies_;
};

// Among countries about as strong as the first: the one in the title, then the one in the
// dateline, then the one named first.
CountryCode primary_of(const std::vector<CountryScore>& scores) {
  const CountryScore* primary = &scores.front();
  for (const CountryScore& rival : scores) {
    if (rival.score < kNearTie * scores.front().score) break;
    const bool better = rival.in_title != primary->in_title ? rival.in_title > primary->in_title
                        : rival.in_dateline != primary->in_dateline
                            ? rival.in_dateline > primary->in_dateline
                            : rival.first_mention < primary->first_mention;
    if (better) primary = &rival;
  }
  return primary->country;
}

}  // namespace

std::vector<CountryMention> find_mentions(std::string_view title, std::string_view body,
                                          std::string_view language) {
  const Gazetteer* own = language_gazetteer(language);
  PlacePart title_part = read_places(title, own, language);
  PlacePart body_part = read_places(cut_body(body), own, language);
  mark_zones(title_part, body_part);
  const std::array<PlacePart*, 2> parts{&title_part, &body_part};
  for (PlacePart* part : parts) {
    settle_by_region(*part);
    drop_persons(*part);
  }
  settle_by_article(parts);
  std::vector<CountryMention> mentions;
  for (const PlacePart* part : parts) append_mentions(mentions, *part);
  return mentions;
}

CountryFinding weigh_mentions(const std::vector<CountryMention>& mentions) {
  ScoreBoard board;
  for (std::size_t i = 0; i < mentions.size(); ++i) board.add(mentions[i], i);
  const std::vector<CountryScore> scores = board.scores();
  CountryFinding finding;
  if (scores.empty()) return finding;
  finding.evidence = "text";
  finding.primary = primary_of(scores);
  for (const CountryScore& entry : scores) {
    const bool about =
        entry.score >= kAboutShare * scores.front().score && finding.about.size() < kMostAbout;
    (about ? finding.about : finding.mentioned).push_back(entry.country);
  }
  std::sort(finding.about.begin(), finding.about.end());
  std::sort(finding.mentioned.begin(), finding.mentioned.end());
  return finding;
}

CountryFinding find_countries(std::string_view title, std::string_view body,
                              std::string_view language) {
  return weigh_mentions(find_mentions(title, body, language));
}

}  // namespace dateline
