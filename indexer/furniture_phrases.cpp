#include "indexer/furniture_phrases.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "common/data/tables.h"
#include "common/tsv.h"

namespace dateline {
namespace {

struct Opening {
  std::string_view words;
  bool blank_follows;
};

struct Phrases {
  std::unordered_map<std::string_view, unsigned> kinds;                 // a bit for each PhraseKind
  std::unordered_map<std::string_view, std::vector<Opening>> openings;  // by their first word
  std::vector<std::string_view> networks;
  std::size_t longest_heading = 0;
};

constexpr unsigned bit_of(PhraseKind kind) { return 1U << static_cast<unsigned>(kind); }

std::optional<PhraseKind> whole_phrase(std::string_view kind) {
  if (kind == "advertisement") return PhraseKind::kAdvertisement;
  if (kind == "button") return PhraseKind::kButton;
  if (kind == "heading") return PhraseKind::kHeading;
  if (kind == "line") return PhraseKind::kLine;
  return std::nullopt;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

Phrases read_phrases() {
  Phrases phrases;
  for (const auto& row : table_rows(furniture_tsv(), 2)) {
    const std::string_view words = row[1];
    if (const auto kind = whole_phrase(row[0])) {
      phrases.kinds[words] |= bit_of(*kind);
      if (kind == PhraseKind::kHeading) {
        phrases.longest_heading = std::max(phrases.longest_heading, words.size());
      }
    } else if (row[0] == "network") {
      phrases.networks.push_back(words);
    } else {
      phrases.openings[first_word(words)].push_back({words, row[0] == "opening_words"});
    }
  }
  return phrases;
}

const Phrases& phrases() {
  static const Phrases phrases = read_phrases();
  return phrases;
}

bool opens(const Opening& opening, std::string_view folded) {
  return folded.starts_with(opening.words) &&
         (!opening.blank_follows || folded.substr(opening.words.size()).starts_with(' '));
}

}  // namespace

bool is_furniture_phrase(std::string_view words, PhraseKind kind) {
  const auto found = phrases().kinds.find(words);
  return found != phrases().kinds.end() && (found->second & bit_of(kind)) != 0;
}

bool opens_furniture(std::string_view folded) {
  const auto found = phrases().openings.find(first_word(folded));
  if (found == phrases().openings.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const Opening& opening) { return opens(opening, folded); });
}

std::size_t longest_furniture_heading() { return phrases().longest_heading; }

std::span<const std::string_view> furniture_networks() { return phrases().networks; }

}  // namespace dateline
