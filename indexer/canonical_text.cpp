#include "indexer/canonical_text.h"

#include <algorithm>

#include "common/text/fold.h"
#include "indexer/date_labels.h"
#include "indexer/furniture.h"
#include "indexer/line_wrap.h"
#include "indexer/lines.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestWidget = 60;  // bytes
constexpr std::size_t kLongestDateLine = 240;

// Words of the raw text, and where they have been written.
struct Watched {
  std::optional<ByteRange> raw;
  std::optional<std::size_t> start;
  std::optional<std::size_t> end;

  std::optional<ByteRange> written() const {
    if (!start || !end || *start >= *end) return std::nullopt;
    return ByteRange{*start, *end};
  }
};

class TextWriter {
 public:
  TextWriter(std::string_view raw, const std::optional<ByteRange>& dated,
             const std::vector<std::optional<ByteRange>>& others)
      : raw_(raw), watched_{{dated, {}, {}}} {
    for (const auto& other : others) watched_.push_back({other, {}, {}});
  }

  void write(std::string_view separator, ByteRange line);
  std::size_t size() const { return text_.size(); }
  void end_header();
  CanonicalText take();

 private:
  void note_position(std::size_t at);

  std::string_view raw_;
  std::vector<Watched> watched_;  // the date first
  std::string text_;
  std::size_t body_start_ = 0;
};

// Called before the byte `at` of the raw text is written.
void TextWriter::note_position(std::size_t at) {
  for (Watched& words : watched_) {
    if (!words.raw) continue;
    if (at == words.raw->start) words.start = text_.size();
    if (at == words.raw->end) words.end = text_.size();
  }
}

// Blanks inside the line become one space; control characters count as blanks.
void TextWriter::write(std::string_view separator, ByteRange line) {
  if (!text_.empty()) text_ += separator;
  const bool watching = std::any_of(watched_.begin(), watched_.end(), [&](const Watched& words) {
    return words.raw && line.contains(*words.raw);
  });
  std::size_t at = line.start;
  while (at < line.end) {
    if (watching) note_position(at);
    if (blank_at(raw_, at) > 0) {
      while (at < line.end && blank_at(raw_, at) > 0) at += blank_at(raw_, at);
      text_ += ' ';
      continue;
    }
    const std::size_t end = watching ? at + 1 : next_blank(raw_, {at, line.end});
    text_.append(raw_, at, end - at);
    at = end;
  }
  if (watching) note_position(line.end);
}

void TextWriter::end_header() {
  if (!text_.empty()) text_ += "\n\n";
  body_start_ = text_.size();
}

CanonicalText TextWriter::take() {
  // A header without a body keeps no blank line after it.
  while (text_.ends_with('\n')) text_.pop_back();
  body_start_ = std::min(body_start_, text_.size());
  CanonicalText result{std::move(text_), body_start_, watched_.front().written(), {}};
  for (std::size_t i = 1; i < watched_.size(); ++i) result.others.push_back(watched_[i].written());
  return result;
}

// A date line as it is shown: without the remains of page controls and without the bare label and
// day of "date 2023-03-01 1 March 2023 12:14".
ByteRange shown_part(std::string_view raw, ByteRange line, const std::optional<ByteRange>& dated) {
  const std::string_view content = without_widget_at_end(slice(raw, line));
  ByteRange shown = trim(raw, {line.start, line.start + content.size()});
  if (!dated || !line.contains(*dated)) return shown;
  const std::string_view before = raw.substr(line.start, dated->start - line.start);
  const std::string folded = fold_letters(before);
  const bool only_label =
      folded.starts_with("date ") && std::all_of(folded.begin() + 5, folded.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == ' ';
      });
  if (only_label) shown.start = dated->start;
  return shown;
}

// Dates and names among the menus of a page stay where they are, except the one that counts.
bool is_header(const Layout& layout, std::size_t index, const std::optional<ByteRange>& dated) {
  const HeadLine& line = layout.head[index];
  const bool counts = dated && line.range.contains(*dated);
  if (counts && line.kind == LineKind::kFurniture) return true;  // "06/11/2023 0 comments"
  if (index < layout.near && !counts) return false;
  return line.kind == LineKind::kDate || line.kind == LineKind::kByline ||
         line.kind == LineKind::kKicker;
}

