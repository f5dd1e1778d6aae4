// One pass over the dates of the text, then one over the candidates for what they are to each
// other.
#include "indexer/text_dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/date_line.h"
#include "indexer/date_setting.h"
#include "indexer/digit_order.h"
#include "indexer/lines.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kScannedBytes = 256UL * 1024;
constexpr std::size_t kMostDates = 1'000;
constexpr int kFirstYearOfWeb = 1990;
constexpr std::size_t kEarlyBytes = 1'000;
constexpr std::size_t kDeepBytes = 12'000;
constexpr std::size_t kTailBytes = 300;
constexpr std::size_t kShortestProse = 120;  // bytes of a line
constexpr std::size_t kText = 350;      // bytes of prose without another day: an article's body
constexpr std::size_t kShortGap = 160;  // entries of a list are closer
constexpr std::size_t kPairGap = 12;    // "15 April 2016, 4 March 2017"
constexpr std::size_t kListedLines = 5;
constexpr std::size_t kMostRepetitions = 3;

bool is_day(const Date& date) { return date.precision() == DatePrecision::kDay; }

bool is_range(std::string_view between) {
  return between.find('-') != std::string_view::npos || between.find("–") != std::string_view::npos;
}

bool has_four_digits(std::string_view words) {
  int digits = 0;
  for (std::size_t at = 0; at < words.size() && digits < 4;) {
    digits = is_digit_at(words, at) ? digits + 1 : 0;
    at = step(words, at);
  }
  return digits >= 4;
}

// How much of a text is prose: its long lines. A page without line ends counts as a whole.
class ProseMeter {
 public:
  explicit ProseMeter(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size()) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      if (end - start >= kShortestProse) lines_.push_back({{start, end}, total_});
      if (end - start >= kShortestProse) total_ += end - start;
      start = end + 1;
    }
  }

  // Bytes of prose between two places of the text.
  std::size_t between(std::size_t start, std::size_t end) const {
    return before(end) - before(start);
  }

 private:
  struct Line {
    ByteRange range;
    std::size_t before = 0;  // bytes of prose above it
  };

  std::size_t before(std::size_t at) const {
    const auto next = std::upper_bound(
        lines_.begin(), lines_.end(), at,
        [](std::size_t place, const Line& line) { return place < line.range.start; });
    if (next == lines_.begin()) return 0;
    const Line& line = *(next - 1);
    return line.before + std::min(at, line.range.end) - line.range.start;
  }

  std::vector<Line> lines_;
  std::size_t total_ = 0;
};

class Collector {
 public:
  Collector(const Record& record, const Layout& layout, std::string_view language)
      : layout_(layout),
        text_(std::string_view(record.text).substr(0, boundary_before(record.text, kScannedBytes))),
        language_(language),
        prose_(text_) {
    mentions_ = scan_dates(text_, language_);
    order_ = digit_order_of(record, language, mentions_);
    std::erase_if(mentions_, [](const DateMention& mention) { return mention.date.year == 0; });
    if (mentions_.size() > kMostDates) mentions_.resize(kMostDates);
    find_headline();
  }

  std::vector<DateCandidate> collect() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) add(i);
    relate_header_day();
    relate_all();
    return std::move(candidates_);
  }

 private:
  void find_headline();
  void move_to_line_of(const ByteRange& span);
  DateSetting setting_of(std::size_t index) const;
  void add_wording(const DateMention& mention, DateCandidate& candidate) const;
  void add_place(DateCandidate& candidate);
  void add_gaps(std::size_t index, CueSet& cues);
  void add(std::size_t index);
  std::vector<DateCandidate>::iterator own_day();
  void relate_header_day();
  void relate_all();

  const Layout& layout_;
  std::string_view text_;
  std::string_view language_;
  ProseMeter prose_;
  DigitOrder order_ = DigitOrder::kUnknown;
  std::vector<DateMention> mentions_;
  std::vector<DateCandidate> candidates_;
  std::size_t headline_ = 0;  // index in the head of the headline's first line; its size if none
  ByteRange line_;            // the one of the current mention, without blanks
  ByteRange line_above_;
  bool on_date_line_ = false;
  std::size_t next_line_ = 0;  // byte where the search for the next line goes on
  std::size_t head_at_ = 0;    // index of the current mention's line in the head, or its size
  std::size_t date_lines_ = 0;
  bool text_followed_ = false;  // a mention before this one had an article's text after it
};

