#include "indexer/encounter.h"

#include <algorithm>
#include <map>
#include <vector>

#include "common/data/tables.h"
#include "common/tsv.h"

namespace dateline {
namespace {

constexpr std::size_t kSearchedWords = 60;

using Words = std::vector<std::string_view>;

std::map<std::string_view, Words> read_words() {
  std::map<std::string_view, Words> words;
  for (const auto& row : table_rows(encounter_words_tsv(), 2)) words[row[0]] = split_list(row[1]);
  return words;
}

const Words* words_of(std::string_view language) {
  static const std::map<std::string_view, Words> words = read_words();
  const auto found = words.find(language.empty() || language == "und" ? "en" : language);
  return found != words.end() ? &found->second : nullptr;
}

// "negotiat-" is how a word starts.
bool is_word_of(std::string_view listed, std::string_view letters) {
  if (listed.back() != '-') return letters == listed;
  listed.remove_suffix(1);
  return letters.substr(0, listed.size()) == listed;
}

bool has_word(const PlaceText& text, const Words& words) {
  const std::size_t count = std::min(text.words.size(), kSearchedWords);
  for (std::size_t at = 0; at < count; ++at) {
    const PlaceWord& word = text.words[at];
    // Without spaces between words every letter is one; the listed word may start at any of them.
    const bool unspaced = word.form == WordForm::kUncased && word.folded_size <= 4;
    const std::string_view letters =
        unspaced ? std::string_view(text.folded).substr(word.folded_at) : text.letters(word);
    const bool found = std::any_of(words.begin(), words.end(), [&](std::string_view listed) {
      return unspaced ? letters.substr(0, listed.size()) == listed : is_word_of(listed, letters);
    });
    if (found) return true;
  }
  return false;
}

}  // namespace

bool tells_of_encounter(const PlaceText& title, const PlaceText& body, std::string_view language) {
  const Words* words = words_of(language);
  return words != nullptr && (has_word(title, *words) || has_word(body, *words));
}

}  // namespace dateline
