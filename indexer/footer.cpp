#include "indexer/footer.h"

#include <algorithm>

#include "indexer/furniture.h"
#include "indexer/headline.h"
#include "indexer/lines.h"

namespace dateline {
namespace {

constexpr std::size_t kMostLines = 40;
constexpr std::size_t kMostLinesBelowRule = 14;
constexpr std::size_t kLongestBelowRule = 160;  // bytes
constexpr std::size_t kLinesWithFurnitureBetween = 12;

struct TailLine {
  ByteRange range;
  Furniture furniture = Furniture::kNone;
};

// The last lines of the article, the last one first.
std::vector<TailLine> last_lines(std::string_view text, ByteRange article) {
  std::vector<TailLine> lines;
  const std::string_view part = text.substr(0, article.end);
  std::size_t end = article.end;
  while (lines.size() < kMostLines && end > article.start) {
    const auto line = line_before(part, end);
    if (!line || line->start < article.start) break;
    lines.push_back({*line, furniture_of(slice(text, *line))});
    end = line->start;
  }
  return lines;
}

// A share button alone counts beside another piece of furniture.
bool is_furniture(const std::vector<TailLine>& lines, std::size_t at) {
  if (lines[at].furniture != Furniture::kButton) return lines[at].furniture != Furniture::kNone;
  const bool below = at > 0 && lines[at - 1].furniture != Furniture::kNone;
  const bool above = at + 1 < lines.size() && lines[at + 1].furniture != Furniture::kNone;
  return below || above;
}

// Number of lines, from the line `from` upwards, that are other articles' titles under their
// heading; 0 if there is no heading or it stands before byte `earliest`.
std::size_t lines_of_list(std::string_view text, const std::vector<TailLine>& lines,
                          std::size_t from, std::size_t earliest) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (lines[i].range.start < earliest) return 0;
    if (lines[i].furniture == Furniture::kListHeading) return i + 1 - from;
    const bool may_be_title =
        lines[i].furniture != Furniture::kNone || looks_like_headline(slice(text, lines[i].range));
    if (!may_be_title) return 0;
  }
  return 0;
}

// Number of lines from the end that stand below a rule ("--") and are a page's footer: short,
// none a sentence, at least one known for furniture; the rule counts too. 0 if there is no such
// rule. So the rest of a footer goes whose language has no list here.
std::size_t lines_below_rule(std::string_view text, const std::vector<TailLine>& lines) {
  bool betrayed = false;
  for (std::size_t i = 0; i < std::min(lines.size(), kMostLinesBelowRule); ++i) {
    const std::string_view line = slice(text, lines[i].range);
    if (lines[i].furniture == Furniture::kRule) return betrayed ? i + 1 : 0;
    const bool known = lines[i].furniture != Furniture::kNone;
    if (!known && (line.size() > kLongestBelowRule || line.ends_with('.'))) return 0;
    betrayed = betrayed || known || names_network(line);
  }
  return 0;
}

}  // namespace

Footer find_footer(std::string_view text, ByteRange article) {
  Footer footer{article.end, {}};
  const std::vector<TailLine> lines = last_lines(text, article);
  // A list's titles might be the article's own short lines: only its last two thirds may hold one.
  const std::size_t earliest_list = article.start + article.size() / 3;
  std::size_t passed = lines_below_rule(text, lines);
  while (passed < lines.size()) {
    std::size_t more = lines_of_list(text, lines, passed, earliest_list);
    if (more == 0 && is_furniture(lines, passed)) more = 1;
    if (more == 0) break;
    passed += more;
  }
  if (passed > 0) footer.start = lines[passed - 1].range.start;
  const std::size_t near_end = std::min(lines.size(), passed + kLinesWithFurnitureBetween);
  for (std::size_t i = near_end; i-- > passed;) {
    if (lines[i].furniture == Furniture::kLine) footer.dropped.push_back(lines[i].range);
  }
  return footer;
}

}  // namespace dateline