void Collector::find_headline() {
  const auto found =
      std::find_if(layout_.head.begin(), layout_.head.end(),
                   [](const HeadLine& line) { return line.kind == LineKind::kHeadline; });
  headline_ = static_cast<std::size_t>(found - layout_.head.begin());
}

void Collector::move_to_line_of(const ByteRange& span) {
  while (next_line_ <= span.start) {
    const std::size_t end = std::min(text_.find('\n', next_line_), text_.size());
    const ByteRange line = trim(text_, {next_line_, end});
    next_line_ = end + 1;
    const bool holds_mention = end > span.start;
    if (line.empty() && !holds_mention) continue;
    line_above_ = line_;
    line_ = line;
    if (!holds_mention) continue;
    on_date_line_ = is_date_line(slice(text_, line_), language_);
    if (on_date_line_) ++date_lines_;
  }
}

DateSetting Collector::setting_of(std::size_t index) const {
  const ByteRange& span = mentions_[index].span;
  std::size_t start = std::min(line_.start, span.start);
  if (index > 0) start = std::max(start, mentions_[index - 1].span.end);
  std::size_t end = std::max(line_.end, span.end);
  if (index + 1 < mentions_.size()) end = std::min(end, mentions_[index + 1].span.start);
  DateSetting setting;
  setting.before = slice(text_, trim(text_, {start, span.start}));
  setting.after = slice(text_, trim(text_, {span.end, end}));
  setting.line_above = slice(text_, line_above_);
  setting.line_bytes = line_.size();
  setting.on_date_line = on_date_line_;
  return setting;
}

void Collector::add_wording(const DateMention& mention, DateCandidate& candidate) const {
  CueSet& cues = candidate.cues;
  const bool fits = is_day(candidate.date) && mention.weekday == iso_weekday(candidate.date);
  cues.add(DateCue::kTimed, mention.time.has_value());
  cues.add(DateCue::kWeekday, fits && !mention.time);
  cues.add(DateCue::kWrongWeekday, is_day(candidate.date) && mention.weekday != 0 && !fits);
  cues.add(DateCue::kDigits, mention.named_order == DigitOrder::kUnknown);
  cues.add(DateCue::kOrderAssumed, mention.swapped.has_value());
  cues.add(DateCue::kShortYear, !has_four_digits(slice(text_, mention.span)));
  cues.add(DateCue::kOld, candidate.date.year < kFirstYearOfWeb);
  const auto [start, end] = mention.span;
  const bool after_slash = start > 0 && text_[start - 1] == '/';
  const bool before_slash = end < text_.size() && text_[end] == '/';
  cues.add(DateCue::kAddress, after_slash || before_slash);
}

void Collector::add_place(DateCandidate& candidate) {
  CueSet& cues = candidate.cues;
  const ByteRange& span = candidate.span;
  const auto& head = layout_.head;
  while (head_at_ < head.size() && head[head_at_].range.end <= span.start) ++head_at_;
  const bool in_head = head_at_ < head.size() && head[head_at_].range.start <= span.start;
  if (in_head && head[head_at_].kind == LineKind::kDate) {
    const bool above = headline_ < head.size() && head_at_ < headline_;
    cues.add(above ? DateCue::kHeader : DateCue::kHead);
  }
  cues.add(DateCue::kFirstLine, on_date_line_ && date_lines_ == 1);
  cues.add(DateCue::kEarly, span.start < kEarlyBytes);
  cues.add(DateCue::kDeep, span.start >= kDeepBytes);
  cues.add(DateCue::kTail, text_.size() - span.end < kTailBytes);
}

// Repetitions of a day do not end a text and are no list.
void Collector::add_gaps(std::size_t index, CueSet& cues) {
  const Date& own = mentions_[index].date;
  const ByteRange& span = mentions_[index].span;
  std::size_t first = index;
  while (first > 0 && mentions_[first - 1].date == own && index - first < kMostRepetitions) --first;
  std::size_t next = index + 1;
  while (next < mentions_.size() && mentions_[next].date == own &&
         next - index <= kMostRepetitions) {
    ++next;
  }
  const bool is_first = first == 0;
  const bool is_last = next == mentions_.size();
  const std::size_t before = is_first ? 0 : mentions_[first - 1].span.end;
  const std::size_t after = is_last ? text_.size() : mentions_[next].span.start;
  const std::size_t gap_before = span.start - before;
  const std::size_t gap_after = after - span.end;
  const bool text_follows = prose_.between(span.end, after) >= kText;
  cues.add(DateCue::kTextAfter, text_follows);
  cues.add(DateCue::kFirstWithText, text_follows && !text_followed_);
  cues.add(DateCue::kFirstOfAll, text_follows && !text_followed_ && is_first);
  text_followed_ = text_followed_ || text_follows;
  cues.add(DateCue::kDateAfter, !is_last && gap_after < kShortGap);
  cues.add(DateCue::kTextBefore, prose_.between(before, span.start) >= kText);
  cues.add(DateCue::kDateBefore, !is_first && gap_before < kShortGap);
  const auto pair_with = [&](const Date& other, std::string_view between) {
    cues.add(DateCue::kRange, is_range(between));
    cues.add(own < other ? DateCue::kEarlierOfTwo : DateCue::kLaterOfTwo);
  };
  if (!is_last && gap_after <= kPairGap) {
    pair_with(mentions_[next].date, text_.substr(span.end, gap_after));
  }
  if (!is_first && gap_before <= kPairGap) {
    pair_with(mentions_[first - 1].date, text_.substr(before, gap_before));
  }
}