bool is_body(const Layout& layout, std::size_t index, const std::optional<ByteRange>& dated) {
  const LineKind kind = layout.head[index].kind;
  if (kind == LineKind::kBody) return true;
  const bool left_out =
      kind == LineKind::kSiteName || kind == LineKind::kHeadline || kind == LineKind::kFurniture;
  return !left_out && !is_header(layout, index, dated);
}

// A date above the headline that is not the article's is the day of the crawl.
bool is_crawl_date(const Layout& layout, std::size_t index, const std::optional<ByteRange>& dated) {
  const HeadLine& line = layout.head[index];
  if (line.kind != LineKind::kDate || (dated && line.range.contains(*dated))) return false;
  return std::any_of(layout.head.begin() + static_cast<std::ptrdiff_t>(index), layout.head.end(),
                     [](const HeadLine& below) { return below.kind == LineKind::kHeadline; });
}

// The line of the dated words, or only these where the line is long.
ByteRange line_around(std::string_view raw, const ByteRange& dated) {
  const std::size_t before = raw.rfind('\n', dated.start);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(raw.find('\n', dated.end), raw.size());
  const ByteRange line = trim(raw, {start, end});
  return line.size() <= kLongestDateLine && line.contains(dated) ? line : dated;
}

// True if the dated words stand where nothing else is kept: in the headline, in the site's name,
// among dropped lines or below the prose.
bool is_left_out(const Layout& layout, const ByteRange& dated) {
  const auto holds = [&](const ByteRange& range) { return range.contains(dated); };
  const bool in_name =
      std::any_of(layout.head.begin(), layout.head.end(), [&](const HeadLine& line) {
        const bool name = line.kind == LineKind::kHeadline || line.kind == LineKind::kSiteName;
        return name && holds(line.range);
      });
  return in_name || layout.prose.end <= dated.start ||
         std::any_of(layout.dropped.begin(), layout.dropped.end(), holds);
}

class BodyWriter {
 public:
  BodyWriter(std::string_view raw, std::size_t wrap, TextWriter& writer)
      : raw_(raw), wrap_(wrap), writer_(writer) {}

  void write(const ByteRange& line, bool after_blank);

 private:
  std::string_view raw_;
  std::size_t wrap_;
  TextWriter& writer_;
  std::optional<ByteRange> last_;
};

void BodyWriter::write(const ByteRange& line, bool after_blank) {
  const bool goes_on =
      last_ && !after_blank && wrap_ > 0 && is_soft_break(raw_, *last_, line, wrap_);
  writer_.write(!last_ ? "" : goes_on ? " " : "\n\n", line);
  last_ = line;
}

}  // namespace

CanonicalText canonical_text(std::string_view raw, const Layout& layout,
                             const std::optional<ByteRange>& dated,
                             const std::vector<std::optional<ByteRange>>& others) {
  TextWriter writer(raw, dated, others);
  for (std::size_t i = 0; i < layout.head.size(); ++i) {
    const HeadLine& line = layout.head[i];
    if (!is_header(layout, i, dated) || is_crawl_date(layout, i, dated)) continue;
    writer.write("\n", shown_part(raw, line.range, dated));
  }
  if (dated && is_left_out(layout, *dated)) writer.write("\n", line_around(raw, *dated));
  writer.end_header();
  BodyWriter body(raw, layout.wrap_width, writer);
  for (std::size_t i = 0; i < layout.head.size(); ++i) {
    const HeadLine& line = layout.head[i];
    if (is_body(layout, i, dated)) body.write(line.range, line.after_blank);
  }
  LineReader lines(raw, layout.prose);
  auto dropped = layout.dropped.begin();
  while (const auto line = lines.next()) {
    if (dropped != layout.dropped.end() && dropped->start == line->range.start) {
      ++dropped;
      continue;
    }
    const std::string_view own = slice(raw, line->range);
    const bool widget = own.size() <= kLongestWidget && furniture_of(own) == Furniture::kWidget;
    if (!widget) body.write(line->range, line->after_blank);
  }
  return writer.take();
}

}  // namespace dateline
