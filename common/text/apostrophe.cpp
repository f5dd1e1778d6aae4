#include "common/text/apostrophe.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 14> kFrench = {
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"};
constexpr std::array<std::string_view, 25> kItalian = {
    "c",    "d",    "l",    "m",    "n",     "s",     "t",    "v",  "un",
    "all",  "dall", "dell", "nell", "sull",  "coll",  "pell", "gl", "agl",
    "dagl", "degl", "negl", "sugl", "quest", "quell", "bell"};
constexpr std::array<std::string_view, 6> kCatalan = {"d", "l", "m", "n", "s", "t"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_elided(std::string_view before, std::string_view language) {
  if (language == "fr") return contains(kFrench, before);
  if (language == "it") return contains(kItalian, before);
  return language == "ca" && contains(kCatalan, before);
}

}  // namespace

std::string without_apostrophes(std::string_view folded, std::string_view language) {
  std::size_t apostrophe = folded.find('\'');
  if (apostrophe == std::string_view::npos) return std::string(folded);

  if (folded.size() > 2 && folded.ends_with("'s")) folded.remove_suffix(2);
  apostrophe = folded.find('\'');
  if (apostrophe != std::string_view::npos && apostrophe > 0) {
    const std::string_view after = folded.substr(apostrophe + 1);
    if (language == "tr" || language == "az") {
      folded = folded.substr(0, apostrophe);
    } else if (!after.empty() && is_elided(folded.substr(0, apostrophe), language)) {
      folded = after;
    }
  }
  std::string word(folded);
  std::erase(word, '\'');
  return word;
}

}  // namespace dateline
