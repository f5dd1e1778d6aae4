#include "searcher/wrapped_text.h"

#include <algorithm>
#include <vector>

#include "common/text/display_width.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// What a line cannot break within: a word, or one wide character with the marks upon it.
struct Piece {
  ByteRange range;
  std::size_t width = 0;
  bool after_space = false;
};

bool is_blank(char32_t c) {
  return c <= U' ' || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x3000;
}

std::vector<Piece> pieces_of(std::string_view text, std::size_t widest) {
  std::vector<Piece> pieces;
  bool after_space = false;
  bool after_wide = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    const ByteRange range{at, at + code_point.size};
    at = range.end;
    if (is_blank(code_point.value)) {
      after_space = true;
      continue;
    }
    const auto width = static_cast<std::size_t>(display_width(code_point.value));
    const bool breaks_here =
        width > 0 &&
        (after_wide || width == 2 || (!pieces.empty() && pieces.back().width + width > widest));
    if (pieces.empty() || after_space || breaks_here) {
      pieces.push_back({range, width, after_space});
    } else {
      pieces.back().range.end = range.end;
      pieces.back().width += width;
    }
    after_space = false;
    if (width > 0) after_wide = width == 2;
  }
  return pieces;
}

// Writes stretches of the text one after another, switching the ink where a match begins or ends.
class MatchWriter {
 public:
  MatchWriter(std::string_view text, std::span<const ByteRange> matches, Emphasis emphasis)
      : text_(text), matches_(matches), emphasis_(emphasis) {}

  void write(const ByteRange& range) {
    std::size_t at = range.start;
    while (at < range.end) {
      while (!matches_.empty() && matches_.front().end <= at) matches_ = matches_.subspan(1);
      const bool in_match = !matches_.empty() && matches_.front().start <= at;
      std::size_t end = range.end;
      if (!matches_.empty()) {
        end = std::min(end, in_match ? matches_.front().end : matches_.front().start);
      }
      switch_ink(in_match);
      out_ += slice(text_, {at, end});
      at = end;
    }
  }

  // A space before byte `next`, bold inside a match only.
  void write_space(std::size_t next) {
    const bool in_match =
        !matches_.empty() && matches_.front().start < next && next < matches_.front().end;
    switch_ink(in_match);
    out_ += ' ';
  }

  void begin_line(std::size_t indent) { out_.append(indent, ' '); }

  void end_line() {
    switch_ink(false);
    out_ += '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  void switch_ink(bool in_match) {
    if (in_match == inked_) return;
    out_ += in_match ? ink_on(Ink::kMatch, emphasis_) : ink_off(emphasis_);
    inked_ = in_match;
  }

  std::string_view text_;
  std::span<const ByteRange> matches_;  // those not yet passed
  Emphasis emphasis_;
  std::string out_;
  bool inked_ = false;
};

}  // namespace

std::string wrapped(std::string_view text, std::span<const ByteRange> matches, std::size_t indent,
                    const TextStyle& style) {
  constexpr std::size_t kNarrowest = 20;
  const std::size_t room =
      std::max(kNarrowest, style.width > indent ? style.width - indent : std::size_t{0});
  MatchWriter writer(text, matches, style.emphasis);
  std::size_t used = 0;  // columns of the line at hand; 0 before the first piece
  for (const Piece& piece : pieces_of(text, room)) {
    const std::size_t space = piece.after_space ? 1 : 0;
    if (used > 0 && used + space + piece.width > room) {
      writer.end_line();
      used = 0;
    }
    if (used == 0) {
      writer.begin_line(indent);
    } else if (space > 0) {
      writer.write_space(piece.range.start);
      used += 1;
    }
    writer.write(piece.range);
    used += piece.width;
  }
  if (used > 0) writer.end_line();
  return writer.take();
}

}  // namespace dateline