// What is left of a date whose day and month cannot be told apart is its year.
void Collector::add(std::size_t index) {
  const DateMention& mention = mentions_[index];
  move_to_line_of(mention.span);
  DateCandidate candidate;
  const auto settled = settle(mention, order_);
  candidate.date = settled ? *settled : Date{mention.date.year, 0, 0};
  if (!settled) candidate.readings = std::array{mention.date, *mention.swapped};
  candidate.time = mention.time;
  candidate.span = mention.span;
  candidate.cues = cues_of(setting_of(index));
  add_wording(mention, candidate);
  add_place(candidate);
  add_gaps(index, candidate.cues);
  candidates_.push_back(candidate);
}

// The day that an article gives itself: the first with the text below it, or, where other dates
// interrupt the text, the first with a time or a label at its head.
std::vector<DateCandidate>::iterator Collector::own_day() {
  const auto first = [this](auto is_own) {
    return std::find_if(candidates_.begin(), candidates_.end(), [&](const DateCandidate& one) {
      return is_day(one.date) && is_own(one) && !one.cues.has(DateCue::kInProse);
    });
  };
  const auto with_text =
      first([](const DateCandidate& one) { return one.cues.has(DateCue::kFirstWithText); });
  if (with_text != candidates_.end()) return with_text;
  return first([](const DateCandidate& one) {
    const bool labelled =
        one.cues.has(DateCue::kPublishedLabel) || one.cues.has(DateCue::kDateLabel);
    return one.cues.has(DateCue::kEarly) && (one.time || labelled);
  });
}

// Sites print today's day above their articles: without a time, while the article's own day,
// earlier, stands above its text.
void Collector::relate_header_day() {
  const auto article = own_day();
  if (article == candidates_.end()) return;
  DateCandidate& top = candidates_.front();
  const bool labelled = top.cues.has(DateCue::kPublishedLabel);
  if (top.time || labelled || !is_day(top.date) || article->date >= top.date) return;
  top.cues.add(DateCue::kHeaderDay);
  article->cues.add(DateCue::kBelowHeaderDay);
}

void Collector::relate_all() {
  std::vector<Date> written;
  for (const DateCandidate& candidate : candidates_) {
    if (is_day(candidate.date)) written.push_back(candidate.date);
  }
  if (written.empty()) return;
  std::sort(written.begin(), written.end());
  std::vector<Date> days = written;
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const bool several = days.size() > 1;
  bool is_first = true;
  for (DateCandidate& candidate : candidates_) {
    if (!is_day(candidate.date)) continue;
    CueSet& cues = candidate.cues;
    const auto [from, to] = std::equal_range(written.begin(), written.end(), candidate.date);
    cues.add(DateCue::kFirst, std::exchange(is_first, false));
    cues.add(DateCue::kOnlyDay, !several);
    cues.add(DateCue::kOnlyInProse, !several && cues.has(DateCue::kInProse));
    cues.add(DateCue::kFewDays, several && days.size() <= 3);
    cues.add(DateCue::kManyDays, days.size() > 10);
    cues.add(DateCue::kLatest, several && candidate.date == days.back());
    cues.add(DateCue::kEarliest, several && candidate.date == days.front());
    cues.add(DateCue::kRepeated, to - from > 1);
    cues.add(DateCue::kListed, cues.has(DateCue::kDateLine) && date_lines_ >= kListedLines);
  }
}

}  // namespace

std::vector<DateCandidate> dates_in_text(const Record& record, const Layout& layout,
                                         std::string_view language) {
  return Collector(record, layout, language).collect();
}

}  // namespace dateline
