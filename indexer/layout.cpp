// The head of a page is read line by line until the prose begins. Prose is a line long enough or
// ended by a full stop; a date line with a label or a time, or a byline with "By", may still stand
// below the first such lines, because many pages print a summary between headline and date.
//
// Kinds are given in order of how little they depend on each other: furniture, date lines and
// bylines first, then the headline (repeated, equal to the record's title, or placed as headlines
// are), then what a headline's place decides: site name, kicker, a bare name as byline.
#include "indexer/layout.h"

#include <algorithm>
#include <optional>

#include "indexer/byline.h"
#include "indexer/date_labels.h"
#include "indexer/date_line.h"
#include "indexer/dateline_prefix.h"
#include "indexer/footer.h"
#include "indexer/furniture.h"
#include "indexer/headline.h"
#include "indexer/line_wrap.h"
#include "indexer/lines.h"

namespace dateline {
namespace {

constexpr std::size_t kMostHeadLines = 400;
constexpr std::size_t kNearLines = 40;
constexpr std::size_t kHeadBytes = 40000;
constexpr std::size_t kLongProse = 240;  // bytes; prose whatever it ends with
constexpr std::size_t kShortProse = 60;  // bytes; prose if it ends with a full stop
constexpr int kMostSiteNameWords = 6;
constexpr int kMostProseBeforeDate = 3;  // summary paragraphs between headline and date

bool ends_with_full_stop(std::string_view line) {
  constexpr std::string_view kClosing = "\"')]";
  for (int i = 0; i < 3 && !line.empty(); ++i) {
    if (kClosing.find(line.back()) != std::string_view::npos) line.remove_suffix(1);
    for (const std::string_view sign : {"”", "’", "»", "“", "」", "）"}) {
      if (line.ends_with(sign)) line.remove_suffix(sign.size());
    }
  }
  if (line.ends_with("...")) return false;
  for (const std::string_view sign : {".", "。", "।", "۔", "．"}) {
    if (line.ends_with(sign)) return true;
  }
  return false;
}

bool is_prose(std::string_view text, bool dateline) {
  if (text.size() >= kLongProse || dateline) return true;
  return text.size() >= kShortProse && ends_with_full_stop(text);
}

class HeadReader {
 public:
  HeadReader(const Record& record, std::string_view language)
      : record_(record),
        text_(record.text),
        language_(language),
        title_(compared_line(record.title)) {}

  Layout read();

 private:
  void read_lines();
  void split_run_in_date(const TextLine& line);
  bool begins_prose(const TextLine& line) const;
  LineKind kind_of(std::string_view line) const;
  void end_head_after_last_mark();
  void find_headline();
  std::vector<ComparedLine> undecided_lines() const;
  std::optional<std::size_t> repeated_line(const std::vector<ComparedLine>& lines) const;
  std::optional<std::size_t> placed_headline() const;
  bool may_be_headline(std::size_t index, int least_words) const;
  std::optional<TextLine> line_after(std::size_t index) const;
  bool is_alone(std::size_t index) const;
  bool has_kind(LineKind kind) const;
  void name_lines_above_headline(std::size_t headline);
  void find_bare_bylines();

  std::string_view at(std::size_t index) const { return slice(text_, layout_.head[index].range); }

