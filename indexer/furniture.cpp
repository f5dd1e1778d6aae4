#include "indexer/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "common/text/fold.h"
#include "indexer/furniture_phrases.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestLine = 240;
constexpr std::string_view kBlanks = " \t";

bool contains(std::span<const std::string_view> phrases, std::string_view text) {
  return std::find(phrases.begin(), phrases.end(), text) != phrases.end();
}

// Takes the last word off `text`; empty when none is left.
std::string_view take_last_word(std::string_view& text) {
  const std::size_t last = text.find_last_not_of(kBlanks);
  if (last == std::string_view::npos) return text = {};
  const std::size_t before = text.find_last_of(kBlanks, last);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view word = text.substr(start, last + 1 - start);
  text = text.substr(0, start);
  return word;
}

bool all_digits(std::string_view word) {
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Parts of a text size control: "+ ↺ − 16 px", "A- A A+".
bool is_widget_word(std::string_view word) {
  constexpr std::array kParts = std::to_array<std::string_view>(
      {"+", "-",  "−",  "–",  "|",  "↺",  "⟲",  "⟳",  "↻",  "px", "pt", "A",
       "a", "A+", "A-", "A−", "a+", "a-", "aA", "Aa", "AA", "А",  "А+", "А-"});
  if (contains(kParts, word) || all_digits(word)) return true;
  return word.size() > 2 && word.ends_with("px") && all_digits(word.substr(0, word.size() - 2));
}

// A control betrays itself by its unit, its reset arrow or its pair of letters.
bool betrays_widget(std::string_view word) {
  constexpr std::array kSigns = std::to_array<std::string_view>(
      {"↺", "⟲", "⟳", "↻", "px", "A+", "A-", "A−", "a+", "a-", "А+", "А-"});
  return contains(kSigns, word) || (word.ends_with("px") && is_widget_word(word));
}

// Cuts the line where the remains of a control begin that reach to its end.
std::string_view cut_widget(std::string_view line) {
  std::string_view rest = line;
  bool betrayed = false;
  int words = 0;
  std::string_view before = rest;
  while (words < 8) {
    const std::string_view word = take_last_word(rest);
    if (word.empty() || !is_widget_word(word)) break;
    betrayed = betrayed || betrays_widget(word);
    before = rest;
    ++words;
  }
  return betrayed && words >= 2 ? before : line;
}

bool is_rule(std::string_view line) {
  std::size_t signs = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (kBlanks.find(line[i]) != std::string_view::npos) continue;
    const bool ascii_sign = std::string_view("-_=*~.#").find(line[i]) != std::string_view::npos;
    const bool dash = line.substr(i, 2) == "\xE2\x80" || line.substr(i, 2) == "\xE2\x94";
    if (!ascii_sign && !dash) return false;
    if (dash) i += 2;
    ++signs;
  }
  return signs >= 2 || line == "—" || line == "–";
}

// The folded line without the arrows, counts and marks around its words.
std::string_view bare_words(std::string_view folded) {
  const auto is_edge = [](char c) {
    return std::string_view(" \t.,:;!?|()[]<>+-*/\\#0123456789").find(c) != std::string_view::npos;
  };
  bool changed = true;
  while (changed && !folded.empty()) {
    changed = false;
    if (is_edge(folded.front())) {
      folded.remove_prefix(1);
      changed = true;
    } else if (is_edge(folded.back())) {
      folded.remove_suffix(1);
      changed = true;
    }
    if (folded.empty() || ((folded.front() | folded.back()) & 0x80) == 0) continue;
    for (const std::string_view sign : {"»", "«", "›", "‹", "→", "▶", "►", "▼", "•", "·", "…"}) {
      if (folded.starts_with(sign)) folded.remove_prefix(sign.size());
      if (folded.ends_with(sign)) folded.remove_suffix(sign.size());
    }
  }
  return folded;
}

// Words of the line that stand on share buttons, if all of them do; else 0.
int buttons_in(std::string_view folded) {
  int buttons = 0;
  while (true) {
    const std::string_view word = take_last_word(folded);
    if (word.empty()) return buttons;
    if (is_furniture_phrase(word, PhraseKind::kButton)) {
      ++buttons;
    } else if (word != "|" && word != "·" && word != "•") {
      return 0;
    }
  }
}

// "Latest See more", "Neueste Meldungen Mehr anzeigen": a heading and the link beside it.
bool is_heading_with_link(std::string_view words) {
  const std::size_t longest = std::min(words.size(), longest_furniture_heading() + 1);
  for (std::size_t blank = words.find(' '); blank < longest; blank = words.find(' ', blank + 1)) {
    if (is_furniture_phrase(words.substr(0, blank), PhraseKind::kHeading) &&
        is_furniture_phrase(bare_words(words.substr(blank)), PhraseKind::kLine)) {
      return true;
    }
  }
  return false;
}

// "Follow Anna Kotova on Twitter: @anna": an invitation, not a sentence of the article.
bool invites_to_follow(std::string_view folded) {
  if (!folded.starts_with("follow ")) return false;
  const bool names_network = folded.find(" on twitter") != std::string_view::npos ||
                             folded.find(" on facebook") != std::string_view::npos ||
                             folded.find(" on instagram") != std::string_view::npos ||
                             folded.find(" on telegram") != std::string_view::npos;
  return names_network && folded.size() <= 120;
}

}  // namespace

Furniture furniture_of(std::string_view line) {
  if (line.size() > kLongestLine) return Furniture::kNone;
  if (is_rule(line)) return Furniture::kRule;
  if (cut_widget(line).find_first_not_of(kBlanks) == std::string_view::npos) {
    return Furniture::kWidget;
  }
  const std::string folded = fold_letters(line);
  const std::string_view words = bare_words(folded);
  if (is_furniture_phrase(words, PhraseKind::kAdvertisement)) return Furniture::kWidget;
  if (is_furniture_phrase(words, PhraseKind::kHeading) || is_heading_with_link(words)) {
    return Furniture::kListHeading;
  }
  if (is_furniture_phrase(words, PhraseKind::kLine)) return Furniture::kLine;
  if (const int buttons = buttons_in(folded); buttons > 0) {
    return buttons == 1 ? Furniture::kButton : Furniture::kLine;
  }
  return opens_furniture(folded) || invites_to_follow(folded) ? Furniture::kLine : Furniture::kNone;
}

bool names_network(std::string_view line) {
  const std::size_t at = line.find('@');
  const bool handle = at != std::string_view::npos && at + 1 < line.size() &&
                      (at == 0 || line[at - 1] == ' ') && line[at + 1] != ' ';
  if (handle) return true;
  const std::string folded = fold_letters(line);
  const auto networks = furniture_networks();
  return std::any_of(networks.begin(), networks.end(), [&](std::string_view network) {
    return folded.find(network) != std::string::npos;
  });
}

std::string_view without_widget_at_end(std::string_view line) { return cut_widget(line); }

}  // namespace dateline
