#include "indexer/record_reader.h"

#include <algorithm>
#include <string>

#include "common/text/decode.h"
#include "common/text/utf8.h"
#include "indexer/json_record.h"

namespace dateline {
namespace {

std::string escaped(char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'%', kDigits[value / 16], kDigits[value % 16]};
}

// A path as ids and messages have it: one line of UTF-8. Other bytes, which file names may hold,
// are written %E9, so that different files keep different ids.
std::string plain_path(const std::filesystem::path& path) {
  const std::string bytes = path.generic_string();
  std::string plain;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t valid = find_invalid_utf8(rest).value_or(rest.size());
    for (const char c : rest.substr(0, valid)) {
      const bool control = (c >= 0 && c < ' ') || c == '\x7F';
      plain += control ? escaped(c) : std::string(1, c);
    }
    if (valid < rest.size()) plain += escaped(rest[valid]);
    rest.remove_prefix(std::min(valid + 1, rest.size()));
  }
  return plain;
}

// By its byte order mark. JSON in other encodings than UTF-8 is not JSON (RFC 8259).
bool is_utf16(std::string_view start) {
  return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
}

}  // namespace

Result<RecordReader> RecordReader::open(const InputFile& file) {
  auto stream = InputStream::open(file.path);
  if (!stream) return within(plain_path(file.path), stream.error());
  return RecordReader(file, std::move(*stream));
}

std::optional<Result<Record>> RecordReader::next() {
  return file_.kind == InputKind::kText ? next_text() : next_json();
}

std::optional<Result<Record>> RecordReader::next_json() {
  if (refused_) return std::nullopt;
  const std::string name = file_.path == "-" ? "standard input" : plain_path(file_.path);
  while (auto line = stream_.next_line()) {
    const std::string origin = name + ":" + std::to_string(++line_);
    if (!*line) return within(origin, line->error());
    std::string_view json = **line;
    if (line_ == 1 && is_utf16(json)) {
      refused_ = true;
      return Error{ErrorKind::kInput,
                   origin + ": in UTF-16; JSON lines are UTF-8: iconv -f UTF-16 -t UTF-8"};
    }
    if (line_ == 1 && json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
    if (json.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    return parse_json_record(json, origin);
  }
  return std::nullopt;
}

std::optional<Result<Record>> RecordReader::next_text() {
  if (line_ > 0) return std::nullopt;
  line_ = 1;
  const std::string path = plain_path(file_.path);
  auto bytes = stream_.read_all();
  if (!bytes) return within(path, bytes.error());
  auto text = decode_text(*bytes);
  if (!text) return within(path, text.error());
  Record record;
  record.origin = path;
  record.id = path;
  record.text = std::move(*text);
  return record;
}

}  // namespace dateline