  const Record& record_;
  std::string_view text_;
  std::string_view language_;
  ComparedLine title_;
  Layout layout_;
  std::size_t first_prose_ = 0;  // index in head of the first line that is prose
};

LineKind HeadReader::kind_of(std::string_view line) const {
  const Furniture furniture = furniture_of(line);
  if (furniture != Furniture::kNone && furniture != Furniture::kButton) {
    return LineKind::kFurniture;
  }
  if (is_date_line(line, language_)) return LineKind::kDate;
  if (author_in_byline(line, BylinePlace::kAnywhere)) return LineKind::kByline;
  return LineKind::kBody;
}

// In wrapped copy the paragraph decides, not the line.
bool HeadReader::begins_prose(const TextLine& line) const {
  const std::string_view own = slice(text_, line.range);
  if (repeats_title(own, title_)) return false;
  const bool dateline = date_in_dateline(own, language_, DatelinePlace::kRequired).has_value();
  if (layout_.wrap_width == 0) return is_prose(own, dateline);
  const std::size_t blank = text_.find("\n\n", line.range.end);
  const std::size_t end = std::min({blank, line.range.start + 2 * kLongProse, text_.size()});
  const std::string_view paragraph = text_.substr(line.range.start, end - line.range.start);
  const bool several_lines = paragraph.find('\n') < paragraph.size() - 1;
  return dateline || (several_lines && paragraph.size() > kLongProse) || is_prose(own, false);
}

// A page run into one line: its date line becomes a line of its own.
void HeadReader::split_run_in_date(const TextLine& line) {
  const std::size_t length = date_line_before_prose(slice(text_, line.range), language_);
  if (length == 0) return;
  const ByteRange date = trim(text_, {line.range.start, line.range.start + length});
  layout_.head.push_back({date, line.after_blank, LineKind::kDate});
  layout_.prose.start = line.range.start + length;
}

void HeadReader::read_lines() {
  LineReader lines(text_, {0, text_.size()});
  int prose_lines = 0;
  while (const auto line = lines.next()) {
    if (layout_.head.size() == kMostHeadLines || line->range.start > kHeadBytes) break;
    const std::string_view own = slice(text_, line->range);
    const LineKind kind = kind_of(own);
    const bool prose = kind == LineKind::kBody && begins_prose(*line);
    if (prose && prose_lines == 0) {
      first_prose_ = layout_.head.size();
      split_run_in_date(*line);
      if (layout_.head.size() > first_prose_) {
        first_prose_ = layout_.head.size();
        return;
      }
    }
    if (prose && ++prose_lines > kMostProseBeforeDate) break;
    layout_.head.push_back({line->range, line->after_blank, kind});
  }
  if (prose_lines == 0) first_prose_ = layout_.head.size();
}

// Gives the lines of prose back that no byline or marked date follows.
void HeadReader::end_head_after_last_mark() {
  std::size_t end = first_prose_;
  for (std::size_t i = first_prose_; i < layout_.head.size(); ++i) {
    const LineKind kind = layout_.head[i].kind;
    if (kind == LineKind::kByline) end = i + 1;
    if (kind != LineKind::kDate) continue;
    const auto dates = dates_in_line(at(i), language_);
    const bool marked = std::any_of(dates.begin(), dates.end(), [](const LabelledDate& date) {
      const bool labelled = date.label != DateLabel::kNone && date.label != DateLabel::kDated;
      return labelled || date.mention.time.has_value();
    });
    if (marked) end = i + 1;
  }
  if (end < layout_.head.size()) {
    layout_.prose.start = layout_.head[end].range.start;
    layout_.head.resize(end);
  } else if (layout_.prose.start == 0 && !layout_.head.empty()) {
    layout_.prose.start = layout_.head.back().range.end;
  }
}

bool HeadReader::has_kind(LineKind kind) const {
  return std::any_of(layout_.head.begin(), layout_.head.end(),
                     [&](const HeadLine& line) { return line.kind == kind; });
}

std::optional<TextLine> HeadReader::line_after(std::size_t index) const {
  LineReader lines(text_, {layout_.head[index].range.start, text_.size()});
  lines.next();
  return lines.next();
}

// In wrapped copy a line of a paragraph looks like a headline; a headline has blank lines or the
// date around it.
bool HeadReader::is_alone(std::size_t index) const {
  const bool begins = layout_.head[index].after_blank ||
                      (index > 0 && layout_.head[index - 1].kind != LineKind::kBody);
  const auto next = line_after(index);
  const bool ends =
      !next || next->after_blank ||
      (index + 1 < layout_.head.size() && layout_.head[index + 1].kind != LineKind::kBody);
  return begins && ends;
}

bool HeadReader::may_be_headline(std::size_t index, int least_words) const {
  if (layout_.head[index].kind != LineKind::kBody) return false;
  if (layout_.wrap_width > 0 && !is_alone(index)) return false;
  const std::string_view line = at(index);
  return looks_like_headline(line) && count_words(line) >= least_words &&
         !author_in_byline(line, BylinePlace::kBesideDate) &&
         !names_site(line, record_.source, record_.url);
}

// The lines of the head that may be its headline; in place of the others, lines without text.
std::vector<ComparedLine> HeadReader::undecided_lines() const {
  std::vector<ComparedLine> lines(layout_.head.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineKind kind = layout_.head[i].kind;
    const bool undecided = kind == LineKind::kBody || kind == LineKind::kByline;
    if (undecided) lines[i] = compared_line(at(i));
  }
  return lines;
}

std::optional<std::size_t> HeadReader::repeated_line(const std::vector<ComparedLine>& lines) const {
  for (std::size_t i = layout_.near; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      if (layout_.head[j].kind != LineKind::kBody || !repeats_title(lines[j], lines[i])) continue;
      if (may_be_headline(i, 2)) return i;
      break;
    }
  }
  return std::nullopt;
}

// With a date line or byline in the head the first line of some words is the headline, else the
// last line before them. Without one only the very first line can be, set apart by a blank line
// from the text it heads.
std::optional<std::size_t> HeadReader::placed_headline() const {
  const std::size_t count = std::min(first_prose_, layout_.head.size());
  const bool marked = has_kind(LineKind::kDate) || has_kind(LineKind::kByline);
  if (marked) {
    for (std::size_t i = layout_.near; i < count; ++i) {
      if (may_be_headline(i, 4)) return i;
    }
    for (std::size_t i = count; i-- > layout_.near;) {
      const bool before_mark =
          i + 1 < layout_.head.size() && (layout_.head[i + 1].kind == LineKind::kDate ||
                                          layout_.head[i + 1].kind == LineKind::kByline);
      if (before_mark && may_be_headline(i, 2)) return i;
    }
    return std::nullopt;
  }
  std::size_t first = 0;
  while (first < count && layout_.head[first].kind != LineKind::kBody) ++first;
  if (first == count || !may_be_headline(first, 3)) return std::nullopt;
  const std::optional<TextLine> next = line_after(first);
  const bool set_apart = next && (next->after_blank || next->range.size() >= kLongProse);
  const bool heads_prose = layout_.prose.size() >= 2 * layout_.head[first].range.size();
  return set_apart && heads_prose ? std::optional(first) : std::nullopt;
}

void HeadReader::name_lines_above_headline(std::size_t headline) {
  for (std::size_t i = layout_.near; i < headline; ++i) {
    HeadLine& line = layout_.head[i];
    if (line.kind != LineKind::kBody) continue;
    const bool over_date = i == 0 && layout_.head[1].kind == LineKind::kDate && headline > 1;
    if (names_site(at(i), record_.source, record_.url) ||
        (over_date && count_words(at(i)) <= kMostSiteNameWords)) {
      line.kind = LineKind::kSiteName;
    } else if (count_words(at(i)) <= 4 && !ends_with_full_stop(at(i))) {
      line.kind = LineKind::kKicker;
    }
  }
}

void HeadReader::find_headline() {
  std::optional<std::size_t> headline;
  const std::vector<ComparedLine> lines = undecided_lines();
  const ComparedLine* title = &title_;
  if (title_.text.empty()) {
    headline = repeated_line(lines);
    if (!headline) headline = placed_headline();
    if (headline) title = &lines[*headline];
  }
  for (std::size_t i = 0; i < layout_.head.size(); ++i) {
    if (!repeats_title(lines[i], *title)) continue;
    layout_.head[i].kind = LineKind::kHeadline;
    if (!headline) headline = i;
  }
  if (headline) {
    name_lines_above_headline(*headline);
  } else if (!layout_.head.empty() && layout_.head[0].kind == LineKind::kBody &&
             names_site(at(0), record_.source, record_.url) && layout_.head.size() > 1) {
    layout_.head[0].kind = LineKind::kSiteName;
  }
}

// A name alone is a byline next to the date, or between the headline and the prose.
void HeadReader::find_bare_bylines() {
  std::vector<HeadLine>& head = layout_.head;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i].kind != LineKind::kBody || i >= first_prose_) continue;
    const auto is_mark = [&](std::size_t j) {
      return j < head.size() &&
             (head[j].kind == LineKind::kDate || head[j].kind == LineKind::kHeadline);
    };
    const bool placed =
        (i > 0 && is_mark(i - 1)) || (i + 1 < head.size() && head[i + 1].kind == LineKind::kDate);
    if (placed && author_in_byline(at(i), BylinePlace::kBesideDate) &&
        !names_site(at(i), record_.source, record_.url)) {
      head[i].kind = LineKind::kByline;
    }
  }
}

Layout HeadReader::read() {
  layout_.wrap_width = wrap_width(text_);
  layout_.prose = {0, text_.size()};
  read_lines();
  end_head_after_last_mark();
  layout_.near = first_prose_ > kNearLines ? first_prose_ - kNearLines : 0;
  const Footer footer = find_footer(text_, layout_.prose);
  layout_.prose.end = footer.start;
  layout_.dropped = footer.dropped;
  find_headline();
  find_bare_bylines();
  return layout_;
}

}  // namespace

Layout lay_out(const Record& record, std::string_view language) {
  return HeadReader(record, language).read();
}

std::string_view headline_in(const Record& record, const Layout& layout) {
  for (const HeadLine& line : layout.head) {
    if (line.kind == LineKind::kHeadline) return slice(record.text, line.range);
  }
  return {};
}

}  // namespace dateline
