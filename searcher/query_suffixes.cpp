#include "searcher/query_suffixes.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace dateline {

std::optional<unsigned> number_up_to(unsigned most, std::string_view digits, std::size_t offset,
                                     FirstComplaint& complaint) {
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  unsigned parsed = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), parsed);
  if (error == std::errc{} && parsed <= most) return parsed;
  complaint.add(offset, "at most " + std::to_string(most) + " is possible here");
  return most;
}

std::size_t SuffixReader::take_boosts(QueryToken& token, std::size_t begin, std::size_t end) {
  for (std::size_t caret = text_.last_of(U'^', begin, end); caret < end;) {
    const double boost = token.boost;
    if (take_boost(token, caret) != end) {
      token.boost = boost;
      break;
    }
    end = caret;
    caret = text_.last_of(U'^', begin, end);
  }
  return end;
}

std::size_t SuffixReader::take_form(QueryToken& token, std::size_t begin, std::size_t end) {
  const std::size_t tilde = text_.last_of(U'~', begin, end);
  if (end > begin && text_[end - 1] == U'*') {
    if (text_.letters_before(end - 1, begin) >= 2) {
      token.form = WordForm::kPrefix;
      return end - 1;
    }
    complaint_.add(text_.offset(end - 1), "a word with * needs two letters before it");
  } else if (tilde < end && text_.letters_before(tilde, begin) >= 3) {
    const std::string_view digits = text_.typed(tilde + 1, end);
    const auto edits =
        digits.empty() ? 0U : number_up_to(kMaxEdits, digits, text_.offset(tilde + 1), complaint_);
    if (edits) {
      token.form = WordForm::kFuzzy;
      token.distance = *edits;
      return tilde;
    }
  }
  return end;
}

std::size_t SuffixReader::take_after_phrase(QueryToken& token, std::size_t at) {
  if (text_.peek(at) == U'~' && is_digit(text_.peek(at + 1))) {
    std::size_t end = at + 1;
    while (is_digit(text_.peek(end))) ++end;
    token.distance =
        number_up_to(kMaxNear, text_.typed(at + 1, end), text_.offset(at + 1), complaint_)
            .value_or(0);
    at = end;
  }
  return take_boost(token, at);
}

// ^ and a number, and nothing else of a word after it.
std::size_t SuffixReader::take_boost(QueryToken& token, std::size_t at) {
  if (text_.peek(at) != U'^') return at;
  std::size_t end = at + 1;
  while (is_digit(text_.peek(end)) || text_.peek(end) == U'.') ++end;
  const std::string_view typed = text_.typed(at + 1, end);
  double boost = 0;
  const auto [last, error] = std::from_chars(typed.data(), typed.data() + typed.size(), boost);
  const bool ends = text_.ends_word(end) || is_one_of(U"()^", text_.peek(end));
  if (error != std::errc{} || last != typed.data() + typed.size() || !ends) {
    complaint_.add(text_.offset(at), "^ needs a number after it, such as ^2 or ^0.5");
    return at;
  }
  if (boost > kMaxBoost) complaint_.add(text_.offset(at), "a boost is at most 100");
  token.boost = std::min(token.boost * boost, kMaxBoost);
  return end;
}

}  // namespace dateline
