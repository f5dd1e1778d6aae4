// One pass over the bytes that looks only at newlines, quotation marks and what may be a stop.
// ICU's sentence BreakIterator was the alternative: it knows no abbreviations, ends at "Mr. Smith",
// does not end at glued text, and knows no more of Thai, which writes no stops, than this does.
//
// Newlines. The text of an article has a line for each paragraph, heading or caption, often without
// a stop at its end, so every newline ends a sentence; lines wrapped at a fixed width were joined
// when the article was read. Only a line that goes on with a small letter or a comma belongs to the
// one before.

#include "common/text/sentence_breaker.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/text/sentence_stop.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// Thai and Lao put a space between clauses and nothing between sentences: pieces of this size, cut
// at such spaces, are the sentences there.
constexpr std::size_t kLongestWithoutStops = 300;

// Bytes that a newline, a quotation mark or a stop may start with.
constexpr std::array<bool, 256> kNotable = [] {
  std::array<bool, 256> notable{};
  for (const char mark : std::string_view("\n\".!?")) {
    notable[static_cast<unsigned char>(mark)] = true;
  }
  for (const unsigned lead : {0xCDu, 0xD6u, 0xD8u, 0xDBu, 0xE0u, 0xE1u, 0xE2u, 0xE3u, 0xEFu}) {
    notable[lead] = true;
  }
  return notable;
}();

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

std::size_t trim_spaces(std::string_view text, std::size_t start, std::size_t end) {
  while (end > start) {
    const CodePoint c = code_point_before(text, end);
    if (!is_space(c.value)) break;
    end -= c.size;
  }
  return end;
}

bool has_no_stops(std::string_view sentence) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i + 1 < sentence.size(); ++i) {
    const auto second = static_cast<std::uint8_t>(sentence[i + 1]);
    if (sentence[i] == '\xE0' && second >= 0xB8 && second <= 0xBB) ++letters;
  }
  return letters * 3 * 2 > sentence.size();
}

bool is_clause_mark(char32_t c) {
  return std::u32string_view(U",;:–—，、；：،؛").find(c) != std::u32string_view::npos;
}

// Where to cut a sentence that starts at `start` and goes on beyond `limit` bytes: in the second
// half of that, after a clause mark, else after a space, else anywhere.
std::size_t cut_at(std::string_view text, std::size_t start, std::size_t limit) {
  std::size_t latest = start + limit;
  while (U8_IS_TRAIL(text[latest])) --latest;
  std::size_t after_space = latest;
  bool space_found = false;
  for (std::size_t at = latest; at > start + limit / 2;) {
    const CodePoint c = code_point_before(text, at);
    if (is_clause_mark(c.value) && (c.size > 1 || text[at] == ' ')) return at;
    if (is_space(c.value) && !space_found) {
      after_space = at;
      space_found = true;
    }
    at -= c.size;
  }
  return after_space;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<ByteRange> scan() {
    start_ = skip_spaces(text_, 0);
    std::size_t at = start_;
    while (at < text_.size())
      at = kNotable[static_cast<std::uint8_t>(text_[at])] ? step(at) : at + 1;
    finish(text_.size());
    return std::move(sentences_);
  }

 private:
  // Each of these returns where to go on.
  std::size_t step(std::size_t at) {
    if (text_[at] == '\n') return after_newline(at);
    if (text_[at] == '"') quote_is_open_ = !quote_is_open_;
    const auto stop = sentence_stop_at(text_, at, {start_, quote_is_open_});
    return stop ? after_stop(at, *stop) : at + 1;
  }

  std::size_t after_stop(std::size_t at, const SentenceStop& stop) {
    if (stop.is_final) return finish(stop.end);
    const auto marks = text_.substr(at, stop.end - at);
    if (std::count(marks.begin(), marks.end(), '"') % 2 != 0) quote_is_open_ = !quote_is_open_;
    return stop.end;
  }

  std::size_t after_newline(std::size_t at) {
    const std::size_t next = skip_spaces(text_, at);
    const auto space = text_.substr(at, next - at);
    const bool blank_line = std::count(space.begin(), space.end(), '\n') > 1;
    const bool goes_on = next < text_.size() && !blank_line && continues_sentence(text_, next);
    return goes_on ? next : finish(at);
  }

  // The sentence ends at `end`; returns where the next one starts.
  std::size_t finish(std::size_t end) {
    ByteRange sentence{start_, trim_spaces(text_, start_, end)};
    if (sentence.size() > kLongestWithoutStops) {
      const bool unstopped = has_no_stops(slice(text_, sentence));
      const std::size_t limit = unstopped ? kLongestWithoutStops : kLongestSentence;
      while (sentence.size() > limit) {
        const std::size_t cut = cut_at(text_, sentence.start, limit);
        sentences_.push_back({sentence.start, trim_spaces(text_, sentence.start, cut)});
        sentence.start = skip_spaces(text_, cut);
      }
    }
    if (!sentence.empty()) sentences_.push_back(sentence);
    quote_is_open_ = false;
    start_ = skip_spaces(text_, end);
    return start_;
  }

  std::string_view text_;
  std::size_t start_ = 0;  // of the sentence
  bool quote_is_open_ = false;
  std::vector<ByteRange> sentences_;
};

}  // namespace

std::vector<ByteRange> sentences(std::string_view text) { return Scanner(text).scan(); }

}  // namespace dateline
