#include "indexer/country_finder.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/country_choice.h"
#include "indexer/dateline_place.h"
#include "indexer/encounter.h"
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

// "VAN" in the dateline "VAN NUYS, Calif.": the gazetteer does not know the whole.
bool is_part_of_dateline_name(const PlacePart& body, std::size_t index, const WordRange& dateline) {
  const PlaceMention& mention = body.mentions[index];
  const auto& words = body.text.words;
  const std::size_t end = mention.end_word();
  const bool next_known =
      index + 1 < body.mentions.size() && body.mentions[index + 1].first_word == end;
  const bool goes_on = end + 1 < words.size() && end < dateline.end && !next_known &&
                       words[end].gap == Gap::kSpace && words[end].form == WordForm::kCapitals &&
                       words[end + 1].gap == Gap::kComma;
  const bool previous_known =
      index > 0 && body.mentions[index - 1].end_word() == mention.first_word;
  const bool goes_before = mention.first_word > dateline.first && !previous_known &&
                           words[mention.first_word].gap == Gap::kSpace;
  return goes_on || goes_before;
}

void mark_zones(PlacePart& title, PlacePart& body) {
  for (PlaceMention& mention : title.mentions) mention.zone = MentionZone::kTitle;
  const WordRange dateline = find_dateline_place(body.text);
  for (std::size_t i = 0; i < body.mentions.size(); ++i) {
    PlaceMention& mention = body.mentions[i];
    if (mention.first_word >= dateline.first && mention.end_word() <= dateline.end) {
      mention.zone = MentionZone::kDateline;
      const bool town = mention.name->meanings()[0].kind == PlaceKind::kCity;
      if (town && is_part_of_dateline_name(body, i, dateline)) mention.dropped = true;
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

// Places within a country, and "US".
bool is_told_by_small_letters(const PlacePart& part, const PlaceMention& mention) {
  const PlaceKind kind = mention.name->meanings()[0].kind;
  if (kind == PlaceKind::kCity || kind == PlaceKind::kState) return true;
  const PlaceWord& word = part.text.words[mention.first_word];
  return mention.word_count == 1 && !word.dotted && part.text.letters(word) == "us";
}

// Capitals make places of other words. "A SWAT team" is not in the valley of Swat; and in a title
// all in capitals, "ESSEX CORP", "SANTOS BID" or "LET US PRAY", they count only if the body names
// them too.
void drop_shouted_places(PlacePart& part, const PlacePart& body) {
  const bool shouted = is_shouted(part.text);
  for (PlaceMention& mention : part.mentions) {
    if (!is_told_by_small_letters(part, mention)) continue;
    if (mention.zone == MentionZone::kDateline || mention.settled) continue;
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

// True if nothing but a comma or "and" stands between a mention and the next.
bool is_listed_with(const PlaceText& text, const PlaceMention& mention, const PlaceMention& next) {
  const std::size_t end = mention.end_word();
  if (end == next.first_word) return text.words[end].gap == Gap::kComma;
  if (end + 1 != next.first_word) return false;
  const std::string_view word = text.letters(text.words[end]);
  return word == "and" || word == "or";
}

void append_mentions(std::vector<CountryMention>& mentions, const PlacePart& part) {
  std::size_t list_start = mentions.size();
  const PlaceMention* last = nullptr;
  for (const PlaceMention& place : part.mentions) {
    if (place.dropped || place.meaning == nullptr) continue;
    if (place.meaning->kind == PlaceKind::kNothing) continue;
    const double weight = weight_in_text(part, place);
    if (weight == 0) continue;
    const auto& words = part.text.words;
    const ByteRange range{words[place.first_word].range.start,
                          words[place.end_word() - 1].range.end};
    if (last == nullptr || !is_listed_with(part.text, *last, place)) list_start = mentions.size();
    last = &place;
    mentions.push_back({place.meaning->country, place.meaning->kind, place.zone, range, weight});
    const std::size_t listed = mentions.size() - list_start;
    for (std::size_t at = list_start; at < mentions.size(); ++at) mentions[at].listed = listed;
  }
}

void mark_venues(std::vector<CountryMention>& mentions, const PlaceText& title,
                 const PlaceText& body, std::string_view language) {
  const auto in_dateline = [](const CountryMention& mention) {
    return mention.zone == MentionZone::kDateline;
  };
  if (!std::any_of(mentions.begin(), mentions.end(), in_dateline)) return;
  if (!tells_of_encounter(title, body, language)) return;
  for (CountryMention& mention : mentions) mention.venue = in_dateline(mention);
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
  mark_venues(mentions, title_part.text, body_part.text, language);
  return mentions;
}

CountryFinding find_countries(std::string_view title, std::string_view body,
                              std::string_view language) {
  return weigh_mentions(find_mentions(title, body, language), body.size());
}

}  // namespace dateline
