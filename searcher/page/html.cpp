#include "searcher/page/html.h"

#include <algorithm>
#include <cstddef>

#include "common/ascii_letters.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kParagraph = "<p dir=\"auto\">";

void append_escaped(std::string& out, const CodePoint& point, std::string_view bytes) {
  switch (point.value) {
    case U'&':
      out += "&amp;";
      return;
    case U'<':
      out += "&lt;";
      return;
    case U'>':
      out += "&gt;";
      return;
    case U'"':
      out += "&quot;";
      return;
    case U'\'':
      out += "&#39;";
      return;
    case U'\u202D':
    case U'\u202E':
      return;
    default:
      break;
  }
  const bool is_control =
      (point.value < U' ' && point.value != U'\n') || (point.value >= 0x7F && point.value < 0xA0);
  out += is_control ? " " : bytes;
}

std::string opening(const Mark& mark, bool is_first) {
  std::string out = "<mark";
  if (is_first && !mark.id.empty()) out.append(" id=\"").append(mark.id).append("\"");
  if (!mark.style.empty()) out.append(" class=\"").append(mark.style).append("\"");
  return out + ">";
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  const auto same = [](char small, char any) { return ascii_small(any) == small; };
  return text.size() > prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), same);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_escaped(out, point, text.substr(at, point.size));
    at += point.size;
  }
  return out;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text) {
    if (kUnreserved.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string_view safe_link(std::string_view url) {
  const bool is_safe =
      starts_with_ignoring_case(url, "http://") || starts_with_ignoring_case(url, "https://");
  return is_safe ? url : std::string_view{};
}

std::string paragraphs(std::string_view text, std::span<const Mark> marks) {
  // What is to be written before the byte at which the loop below stops.
  std::string out(kParagraph);
  std::size_t at = 0;
  auto mark = marks.begin();
  bool is_open = false;
  while (at < text.size()) {
    if (is_open && at >= mark->range.end) {
      out += "</mark>";
      is_open = false;
      ++mark;
    }
    if (!is_open && mark != marks.end() && at >= mark->range.start) {
      out += opening(*mark, true);
      is_open = true;
    }
    if (text.substr(at, 2) == "\n\n") {
      while (at < text.size() && text[at] == '\n') ++at;
      if (at == text.size()) break;
      out.append(is_open ? "</mark>" : "").append("</p>\n").append(kParagraph);
      if (is_open) out += opening(*mark, false);
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    append_escaped(out, point, text.substr(at, point.size));
    at += point.size;
  }
  return out.append(is_open ? "</mark>" : "").append("</p>\n");
}

}  // namespace dateline
