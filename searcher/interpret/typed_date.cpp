#include "searcher/interpret/typed_date.h"

namespace dateline {
namespace {

class DateReader {
 public:
  DateReader(std::string_view text, std::span<const TimeToken> tokens)
      : text_(text), tokens_(tokens) {}

  std::optional<Date> read(std::size_t& at) const {
    const auto year = year_at(at);
    const auto date = year ? std::optional(numeric_date(*year, at)) : named_date(at);
    if (date && at < tokens_.size() && word(at).follows_year) ++at;
    return date;
  }

 private:
  const TimeWord& word(std::size_t at) const { return TimeForms::known().word(tokens_[at].word); }

  std::optional<int> year_at(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].folded.size() != 4) return std::nullopt;
    const int number = tokens_[at].digits;
    return number >= 1800 && number <= 2100 ? std::optional(number) : std::nullopt;
  }

  // 2023-03-01, 2023-03 or 2023; only hyphens may stand between.
  Date numeric_date(int year, std::size_t& at) const {
    Date date{year, 0, 0};
    ++at;
    for (int Date::*const part : {&Date::month, &Date::day}) {
      if (at >= tokens_.size() || tokens_[at].folded.size() != 2) return date;
      const ByteRange gap{tokens_[at - 1].range.end, tokens_[at].range.start};
      if (slice(text_, gap) != "-" || tokens_[at].digits < 1) return date;
      Date longer = date;
      longer.*part = tokens_[at].digits;
      if (!is_valid(longer)) return date;
      date = longer;
      ++at;
    }
    return date;
  }

  std::optional<Date> named_date(std::size_t& at) const {
    std::size_t next = at;
    int day = 0;
    if (is_day(next)) {
      day = tokens_[next++].digits;
      skip_link(next);
    }
    if (next >= tokens_.size() || tokens_[next].month == 0) return std::nullopt;
    const int month = tokens_[next++].month;
    if (day == 0 && next < tokens_.size() && is_day(next) && tokens_[next].folded.size() <= 2) {
      day = tokens_[next++].digits;
    }
    skip_link(next);
    const auto year = year_at(next);
    if (!year || !is_valid({*year, month, day})) return std::nullopt;
    at = next + 1;
    return Date{*year, month, day};
  }

  bool is_day(std::size_t at) const { return tokens_[at].digits >= 1 && tokens_[at].digits <= 31; }

  void skip_link(std::size_t& next) const {
    if (next < tokens_.size() && word(next).links) ++next;
  }

  std::string_view text_;
  std::span<const TimeToken> tokens_;
};

}  // namespace

std::optional<Date> date_at(std::string_view text, std::span<const TimeToken> tokens,
                            std::size_t& at) {
  return DateReader(text, tokens).read(at);
}

}  // namespace dateline
