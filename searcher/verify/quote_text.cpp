#include "searcher/verify/quote_text.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/query_text.h"
#include "searcher/quote_marks.h"

namespace dateline {
namespace {

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == U'-'; }

bool is_single_mark(char32_t c) {
  return (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A || c == 0x02BC || c == U'\'';
}

// The bytes of an omission that begins at `at`; 0 if none does.
std::size_t omission_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 6> kForms = {"[...]", "(...)", "[…]", "(…)", "...", "…"};
  for (const std::string_view form : kForms) {
    if (text.substr(at).starts_with(form)) return form.size();
  }
  return 0;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::vector<ByteRange> parts_of_quote(std::string_view quote) {
  std::vector<ByteRange> parts;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (!is_blank(quote.substr(begin, end - begin))) parts.push_back({begin, end});
  };
  for (std::size_t at = 0; at < quote.size();) {
    const std::size_t omitted = omission_at(quote, at);
    if (omitted == 0) {
      ++at;
      continue;
    }
    add(at);
    at += omitted;
    begin = at;
  }
  add(quote.size());
  return parts;
}

std::string folded_for_comparison(std::string_view text) {
  std::string plain;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, code_point.size);
    at += code_point.size;
    if (is_query_space(code_point.value)) {
      space = true;
      continue;
    }
    if (space && !plain.empty()) plain += ' ';
    space = false;
    if (is_quote_mark(code_point.value)) {
      plain += '"';
    } else if (is_single_mark(code_point.value)) {
      plain += '\'';
    } else if (is_dash(code_point.value)) {
      plain += '-';
    } else {
      plain += bytes;
    }
  }
  return fold_case(plain);
}

}  // namespace dateline
