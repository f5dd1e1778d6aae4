#include "searcher/verify/word_alignment.h"

#include <algorithm>
#include <cstdint>

namespace dateline {
namespace {

enum class Step : std::uint8_t { kBoth, kOnlyWanted, kOnlyText };

}  // namespace

std::optional<WordAlignment> align(std::span<const std::string> wanted,
                                   std::span<const std::string> text, std::size_t most) {
  const std::size_t width = text.size() + 1;
  std::vector<Step> steps((wanted.size() + 1) * width, Step::kBoth);
  std::vector<std::size_t> last(width, 0), row(width);
  for (std::size_t i = 1; i <= wanted.size(); ++i) {
    row[0] = i;
    steps[i * width] = Step::kOnlyWanted;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t both = last[j - 1] + (wanted[i - 1] == text[j - 1] ? 0 : 1);
      const std::size_t only_wanted = last[j] + 1;
      const std::size_t only_text = row[j - 1] + 1;
      row[j] = std::min({both, only_wanted, only_text});
      steps[i * width + j] = row[j] == both          ? Step::kBoth
                             : row[j] == only_wanted ? Step::kOnlyWanted
                                                     : Step::kOnlyText;
    }
    std::swap(last, row);
  }
  const auto best = std::min_element(last.begin(), last.end());
  if (*best > most) return std::nullopt;
  WordAlignment alignment{*best, {}};
  auto j = static_cast<std::size_t>(best - last.begin());
  for (std::size_t i = wanted.size(); i > 0;) {
    const Step step = steps[i * width + j];
    AlignedPair pair;
    if (step != Step::kOnlyText) pair.wanted = --i;
    if (step != Step::kOnlyWanted) pair.found = --j;
    alignment.pairs.push_back(pair);
  }
  std::reverse(alignment.pairs.begin(), alignment.pairs.end());
  return alignment;
}

}  // namespace dateline
