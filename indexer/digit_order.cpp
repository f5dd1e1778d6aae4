#include "indexer/digit_order.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"

namespace dateline {
namespace {

// The region of "en-GB" or "en_US", folded; empty if there is none.
std::string region_of(std::string_view language_tag) {
  const std::size_t separator = language_tag.find_last_of("-_");
  if (separator == std::string_view::npos || language_tag.size() - separator != 3) return {};
  return fold_letters(language_tag.substr(separator + 1));
}

// The country code that ends the host's name; empty if it ends in a general domain.
std::string country_of_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  const std::string_view host = url.substr(0, url.find_first_of("/?#:"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || host.size() - dot != 3) return {};
  return fold_letters(host.substr(dot + 1));
}

DigitOrder order_in(std::string_view region) {
  // Countries that put the month first, or use both orders.
  constexpr std::array kMonthFirst = std::to_array<std::string_view>({"us", "ph", "fm", "pw"});
  constexpr std::array kBoth = std::to_array<std::string_view>(
      {"ca", "ke", "gh", "za", "io", "co", "tv", "me", "ai", "gg", "fm"});
  const auto has = [&](const auto& list) {
    return std::find(list.begin(), list.end(), region) != list.end();
  };
  if (region.empty() || has(kBoth)) return DigitOrder::kUnknown;
  return has(kMonthFirst) ? DigitOrder::kMonthFirst : DigitOrder::kDayFirst;
}

// Who writes "18 May 2021" writes 18/05/2021, who writes "May 18, 2021" writes 05/18/2021.
DigitOrder order_of_names(std::span<const DateMention> siblings) {
  DigitOrder order = DigitOrder::kUnknown;
  for (const DateMention& sibling : siblings) {
    if (sibling.named_order == DigitOrder::kUnknown || sibling.date.year == 0) continue;
    if (order != DigitOrder::kUnknown && order != sibling.named_order) return DigitOrder::kUnknown;
    order = sibling.named_order;
  }
  return order;
}

}  // namespace

DigitOrder digit_order_of(const Record& record, std::string_view language,
                          std::span<const DateMention> siblings) {
  for (const DateMention& sibling : siblings) {
    if (sibling.order != DigitOrder::kUnknown) return sibling.order;
  }
  for (const std::string& region : {region_of(record.language), country_of_host(record.url)}) {
    if (const DigitOrder order = order_in(region); order != DigitOrder::kUnknown) return order;
  }
  const bool both = language.empty() || language == "en" || language == "und" ||
                    language == "fil" || language == "tl";
  return both ? order_of_names(siblings) : DigitOrder::kDayFirst;
}

std::optional<Date> settle(const DateMention& mention, DigitOrder order) {
  if (!mention.swapped) return mention.date;
  if (mention.weekday != 0) {
    const bool day_first = iso_weekday(mention.date) == mention.weekday;
    const bool month_first = iso_weekday(*mention.swapped) == mention.weekday;
    if (day_first != month_first) return day_first ? mention.date : *mention.swapped;
  }
  if (order == DigitOrder::kUnknown) return std::nullopt;
  return order == DigitOrder::kDayFirst ? mention.date : *mention.swapped;
}

}  // namespace dateline
