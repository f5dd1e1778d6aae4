#include "indexer/place_mention.h"

#include "indexer/ticker.h"
#include "indexer/world_gazetteer.h"

namespace dateline {
namespace {

// An English adjective in a text of another language is likelier one of that language's words:
// "German" is a Russian's given name, "Romano" an Italian's surname.
bool is_english_word(const PlaceName& name) {
  const PlaceKind kind = name.meanings().empty() ? PlaceKind::kNothing : name.meanings()[0].kind;
  return kind == PlaceKind::kDemonym || kind == PlaceKind::kInstitution ||
         kind == PlaceKind::kEvent || name.trust == NameTrust::kAfterComma;
}

std::optional<PlaceMatch> match_at(const PlaceText& text, std::size_t at, const Gazetteer* own,
                                   bool english) {
  std::optional<PlaceMatch> match;
  if (own != nullptr) match = own->longest_match(text, at);
  const auto world = world_gazetteer().longest_match(text, at);
  if (world && (!match || world->word_count > match->word_count) &&
      (english || !is_english_word(*world->name))) {
    match = world;
  }
  return match;
}

bool is_heading_style(const PlaceText& text) {
  std::size_t long_words = 0;
  std::size_t with_capital = 0;
  for (std::size_t i = 1; i < text.words.size(); ++i) {
    const PlaceWord& word = text.words[i];
    if (word.folded_size < 4 || word.form == WordForm::kNumber) continue;
    ++long_words;
    if (word.form != WordForm::kLower) ++with_capital;
  }
  return long_words > 0 && with_capital * 10 >= long_words * 7;
}

}  // namespace

PlacePart read_places(std::string_view text, const Gazetteer* own, std::string_view language) {
  PlacePart part;
  part.text = read_place_text(text);
  part.heading_style = is_heading_style(part.text);
  part.english = language == "en" || language == "und" || language.empty();
  for (std::size_t at = 0; at < part.text.words.size();) {
    std::optional<PlaceMatch> match;
    if (part.text.words[at].form != WordForm::kNumber) {
      match = match_at(part.text, at, own, part.english);
    }
    if (!match) {
      ++at;
      continue;
    }
    const PlaceWord& word = part.text.words[at];
    if (word.form == WordForm::kCapitals && match->word_count == 1 && is_ticker(text, word.range)) {
      ++at;
      continue;
    }
    PlaceMention mention;
    mention.first_word = at;
    mention.word_count = match->word_count;
    mention.name = match->name;
    part.mentions.push_back(mention);
    at += match->word_count;
  }
  return part;
}

}  // namespace dateline
