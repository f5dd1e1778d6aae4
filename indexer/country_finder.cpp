#include "indexer/country_finder.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/country_score.h"
#include "indexer/dateline_place.h"
#include "indexer/language_gazetteer.h"
#include "indexer/person_guard.h"
#include "indexer/place_context.h"
#include "indexer/place_meaning.h"

namespace dateline {
namespace {

constexpr std::size_t kMostBodyBytes = std::size_t{1} << 20;
constexpr std::size_t kLeadWords = 40;  // of the body: where an article says what it is about

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
  const PlaceKind kind = mention.name->meanings()[0].kind;
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

CountryFinding find_countries(std::string_view title, std::string_view body,
                              std::string_view language) {
  return weigh_mentions(find_mentions(title, body, language), body.size());
}

}  // namespace dateline
