#include "indexer/country_finder.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/text/utf8.h"
#include "indexer/dateline_place.h"
#include "indexer/language_gazetteer.h"
#include "indexer/person_guard.h"
#include "indexer/place_context.h"

namespace dateline {
namespace {

constexpr std::size_t kMostBodyBytes = std::size_t{1} << 20;
constexpr std::size_t kMostAbout = 6;
constexpr std::size_t kLeadWords = 40;  // of the body: where an article says what it is about
// A country is what the article is about from this share of the strongest one's score, ...
constexpr double kShareInFront = 0.3;  // ... if the title, the dateline or the lead names it
constexpr double kShareBehind = 0.5;   // ... if only the rest does
constexpr double kNearTie = 0.75;      // from this share on it may be the primary one
constexpr double kSaturation = 3;      // mentions of one kind in one zone
// Score in title and text that two countries need for a dateline elsewhere to lose its weight.
constexpr double kAboutOthers = 3.5;

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

bool is_shouted(const PlaceText& text) {
  const auto shouted =
      std::count_if(text.words.begin(), text.words.end(),
                    [](const PlaceWord& word) { return word.form == WordForm::kCapitals; });
  return static_cast<std::size_t>(shouted) * 2 >= text.words.size();
}

bool is_within_country(const PlaceMention& mention) {
  const PlaceKind kind = mention.name->meanings[0].kind;
  return kind == PlaceKind::kCity || kind == PlaceKind::kState;
}

// Capitals make places of other words. "A SWAT team" is not in the valley of Swat; and in a title
// all in capitals, "ESSEX CORP" or "SANTOS BID", places within a country count only if the body
// names them too.
void drop_shouted_places(PlacePart& part, const PlacePart& body) {
  const bool shouted = is_shouted(part.text);
  for (PlaceMention& mention : part.mentions) {
    if (!is_within_country(mention) || mention.zone == MentionZone::kDateline || mention.settled) {
      continue;
    }
    if (!shouted) {
      const PlaceWord& word = part.text.words[mention.first_word];
      const bool acronym = mention.word_count == 1 && word.form == WordForm::kCapitals;
      if (acronym && mention.name->form != NameForm::kCapitals) mention.dropped = true;
    } else if (&part != &body) {
      const bool in_body = std::any_of(body.mentions.begin(), body.mentions.end(),
                                       [&mention](const PlaceMention& other) {
                                         return other.name == mention.name && !other.dropped;
                                       });
      if (!in_body) mention.dropped = true;
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
  if (mention.meaning->kind <= PlaceKind::kDemonym && end < words.size() &&
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

constexpr std::size_t kZones = static_cast<std::size_t>(MentionZone::kBody) + 1;
constexpr std::size_t kKinds = static_cast<std::size_t>(PlaceKind::kNothing) + 1;

// What the mentions of one country amount to.
struct CountryScore {
  CountryCode country;
  std::size_t first_mention = 0;
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
    // The lead and the rest of the body are one text.
    const MentionZone zone = mention.zone == MentionZone::kLead ? MentionZone::kBody : mention.zone;
    double& count =
        score.counts.at(static_cast<std::size_t>(zone)).at(static_cast<std::size_t>(mention.kind));
    const double most = mention.kind == PlaceKind::kEvent ? 1 : kSaturation;
    count = std::min(most, count + mention.weight);
  }
  std::vector<CountryScore> list;
  for (const auto& [country, score] : scores) list.push_back(score);
  return list;
}

// A dateline tells where the reporter was. If the text never returns there and is plainly about two
// other countries - talks held on neutral ground, a match abroad - it says no more than any word.
void demote_dateline(std::vector<CountryScore>& scores) {
  const auto others = std::count_if(scores.begin(), scores.end(), [](const CountryScore& score) {
    return score.in_text() >= kAboutOthers;
  });
  if (others < 2) return;
  for (CountryScore& score : scores) {
    if (score.in_text() > 0) continue;
    auto& dateline = score.counts.at(static_cast<std::size_t>(MentionZone::kDateline));
    score.counts.at(static_cast<std::size_t>(MentionZone::kBody)) = dateline;
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
  for (const MentionZone zone : {MentionZone::kTitle, MentionZone::kDateline}) {
    if (left.in_zone(zone) != right.in_zone(zone)) return left.in_zone(zone) > right.in_zone(zone);
  }
  return left.first_mention < right.first_mention;
}

// Among countries about as strong as the first: the one in the title, then the one in the
// dateline, then the one named first.
CountryCode primary_of(const std::vector<CountryScore>& scores) {
  const CountryScore* primary = &scores.front();
  for (const CountryScore& rival : scores) {
    if (rival.score < kNearTie * scores.front().score) break;
    if (is_more_prominent(rival, *primary)) primary = &rival;
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
  for (PlacePart* part : parts) drop_shouted_places(*part, body_part);
  settle_by_article(parts);
  std::vector<CountryMention> mentions;
  for (const PlacePart* part : parts) append_mentions(mentions, *part);
  return mentions;
}

CountryFinding weigh_mentions(const std::vector<CountryMention>& mentions) {
  const std::vector<CountryScore> scores = score_mentions(mentions);
  CountryFinding finding;
  if (scores.empty()) return finding;
  finding.evidence = "text";
  finding.primary = primary_of(scores);
  for (const CountryScore& entry : scores) {
    const double share = entry.in_front ? kShareInFront : kShareBehind;
    const bool about =
        entry.score >= share * scores.front().score && finding.about.size() < kMostAbout;
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
