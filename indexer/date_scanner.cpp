// One pass over the text that wakes at the first digit of each number. A date needs a number, so
// nothing else is looked at. Where date_forms.h reads a date, the neighbourhood is asked for a
// weekday and a time of day, on both sides. Every look is bounded by the longest word and a handful
// of blanks, so the pass is linear on any input.
#include "indexer/date_scanner.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "indexer/date_parts.h"
#include "indexer/text_cursor.h"
#include "indexer/wall_time_reader.h"

namespace dateline {
namespace {

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view language) : text_(text), language_(language) {}

  std::vector<DateMention> run();

 private:
  bool reaches_into(std::size_t at) const;
  void remember_time(std::size_t at);
  DateMention with_neighbours(const WrittenDate& written) const;
  void add_weekday_before(DateMention& mention) const;
  void add_weekday_after(DateMention& mention) const;
  void add_time(DateMention& mention) const;

  std::string_view text_;
  DateLanguage language_;
  std::size_t last_end_ = 0;  // no mention begins before this
  WallTime last_time_;        // the last time of day passed, for "17:50, 18 May 2021"
  ByteRange last_time_range_;
};

void Scanner::add_weekday_before(DateMention& mention) const {
  std::string_view word = word_before(text_, mention.span.start);
  if (word.empty()) return;
  // "Tue." and "вторник," end in a mark that is not part of the name.
  const auto start = static_cast<std::size_t>(word.data() - text_.data());
  if (start < last_end_) return;
  const int weekday = language_.names.weekday(word);
  if (weekday == 0) return;
  mention.weekday = weekday;
  mention.span.start = start;
}

void Scanner::add_weekday_after(DateMention& mention) const {
  if (mention.weekday != 0) return;
  TextCursor cursor(text_, mention.span.end);
  cursor.take_any(",");
  cursor.skip_blanks();
  bool opened = cursor.take_any("([") != 0;
  opened = opened || cursor.take("（");
  const std::string_view word = cursor.take_word();
  const int weekday = word.empty() ? 0 : language_.names.weekday(word);
  if (weekday == 0) return;
  if (opened && cursor.take_any(")]") == 0 && !cursor.take("）")) return;
  mention.weekday = weekday;
  mention.span.end = cursor.at();
}

void Scanner::add_time(DateMention& mention) const {
  if (const auto reading = read_wall_time_after_date(text_, mention.span.end)) {
    mention.time = reading->time;
    mention.span.end = reading->end;
    return;
  }
  if (last_time_range_.end == 0 || last_time_range_.start < last_end_) return;
  const std::size_t gap_start = last_time_range_.end;
  if (gap_start > mention.span.start || mention.span.start - gap_start > 6) return;
  const std::string_view gap = text_.substr(gap_start, mention.span.start - gap_start);
  const std::string folded = fold_letters(gap);
  const bool joined = std::all_of(folded.begin(), folded.end(), [](char c) {
    return std::string_view(" ,|-/\t").find(c) != std::string_view::npos;
  });
  constexpr std::array kJoints =
      std::to_array<std::string_view>({" on ", ", on ", " · ", " • ", " – ", " — ", " / "});
  if (!joined && std::find(kJoints.begin(), kJoints.end(), folded) == kJoints.end()) return;
  mention.time = last_time_;
  mention.span.start = last_time_range_.start;
}

DateMention Scanner::with_neighbours(const WrittenDate& written) const {
  DateMention mention;
  mention.date = written.date;
  mention.swapped = written.swapped;
  mention.order = written.order;
  mention.named_order = written.named_order;
  mention.span = {written.start, written.end};
  add_weekday_before(mention);
  add_weekday_after(mention);
  add_time(mention);
  return mention;
}

void Scanner::remember_time(std::size_t at) {
  const auto reading = read_wall_time(text_, at);
  if (!reading) return;
  last_time_ = reading->time;
  last_time_range_ = {at, reading->end};
}

// "1.18.05.2021" and "12-2023-03-01" are no dates: what stands before the number at `at` must not
// be one that goes on in it.
bool Scanner::reaches_into(std::size_t at) const {
  return at > last_end_ + 1 && is_digit_before(text_, at - 1) &&
         std::string_view("./-").find(text_[at - 1]) != std::string_view::npos;
}

std::vector<DateMention> Scanner::run() {
  std::vector<DateMention> mentions;
  std::size_t at = next_digit(text_, 0);
  while (at < text_.size()) {
    const auto written =
        reaches_into(at) ? std::nullopt : read_date_at(text_, at, last_end_, language_);
    if (written) {
      mentions.push_back(with_neighbours(*written));
      last_end_ = at = mentions.back().span.end;
    } else {
      if (last_time_range_.end <= at) remember_time(at);
      at = end_of_digits(text_, at);
    }
    at = next_digit(text_, at);
  }
  return mentions;
}

}  // namespace

std::vector<DateMention> scan_dates(std::string_view text, std::string_view language) {
  return Scanner(text, language).run();
}

}  // namespace dateline
