#include "indexer/byline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "common/ascii_letters.h"
#include "common/text/fold.h"
#include "common/text/letters.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestByline = 120;
constexpr std::size_t kMostWords = 14;

// Before the name, folded.
constexpr std::array kByWords = std::to_array<std::string_view>(
    {"by",      "written by", "reported by", "story by", "von",     "par",    "por",    "di",
     "door",    "av",         "af",          "autor",    "autora",  "author", "auteur", "autore",
     "автор",   "авторка",    "текст",       "yazan",    "muellif", "haber",  "بقلم",   "كتب",
     "نویسنده", "מאת",        "oleh",        "penulis",  "tekst",   "text"});

// Small words between names and offices.
constexpr std::array kConnectors = std::to_array<std::string_view>(
    {"and", "und", "et",  "y",   "e",  "i",   "и",   "та",  "ve",  "&",   "de",
     "da",  "do",  "dos", "del", "di", "la",  "van", "von", "der", "den", "bin",
     "ibn", "al",  "el",  "le",  "of", "for", "in",  "the", "en",  "at"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (words.size() <= kMostWords) {
    const std::size_t start = text.find_first_not_of(" \t", at);
    if (start == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t", start), text.size());
    words.push_back(text.substr(start, at - start));
  }
  return words;
}

std::string_view without_trailing(std::string_view word, std::string_view marks) {
  const std::size_t last = word.find_last_not_of(marks);
  return last == std::string_view::npos ? std::string_view{} : word.substr(0, last + 1);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Scripts without capitals write names like any word; there only a by-word makes a byline.
bool is_caseless(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return first >= 0xD6 && first < 0xF0;
}

// "Aisha Jabbarova", "J. K. Smith and Ana de Souza, Reuters". Every word begins with a capital
// or joins names; a full stop only after an initial.
bool is_names(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || words.size() > kMostWords || has_digit(text)) return false;
  bool any_name = false;
  for (const std::string_view written : words) {
    const std::string_view word = without_trailing(written, ",;");
    if (word.empty()) return false;
    if (contains(kConnectors, fold_letters(word)) && !starts_with_capital(word)) continue;
    if (!starts_with_capital(word) && !is_caseless(word)) return false;
    if (word.ends_with('.') && word.size() > 4) return false;
    any_name = true;
  }
  return any_name;
}

bool is_all_capitals(std::string_view word) {
  return word.size() >= 3 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::any_of(word.begin(), word.end(), is_ascii_capital);
}

// A bare "Sabina Mammadli", "Vesna Ilieva, Skopje" or "Vesna Ilieva and Marko Petrov": two or
// three capitalised words for each person. "USA TODAY Sports" mixes capitals as no name does.
bool is_bare_name(std::string_view line) {
  if (!is_names(line)) return false;
  int in_name = 0;
  int capitals = 0;
  int words = 0;
  bool after_comma = false;
  for (const std::string_view written : words_of(line)) {
    const std::string_view word = without_trailing(written, ",;");
    const std::string folded = fold_letters(word);
    const bool joins = folded == "and" || folded == "und" || folded == "et" || folded == "y" ||
                       folded == "и" || folded == "ve" || folded == "&";
    if (joins && !after_comma && in_name < 2) return false;
    if (joins) {
      in_name = 0;
      continue;
    }
    ++words;
    capitals += is_all_capitals(word) ? 1 : 0;
    if (after_comma || contains(kConnectors, folded)) continue;
    if (std::string_view(":!?\"").find(word.back()) != std::string_view::npos) return false;
    if (++in_name > 3) return false;
    if (word.size() < written.size()) {
      if (in_name < 2) return false;
      after_comma = true;
    }
  }
  return (after_comma || in_name >= 2) && (capitals == 0 || capitals == words);
}

// A name in a script without capitals: two or three words and nothing else.
bool is_bare_caseless_name(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  if (words.size() < 2 || words.size() > 3 || line.size() > 50 || has_digit(line)) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_caseless(word) && word.find_first_of(".,:;!?-/\"") == std::string_view::npos;
  });
}

// "By Ann Lee, Reuters | Baku" -> "Ann Lee".
std::string name_of(std::string_view names) {
  names = names.substr(0, names.find_first_of(",|/("));
  for (const std::string_view dash : {" - ", " – ", " — "}) {
    names = names.substr(0, names.find(dash));
  }
  return std::string(without_trailing(names, " \t"));
}

// What follows the by-word; empty if the line does not begin with one.
std::string_view after_by_word(std::string_view line) {
  const std::size_t colon = line.find(':');
  for (const std::size_t end : {colon, line.find(' '), line.find(' ', line.find(' ') + 1)}) {
    if (end == std::string_view::npos || end == 0) continue;
    if (!contains(kByWords, fold_letters(line.substr(0, end)))) continue;
    const std::string_view rest = line.substr(end + 1);
    const std::size_t start = rest.find_first_not_of(" \t:");
    return start == std::string_view::npos ? std::string_view{} : rest.substr(start);
  }
  return {};
}

}  // namespace

std::optional<std::string> author_in_byline(std::string_view line, BylinePlace place) {
  if (line.empty() || line.size() > kLongestByline) return std::nullopt;
  const std::string_view names = after_by_word(line);
  if (!names.empty() && is_names(names)) return name_of(names);
  const bool bare = is_bare_name(line) || is_bare_caseless_name(line);
  if (place == BylinePlace::kBesideDate && bare) return name_of(line);
  return std::nullopt;
}

}  // namespace dateline
