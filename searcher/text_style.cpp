#include "searcher/text_style.h"

#include "common/text/display_width.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

bool is_control(char32_t c) { return c < U' ' || (c >= 0x7F && c < 0xA0); }

}  // namespace

std::string_view ink_on(Ink ink, Emphasis emphasis) {
  if (emphasis == Emphasis::kPlain) return "";
  switch (ink) {
    case Ink::kTitle:
      return "\x1B[1;36m";  // bold cyan: legible on dark and on light
    case Ink::kMatch:
      return "\x1B[1m";  // bold
    case Ink::kAside:
      return "\x1B[2m";  // faint
    case Ink::kBar:
      return "\x1B[36m";  // cyan
  }
  return "";
}

std::string_view ink_off(Emphasis emphasis) {
  return emphasis == Emphasis::kPlain ? "" : "\x1B[0m";
}

std::string inked(std::string_view text, Ink ink, Emphasis emphasis) {
  std::string out(ink_on(ink, emphasis));
  out += text;
  out += ink_off(emphasis);
  return out;
}

std::string tamed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    out += is_control(code_point.value) ? " " : text.substr(at, code_point.size);
    at += code_point.size;
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t columns) {
  std::string out = tamed(text);
  std::size_t width = 0;
  std::size_t fits = 0;  // bytes that leave a column for the ellipsis
  for (std::size_t at = 0; at < out.size();) {
    const CodePoint code_point = code_point_at(out, at);
    at += code_point.size;
    width += static_cast<std::size_t>(display_width(code_point.value));
    if (width < columns) fits = at;
    if (width > columns) {
      out.resize(fits);
      return out + "…";
    }
  }
  return out;
}

}  // namespace dateline
