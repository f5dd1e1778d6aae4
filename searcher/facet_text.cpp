#include "searcher/facet_text.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "common/text/display_width.h"

namespace dateline {
namespace {

constexpr std::size_t kValuesShown = 6;
constexpr std::size_t kNarrowestBlock = 30;  // columns
constexpr std::size_t kWidestBlock = 40;
constexpr std::size_t kGap = 3;
constexpr std::size_t kBarWidth = 8;

using Lines = std::vector<std::string>;

std::string padded(std::string text, std::size_t columns) {
  const auto width = static_cast<std::size_t>(display_width(text));
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

// A bar of up to kBarWidth columns in steps of an eighth; anything counted shows at least one step.
std::string bar(std::size_t count, std::size_t largest) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double share =
      static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(largest, 1));
  auto steps = static_cast<std::size_t>(std::lround(share * double{8 * kBarWidth}));
  if (steps == 0 && count > 0) steps = 1;
  std::string out;
  for (; steps >= 8; steps -= 8) out += "█";
  return padded(out + std::string(kEighths[steps]), kBarWidth);
}

// "country_year" as "Country × year".
std::string heading(std::string name) {
  if (const std::size_t both = name.find('_'); both != std::string::npos) {
    name.replace(both, 1, " × ");
  }
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
  }
  return name;
}

// " 12%", four columns and a blank; nothing if shares were not asked for.
std::string share_of(const FacetValue& value) {
  if (!value.of_all) return "";
  const double share = 100.0 * static_cast<double>(value.count) /
                       static_cast<double>(std::max<std::size_t>(*value.of_all, 1));
  const std::string percent =
      value.count > 0 && share < 1 ? "<1%" : std::to_string(std::lround(share)) + '%';
  return std::string(percent.size() < 4 ? 4 - percent.size() : 0, ' ') + percent + ' ';
}

std::string value_line(const FacetValue& value, std::size_t largest, std::size_t width,
                       const TextStyle& style) {
  const std::size_t count_width = std::to_string(largest).size();
  const std::string share = share_of(value);
  // Bar, count, share, mark and blanks.
  const std::size_t taken = kBarWidth + count_width + share.size() + 4;
  const std::size_t label_width = std::max(width, taken + 4) - taken;
  const std::string label = padded(shortened(value.label, label_width), label_width);
  const std::string count = std::to_string(value.count);
  return (value.selected ? "* " + inked(label, Ink::kMatch, style.emphasis) : "  " + label) + ' ' +
         std::string(count_width - count.size(), ' ') + count + ' ' + share +
         inked(bar(value.count, largest), Ink::kBar, style.emphasis);
}

// Every line of a block is `width` columns wide, so that blocks can stand side by side.
Lines block_of(const Facet& facet, std::size_t width, const TextStyle& style) {
  std::size_t largest = 0;
  for (const FacetValue& value : facet.values) largest = std::max(largest, value.count);
  Lines lines = {inked(padded("  " + heading(facet.name), width), Ink::kMatch, style.emphasis)};
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    if (i < kValuesShown || facet.values[i].selected) {
      lines.push_back(value_line(facet.values[i], largest, width, style));
    } else {
      ++left_out;
    }
  }
  if (left_out > 0) {
    const std::string more = "  " + std::to_string(left_out) + " more";
    lines.push_back(inked(padded(more, width), Ink::kAside, style.emphasis));
  }
  return lines;
}

void append_side_by_side(std::string& out, std::span<const Lines> blocks, std::size_t width) {
  std::size_t height = 0;
  for (const Lines& block : blocks) height = std::max(height, block.size());
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    for (const Lines& block : blocks) {
      line += row < block.size() ? block[row] : std::string(width, ' ');
      line.append(kGap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
}

}  // namespace

std::string facets_text(std::span<const Facet> facets, const TextStyle& style) {
  const std::size_t columns =
      std::max<std::size_t>(1, (style.width + kGap) / (kNarrowestBlock + kGap));
  const std::size_t room = (style.width + kGap) / columns;
  const std::size_t width =
      std::clamp(room > kGap ? room - kGap : room, kNarrowestBlock, kWidestBlock);
  std::vector<Lines> blocks;
  for (const Facet& facet : facets) {
    if (!facet.values.empty()) blocks.push_back(block_of(facet, width, style));
  }
  std::string out;
  for (std::size_t first = 0; first < blocks.size(); first += columns) {
    if (first > 0) out += '\n';
    const std::size_t count = std::min(columns, blocks.size() - first);
    append_side_by_side(out, std::span(blocks).subspan(first, count), width);
  }
  return out;
}

}  // namespace dateline
