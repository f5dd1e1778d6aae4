#include "searcher/interpret/time_tokens.h"

#include <algorithm>

#include "common/text/calendar_names.h"

namespace dateline {
namespace {

int digits_of(std::string_view word) {
  if (word.empty() || word.size() > 4) return -1;
  int number = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

class Tokenizer {
 public:
  explicit Tokenizer(const TimeForms& forms) : forms_(forms) {}

  void add(const TypedWord& word, std::size_t typed) {
    const std::string_view folded = word.folded;
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    if (digits < 2 || digits > 4 || digits == folded.size()) {
      push(folded, word.range, typed);
      return;
    }
    const std::size_t letters = std::min(folded.find_first_not_of('\'', digits), folded.size());
    const std::string_view ending = folded.substr(letters);
    if (letters == digits && !forms_.word(forms_.number_of(ending)).ends_number) {
      push(folded, word.range, typed);
      return;
    }
    const std::size_t cut = word.range.start + digits;
    push(folded.substr(0, digits), {word.range.start, cut}, typed);
    push(ending, {cut, word.range.end}, typed);
  }

  std::vector<TimeToken> take() { return std::move(tokens_); }

 private:
  void push(std::string_view folded, const ByteRange& range, std::size_t typed) {
    TimeToken& token = tokens_.emplace_back();
    token.folded = folded;
    token.range = range;
    token.typed = typed;
    token.digits = digits_of(folded);
    token.word = forms_.number_of(folded);
    token.month = forms_.word(token.word).month;
    if (token.month == 0 && token.digits < 0) token.month = months_.month(folded).number;
  }

  const TimeForms& forms_;
  CalendarNames months_ = CalendarNames::of("und");
  std::vector<TimeToken> tokens_;
};

}  // namespace

std::vector<TimeToken> time_tokens(std::span<const TypedWord> words, const TimeForms& forms) {
  Tokenizer tokenizer(forms);
  for (std::size_t at = 0; at < words.size(); ++at) tokenizer.add(words[at], at);
  return tokenizer.take();
}

}  // namespace dateline
