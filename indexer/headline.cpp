#include "indexer/headline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "common/text/fold.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kShortestHeadline = 8;
constexpr std::size_t kLongestHeadline = 400;  // bytes
constexpr std::size_t kLongestRepetition = 2 * kLongestHeadline;
constexpr int kMostHeadlineWords = 32;
constexpr std::size_t kLongestSiteName = 60;

bool ends_with_any(std::string_view text, std::string_view all) {
  return !text.empty() && all.find(text.back()) != std::string_view::npos;
}

// "Wait..." is a headline, "Wait." is not.
bool ends_sentence(std::string_view line) {
  if (line.ends_with("...") || line.ends_with("…")) return false;
  if (ends_with_any(line, ".,;:")) return true;
  for (const std::string_view sign : {"。", "．", "，", "：", "।", "۔", "—", "–"}) {
    if (line.ends_with(sign)) return true;
  }
  return false;
}

// Letters and digits only, folded: what is left when sites disagree about punctuation.
std::string letters_of(std::string_view text) {
  const std::string folded = fold_letters(text);
  std::string out;
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t end = step(folded, at);
    if (is_letter_at(folded, at) || is_digit_at(folded, at)) out.append(folded, at, end - at);
    at = end;
  }
  return out;
}

// "Rhinos at risk | Daily News" -> "Rhinos at risk".
std::string_view without_site(std::string_view title) {
  std::size_t cut = title.size();
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " · "}) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string_view::npos && at >= kShortestHeadline) cut = std::min(cut, at);
  }
  return title.substr(0, cut);
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

// "Azernews.Az", "www.bbc.co.uk": one word of labels, the last of them letters.
bool is_address(std::string_view line) {
  const std::size_t dot = line.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || line.find(' ') != std::string_view::npos) {
    return false;
  }
  const std::string_view last = line.substr(dot + 1);
  const bool labels = std::all_of(line.begin(), line.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-';
  });
  const bool letters = std::all_of(last.begin(), last.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
  });
  return labels && letters && last.size() >= 2 && last.size() <= 6;
}

}  // namespace

int count_words(std::string_view line) {
  int words = 0;
  int ideographs = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto lead = static_cast<unsigned char>(line[at]);
    if (lead >= 0xE3 && lead < 0xEE) {
      ++ideographs;
      at += 3;
      continue;
    }
    TextCursor cursor(line, at);
    if (!cursor.take_word().empty()) {
      ++words;
      at = cursor.at();
      continue;
    }
    at = step(line, at);
  }
  return words + ideographs / 3;
}

bool looks_like_headline(std::string_view line) {
  if (line.size() < kShortestHeadline || line.size() > kLongestHeadline) return false;
  if (ends_sentence(line)) return false;
  const int words = count_words(line);
  return words >= 2 && words <= kMostHeadlineWords;
}

ComparedLine compared_line(std::string_view text) {
  ComparedLine compared{text, letters_of(text), {}};
  const std::string_view before_site = without_site(text);
  if (before_site.size() < text.size()) compared.before_site = letters_of(before_site);
  return compared;
}

bool repeats_title(const ComparedLine& line, const ComparedLine& title) {
  const std::string& own = line.letters;
  if (own.empty() || line.text.size() > kLongestRepetition) return false;
  if (own == title.letters || own == title.before_site) return true;
  // A search engine's title is cut: "Rhinos at ris ..."
  const bool cut = title.text.ends_with("...") || title.text.ends_with("…");
  return cut && title.letters.size() >= 20 && own.starts_with(title.letters) &&
         looks_like_headline(line.text);
}

bool repeats_title(std::string_view line, const ComparedLine& title) {
  if (title.text.empty() || line.size() > kLongestRepetition) return false;
  return repeats_title({line, letters_of(line), {}}, title);
}

bool names_site(std::string_view line, std::string_view source, std::string_view url) {
  // "CNN —" opens the story of a wire that sets its dateline apart.
  if (line.size() > kLongestSiteName || ends_sentence(line)) return false;
  if (is_address(line)) return true;
  const std::string name = letters_of(line);
  if (name.size() < 3) return false;
  if (name == letters_of(source)) return true;
  for (std::string_view host : {host_of(url), host_of(source)}) {
    host = host.substr(0, host.find('.'));
    if (!host.empty() && name == letters_of(host)) return true;
  }
  return false;
}

}  // namespace dateline
