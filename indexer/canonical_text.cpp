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

class TextWriter {
 public:
  TextWriter(std::string_view raw, const std::optional<ByteRange>& watched)
      : raw_(raw), watched_(watched) {}

  void write(std::string_view separator, ByteRange line);
  std::size_t size() const { return text_.size(); }
  void end_header();
  CanonicalText take();

 private:
  void note_position(std::size_t at);

  std::string_view raw_;
  std::optional<ByteRange> watched_;
  std::string text_;
  std::size_t body_start_ = 0;
  std::optional<std::size_t> span_start_;
  std::optional<std::size_t> span_end_;
};

// Called before the byte `at` of the raw text is written.
void TextWriter::note_position(std::size_t at) {
  if (!watched_) return;
  if (at == watched_->start) span_start_ = text_.size();
  if (at == watched_->end) span_end_ = text_.size();
}

// Blanks inside the line become one space; control characters count as blanks.
void TextWriter::write(std::string_view separator, ByteRange line) {
  if (!text_.empty()) text_ += separator;
  std::size_t at = line.start;
  while (at < line.end) {
    note_position(at);
    const std::size_t blank = blank_at(raw_, at);
    if (blank == 0) {
      text_ += raw_[at++];
      continue;
    }
    while (at < line.end && blank_at(raw_, at) > 0) at += blank_at(raw_, at);
    text_ += ' ';
  }
  note_position(line.end);
}

void TextWriter::end_header() {
  if (!text_.empty()) text_ += "\n\n";
  body_start_ = text_.size();
}

CanonicalText TextWriter::take() {
  // A header without a body keeps no blank line after it.
  while (text_.ends_with('\n')) text_.pop_back();
  body_start_ = std::min(body_start_, text_.size());
  CanonicalText result{std::move(text_), body_start_, std::nullopt};
  if (span_start_ && span_end_ && *span_start_ < *span_end_) {
    result.span = ByteRange{*span_start_, *span_end_};
  }
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
  if (index < layout.near && !(dated && line.range.contains(*dated))) return false;
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
                             const std::optional<ByteRange>& dated) {
  TextWriter writer(raw, dated);
  for (std::size_t i = 0; i < layout.head.size(); ++i) {
    const HeadLine& line = layout.head[i];
    if (!is_header(layout, i, dated) || is_crawl_date(layout, i, dated)) continue;
    writer.write("\n", shown_part(raw, line.range, dated));
  }
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
