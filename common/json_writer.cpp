#include "common/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace dateline {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// Bytes of the well-formed code point at the front, 0 if there is none. The table of the Unicode
// Standard, 3-7: the second byte's range depends on the first.
std::size_t well_formed_size(std::string_view text) {
  const auto byte = [text](std::size_t at) -> unsigned {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const auto continues = [&byte](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned least = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned most = first == 0xED ? 0x9F : 0xBF;
    return second >= least && second <= most && continues(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned least = first == 0xF0 ? 0x90 : 0x80;
    const unsigned most = first == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
    case '\\':
      out += '\\';
      out += c;
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

// For each byte whether it may be copied as it is.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}();

void append_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;  // bytes of text already in `out`
  for (std::size_t at = 0; at < text.size();) {
    if (kPlain[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::size_t size = well_formed_size(text.substr(at));
    if (size > 1) {
      at += size;
      continue;
    }
    out += text.substr(copied, at - copied);
    if (size == 0) {
      out += kReplacement;
    } else {
      append_escaped(out, text[at]);
    }
    copied = ++at;
  }
  out += text.substr(copied);
  out += '"';
}

}  // namespace

JsonWriter& JsonWriter::begin_object() {
  begin('{');
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  end('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  begin('[');
  return *this;
}

JsonWriter& JsonWriter::begin_plain_array() {
  begin_value();
  ++plain_depth_;
  out_ += '[';
  after_value_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  if (plain_depth_ == 0) {
    end(']');
    return *this;
  }
  --plain_depth_;
  out_ += ']';
  after_value_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  append_string(out_, name);
  out_ += layout_ == JsonLayout::kIndented ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  begin_value();
  append_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::number(std::size_t value) { return raw(std::to_string(value)); }

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  (void)error;  // 24 characters are always enough
  return raw({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  begin_value();
  out_ += json;
  return *this;
}

std::string JsonWriter::take() {
  after_value_ = false;
  return std::exchange(out_, {});
}

void JsonWriter::begin_value() {
  if (after_key_) {
    after_key_ = false;
  } else {
    if (after_value_) out_ += ',';
    if (plain_depth_ == 0) {
      break_line();
    } else if (after_value_ && layout_ == JsonLayout::kIndented) {
      out_ += ' ';
    }
  }
  after_value_ = true;
}

void JsonWriter::begin(char bracket) {
  begin_value();
  out_ += bracket;
  ++depth_;
  after_value_ = false;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (after_value_) break_line();
  out_ += bracket;
  after_value_ = true;
}

void JsonWriter::break_line() {
  if (layout_ == JsonLayout::kOneLine || out_.empty()) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

}  // namespace dateline
