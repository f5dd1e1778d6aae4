#include "indexer/page_dates.h"

#include <algorithm>
#include <cstddef>

#include "indexer/date_line.h"
#include "indexer/dateline_prefix.h"
#include "indexer/digit_order.h"
#include "indexer/lines.h"

namespace dateline {
namespace {

constexpr int kParagraphsWithDateline = 3;
constexpr int kTailLines = 2;
constexpr std::size_t kMenuLines = 8;  // in clean text a lone date line was right 4 times of 39
constexpr int kLinesForLoneDate = 1'000;
constexpr std::size_t kBytesForLoneDate = 64'000;
constexpr std::size_t kSiblingBytes = 8'000;

ByteRange shifted(const ByteRange& range, std::size_t by) {
  return {range.start + by, range.end + by};
}

// What is left of a date whose day and month cannot be told apart is its year.
PageDate page_date(const LabelledDate& labelled, std::size_t line_start, DigitOrder order) {
  const DateMention& mention = labelled.mention;
  const auto settled = settle(mention, order);
  PageDate date;
  date.date = settled ? *settled : Date{mention.date.year, 0, 0};
  if (settled) date.time = mention.time;
  date.span = shifted(mention.span, line_start);
  date.label = labelled.label;
  date.has_weekday = mention.weekday != 0;
  date.order_assumed = mention.swapped.has_value();
  if (mention.weekday != 0 && date.date.precision() == DatePrecision::kDay) {
    date.weekday_fits = iso_weekday(date.date) == mention.weekday;
    if (date.weekday_fits) date.order_assumed = false;
  }
  return date;
}

// "Published" may stand on a line of its own above the date.
DateLabel label_on_line_above(const Record& record, const Layout& layout, std::size_t index) {
  if (index == 0) return DateLabel::kNone;
  const std::string_view above = slice(record.text, layout.head[index - 1].range);
  return above.size() <= 30 ? label_before(above) : DateLabel::kNone;
}

// Index of the first line of the headline; 0 if there is none, so that nothing is above it.
std::size_t headline_index(const Layout& layout) {
  for (std::size_t i = 0; i < layout.head.size(); ++i) {
    if (layout.head[i].kind == LineKind::kHeadline) return i;
  }
  return 0;
}

// The last lines of the text, the last one first.
std::vector<ByteRange> tail_lines(std::string_view text, const ByteRange& prose) {
  std::vector<ByteRange> lines;
  std::size_t end = prose.end;
  while (lines.size() < kTailLines && end > prose.start) {
    const auto line = line_before(text.substr(0, prose.end), end);
    if (!line || line->start <= prose.start) break;
    lines.push_back(*line);
    end = line->start;
  }
  return lines;
}

// The date line within the text, if all date lines there are of one day: summaries and menus put
// it below the first prose. Several days are comments, other articles or a chronology.
std::optional<PageDate> lone_date(const Record& record, const Layout& layout,
                                  std::string_view language, DigitOrder order) {
  std::optional<PageDate> lone;
  LineReader lines(record.text, {layout.prose.start, record.text.size()});
  for (int i = 0; i < kLinesForLoneDate; ++i) {
    const auto line = lines.next();
    if (!line || line->range.start - layout.prose.start > kBytesForLoneDate) break;
    const std::string_view words = slice(record.text, line->range);
    if (!is_date_line(words, language)) continue;
    for (const LabelledDate& labelled : dates_in_line(words, language)) {
      PageDate date = page_date(labelled, line->range.start, order);
      date.place = PagePlace::kText;
      if (date.date.precision() != DatePrecision::kDay) continue;
      if (lone && lone->date != date.date) return std::nullopt;
      if (!lone) lone = date;
    }
  }
  return lone;
}

// The labelled dates below the article.
void add_tail_dates(const Record& record, const Layout& layout, std::string_view language,
                    DigitOrder order, std::vector<PageDate>& dates) {
  for (const ByteRange& line : tail_lines(record.text, layout.prose)) {
    if (!is_date_line(slice(record.text, line), language)) continue;
    for (const LabelledDate& labelled : dates_in_line(slice(record.text, line), language)) {
      // A bare date or "Date:" down here is an event: right 0 times of 13 (DATES.md).
      const bool labelled_so =
          labelled.label == DateLabel::kPublished || labelled.label == DateLabel::kUpdated;
      if (labelled.mention.date.year == 0 || !labelled_so) continue;
      dates.push_back(page_date(labelled, line.start, order));
      dates.back().place = PagePlace::kTail;
    }
  }
}

}  // namespace

std::vector<PageDate> dates_on_page(const Record& record, const Layout& layout,
                                    std::string_view language, DigitOrder order) {
  std::vector<PageDate> dates;
  const std::size_t headline = headline_index(layout);
  for (std::size_t i = 0; i < layout.head.size(); ++i) {
    const HeadLine& line = layout.head[i];
    if (line.kind != LineKind::kDate) continue;
    for (LabelledDate& labelled : dates_in_line(slice(record.text, line.range), language)) {
      if (labelled.mention.date.year == 0) continue;
      if (labelled.label == DateLabel::kNone) {
        labelled.label = label_on_line_above(record, layout, i);
      }
      dates.push_back(page_date(labelled, line.range.start, order));
      dates.back().place = i < headline ? PagePlace::kHeader : PagePlace::kHead;
    }
  }
  add_tail_dates(record, layout, language, order, dates);
  if (dates.empty() && layout.head.size() >= kMenuLines) {
    if (const auto lone = lone_date(record, layout, language, order)) dates.push_back(*lone);
  }
  return dates;
}

std::vector<DateMention> sibling_dates(const Record& record, std::string_view language) {
  std::size_t end = std::min(record.text.size(), kSiblingBytes);
  while (end > 0 && end < record.text.size() &&
         (static_cast<unsigned char>(record.text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return scan_dates(std::string_view(record.text).substr(0, end), language);
}

std::optional<DateMention> dateline_on_page(const Record& record, const Layout& layout,
                                            std::string_view language) {
  bool first = true;
  const auto read = [&](const ByteRange& paragraph) {
    const auto place = first ? DatelinePlace::kOptional : DatelinePlace::kRequired;
    first = false;
    auto mention = date_in_dateline(slice(record.text, paragraph), language, place);
    if (mention) mention->span = shifted(mention->span, paragraph.start);
    return mention;
  };
  for (const HeadLine& line : layout.head) {
    if (line.kind != LineKind::kBody) continue;
    if (auto mention = read(line.range)) return mention;
  }
  LineReader lines(record.text, layout.prose);
  for (int i = 0; i < kParagraphsWithDateline; ++i) {
    const auto line = lines.next();
    if (!line) break;
    if (auto mention = read(line->range)) return mention;
  }
  return std::nullopt;
}

}  // namespace dateline
