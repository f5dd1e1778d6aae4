#include "searcher/verify/word_alignment.h"

#include <algorithm>
#include <functional>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> found;
  for (std::string word; in >> word;) found.push_back(word);
  return found;
}

// "a=a b- +x c=d": both, only wanted, only in the text, both but different.
std::string drawn(const std::string& wanted, const std::string& text, std::size_t most) {
  const auto left = words(wanted);
  const auto right = words(text);
  const auto alignment = align(left, right, most);
  if (!alignment) return "none";
  std::string out;
  for (const AlignedPair& pair : alignment->pairs) {
    if (!out.empty()) out += ' ';
    if (pair.wanted == AlignedPair::kNone) {
      out += '+' + right[pair.found];
    } else if (pair.found == AlignedPair::kNone) {
      out += left[pair.wanted] + '-';
    } else {
      out += left[pair.wanted] + '=' + right[pair.found];
    }
  }
  return out;
}

// Levenshtein's distance, straight from its definition.
std::size_t slow_distance(const std::vector<std::string>& left,
                          const std::vector<std::string>& right) {
  std::vector<std::vector<std::size_t>> table(left.size() + 1,
                                              std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)});
    }
  }
  return table[left.size()][right.size()];
}

}  // namespace

TEST_CASE("Words are aligned with the place that takes the fewest edits",
          "[searcher][word_alignment]") {
  CHECK(drawn("a b c", "x a b c y", 0) == "a=a b=b c=c");
  CHECK(drawn("a b c", "x a c y", 1) == "a=a b- c=c");
  CHECK(drawn("a b c d", "x a b z c d", 1) == "a=a b=b +z c=c d=d");
  CHECK(drawn("a b c", "x a z c y", 1) == "a=a b=z c=c");
  CHECK(drawn("a b c", "x a z c y", 0) == "none");
  CHECK(drawn("a b", "", 2) == "a- b-");
}

TEST_CASE("No place takes fewer edits than the one found", "[searcher][word_alignment]") {
  std::mt19937 random(51);
  const auto some = [&random](std::size_t most) {
    std::vector<std::string> text;
    for (auto more = random() % (most + 1); more > 0; --more) {
      text.emplace_back(1, static_cast<char>('a' + random() % 3));
    }
    return text;
  };
  for (int round = 0; round < 500; ++round) {
    const auto wanted = some(6);
    const auto text = some(10);
    std::size_t fewest = wanted.size();
    for (std::size_t begin = 0; begin <= text.size(); ++begin) {
      for (std::size_t end = begin; end <= text.size(); ++end) {
        const std::vector<std::string> part(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                            text.begin() + static_cast<std::ptrdiff_t>(end));
        fewest = std::min(fewest, slow_distance(wanted, part));
      }
    }
    const auto found = align(wanted, text, wanted.size());
    REQUIRE(found);
    CHECK(found->edits == fewest);
    const auto edits =
        std::count_if(found->pairs.begin(), found->pairs.end(), [&](const AlignedPair& pair) {
          return pair.wanted == AlignedPair::kNone || pair.found == AlignedPair::kNone ||
                 wanted[pair.wanted] != text[pair.found];
        });
    CHECK(static_cast<std::size_t>(edits) == fewest);
  }
}

}  // namespace dateline
