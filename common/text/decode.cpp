// How the encoding is told. News archives hold UTF-8, some UTF-16 from Windows editors, and old
// Latin-1 or windows-1252 pages. A byte order mark decides. Without one, text that is well-formed
// UTF-8 is UTF-8: other encodings hardly ever are by accident. What is left is windows-1252 only if
//  - not one multi-byte sequence of UTF-8 is in it: otherwise it is damaged UTF-8, and reading that
//    as windows-1252 would turn every accent into two wrong letters;
//  - every byte has a character in windows-1252;
//  - accented letters are a minority: in Cyrillic, Greek, Arabic or Hebrew code pages nearly every
//    letter is above 0x7F.
// Anything else is refused rather than guessed: a wrong guess is indexed for good and nobody sees
// it.

#include "common/text/decode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "common/text/utf8.h"

namespace dateline {
namespace {

enum class ByteOrder { kLittleEndian, kBigEndian };

// The characters of 0x80..0x9F in windows-1252; 0 where it has none.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// A few stray control characters do not make a text binary.
constexpr std::size_t kControlsTolerated = 3;
constexpr std::size_t kBytesPerControl = 100;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

bool is_control(std::uint8_t byte) {
  return (byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7F;
}

std::string hex(std::uint8_t byte) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(byte));
  return text.data();
}

Error input_error(std::string message) { return {ErrorKind::kInput, std::move(message)}; }

void append(std::string& text, UChar32 code_point) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, code_point);
  text.append(bytes.data(), size);
}

std::optional<Error> find_binary(std::string_view bytes) {
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return input_error("binary data, not text (NUL at byte " + std::to_string(nul) + ")");
  }
  const auto in_byte = [](char c) { return is_control(static_cast<std::uint8_t>(c)); };
  const auto controls =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), in_byte));
  if (controls <= kControlsTolerated || controls * kBytesPerControl <= bytes.size()) {
    return std::nullopt;
  }
  const auto first = std::find_if(bytes.begin(), bytes.end(), in_byte);
  return input_error("binary data, not text (control character " +
                     hex(static_cast<std::uint8_t>(*first)) + " at byte " +
                     std::to_string(first - bytes.begin()) + ")");
}

// Latin text in UTF-16 has NUL in one half of its bytes and hardly any in the other.
std::optional<ByteOrder> unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
  std::array<std::size_t, 2> nuls = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++nuls[i % 2];
  }
  const std::size_t most = bytes.size() / 2 * 9 / 10;
  if (nuls[0] == 0 && nuls[1] > most) return ByteOrder::kLittleEndian;
  if (nuls[1] == 0 && nuls[0] > most) return ByteOrder::kBigEndian;
  return std::nullopt;
}

// `bytes` is the whole file, so that errors name offsets in it; the text starts at byte `at`.
Result<std::string> from_utf16(std::string_view bytes, std::size_t at, ByteOrder order) {
  const std::size_t low = order == ByteOrder::kLittleEndian ? 0 : 1;
  const auto unit = [&](std::size_t i) {
    return static_cast<char16_t>(byte_at(bytes, i + low) | byte_at(bytes, i + 1 - low) << 8);
  };
  std::string text;
  text.reserve(bytes.size());
  for (; at + 2 <= bytes.size(); at += 2) {
    const char16_t first = unit(at);
    if (first == 0) {
      return input_error("binary data, not text (NUL character at byte " + std::to_string(at) +
                         ")");
    }
    if (!U16_IS_SURROGATE(first)) {
      append(text, first);
    } else if (U16_IS_SURROGATE_LEAD(first) && at + 4 <= bytes.size() &&
               U16_IS_TRAIL(unit(at + 2))) {
      append(text, U16_GET_SUPPLEMENTARY(first, unit(at + 2)));
      at += 2;
    } else {
      return input_error("invalid UTF-16 at byte " + std::to_string(at) +
                         " (half of a surrogate pair), convert the file to UTF-8");
    }
  }
  if (at < bytes.size()) {
    return input_error("invalid UTF-16 (an odd number of bytes), convert the file to UTF-8");
  }
  return text;
}

bool is_windows_1252(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t letters = 0;
  std::size_t accented = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint8_t byte = byte_at(bytes, at);
    if (byte < 0x80) {
      letters += u_isalpha(byte) ? 1 : 0;
      ++at;
      continue;
    }
    if (byte < 0xA0 && kWindows1252[byte - 0x80] == 0) return false;
    if (byte >= 0xC0) ++accented;
    const std::size_t start = at;
    UChar32 code_point = 0;
    U8_NEXT(data, at, bytes.size(), code_point);
    if (code_point >= 0) return false;
    at = start + 1;
  }
  return accented <= letters;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    append(text, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
  }
  return text;
}

Result<std::string> to_utf8(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    return input_error("UTF-32 is not supported, convert the file to UTF-8");
  }
  if (bytes.starts_with("\xFF\xFE"sv)) return from_utf16(bytes, 2, ByteOrder::kLittleEndian);
  if (bytes.starts_with("\xFE\xFF"sv)) return from_utf16(bytes, 2, ByteOrder::kBigEndian);
  if (const auto order = unmarked_utf16(bytes)) return from_utf16(bytes, 0, *order);

  if (auto binary = find_binary(bytes)) return *std::move(binary);
  const auto invalid = find_invalid_utf8(bytes);
  if (!invalid) return std::string(bytes);
  if (is_windows_1252(bytes)) return from_windows_1252(bytes);
  return input_error("invalid UTF-8 at byte " + std::to_string(*invalid) + " (" +
                     hex(byte_at(bytes, *invalid)) + "), convert the file to UTF-8");
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const auto value = static_cast<UChar32>(c.value);
    if (!u_isUWhiteSpace(value) &&
        !u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
      return false;
    }
    at += c.size;
  }
  return true;
}

// What replaces the bytes at `at`: '\0' and 1 if they stay as they are.
struct Replacement {
  char with = '\0';
  std::size_t size = 1;
};

Replacement replacement_at(std::string_view text, std::size_t at) {
  const std::uint8_t byte = byte_at(text, at);
  if (byte == '\r') return {'\n', text.substr(at).starts_with("\r\n") ? 2u : 1u};
  if (byte == '\v' || byte == '\f') return {'\n', 1};
  if (byte != '\n' && byte != '\t' && is_control(byte)) return {' ', 1};
  if (byte == 0xC2) {
    const std::uint8_t second = byte_at(text, at + 1);
    if (second < 0xA0) return {second == 0x85 ? '\n' : ' ', 2};
  }
  if (byte == 0xE2 && byte_at(text, at + 1) == 0x80 && (byte_at(text, at + 2) | 1) == 0xA9) {
    return {'\n', 3};
  }
  return {};
}

}  // namespace

Result<std::string> decode_text(std::string_view bytes) {
  auto text = to_utf8(bytes);
  if (!text) return text;
  std::string cleaned = clean_text(*text);
  if (is_blank(cleaned)) return input_error("empty");
  return cleaned;
}

std::string clean_text(std::string_view utf8) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  std::string text;
  text.reserve(utf8.size());
  std::size_t kept = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Replacement replacement = replacement_at(utf8, at);
    if (replacement.with != '\0') {
      text.append(utf8, kept, at - kept);
      text.push_back(replacement.with);
      kept = at + replacement.size;
    }
    at += replacement.size;
  }
  text.append(utf8, kept);
  return text;
}

}  // namespace dateline
