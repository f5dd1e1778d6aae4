#include "indexer/ticker.h"

#include <algorithm>
#include <array>

#include "common/ascii_letters.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 18> kExchanges = {
    "NYSE", "NASDAQ", "AMEX", "OTC", "TSX", "TSXV", "TSE",      "LSE",   "ASX",
    "HKEX", "SEHK",   "SGX",  "NSE", "BSE", "FRA",  "EURONEXT", "XETRA", "JSE"};

// "NASDAQ: " at the end.
bool ends_with_exchange(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  if (before.empty() || before.back() != ':') return false;
  before.remove_suffix(1);
  return std::any_of(kExchanges.begin(), kExchanges.end(), [before](std::string_view exchange) {
    return before.size() >= exchange.size() &&
           before.substr(before.size() - exchange.size()) == exchange;
  });
}

// ".N>" or ".L)" at the start.
bool starts_with_exchange(std::string_view after) {
  if (after.empty() || after.front() != '.') return false;
  std::size_t at = 1;
  while (at < after.size() && at <= 3 && is_ascii_capital(after[at])) ++at;
  return at > 1 && at <= 3 && at < after.size() && (after[at] == '>' || after[at] == ')');
}

}  // namespace

bool is_ticker(std::string_view text, const ByteRange& word) {
  const std::string_view letters = slice(text, word);
  if (!std::all_of(letters.begin(), letters.end(), is_ascii_capital)) return false;
  const std::string_view before = text.substr(0, word.start);
  const std::string_view after = text.substr(word.end);
  if (before.empty()) return starts_with_exchange(after);
  const bool bracketed = before.back() == '<' && !after.empty() && after.front() == '>';
  return bracketed || before.back() == '$' || ends_with_exchange(before) ||
         starts_with_exchange(after);
}

}  // namespace dateline
