#include "indexer/byline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "common/text/letter_fold.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestByline = 120;
constexpr std::size_t kMostWords = 14;

// Before the name, folded.
constexpr std::array kByWords = std::to_array<std::string_view>(
    {"by",    "written by", "reported by", "story by", "von",     "par",     "por",    "di",
     "door",  "av",         "af",          "autor",    "autora",  "author",  "auteur", "autore",
     "автор", "авторка",    "текст",       "yazan",    "muəllif", "muellif", "haber",  "بقلم",
     "كتب",   "نویسنده",    "מאת",         "oleh",     "penulis", "tekst",   "text"});

// Small words between names and offices.
constexpr std::array kConnectors = std::to_array<std::string_view>(
    {"and", "und", "et", "y",   "e",   "i",  "и",   "та",  "ve",  "və",  "&",
     "de",  "da",  "do", "dos", "del", "di", "la",  "van", "von", "der", "den",
     "bin", "ibn", "al", "el",  "le",  "of", "for", "in",  "the", "en",  "at"});

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

// A bare "Sabina Mammadli" or "Vesna Ilieva, Skopje": two to four capitalised words before the
// comma, and no word all in capitals, which would be a heading.
bool is_bare_name(std::string_view line) {
  const std::size_t comma = line.find(',');
  const std::string_view name = line.substr(0, comma);
  const std::vector<std::string_view> words = words_of(name);
  if (words.size() < 2 || words.size() > 4 || !is_names(line)) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    const bool ends_like_name = std::isalpha(static_cast<unsigned char>(word.back())) != 0 ||
                                static_cast<unsigned char>(word.back()) >= 0x80 ||
                                word.back() == '.';
    return starts_with_capital(word) && ends_like_name;
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
  if (place == BylinePlace::kBesideDate && is_bare_name(line)) return name_of(line);
  return std::nullopt;
}

}  // namespace dateline
