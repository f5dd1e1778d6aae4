#include "indexer/record_reader.h"

#include "common/text/decode.h"
#include "indexer/json_record.h"

namespace dateline {

Result<RecordReader> RecordReader::open(const InputFile& file) {
  auto stream = InputStream::open(file.path);
  if (!stream) return within(file.path.string(), stream.error());
  return RecordReader(file, std::move(*stream));
}

std::optional<Result<Record>> RecordReader::next() {
  return file_.kind == InputKind::kText ? next_text() : next_json();
}

std::optional<Result<Record>> RecordReader::next_json() {
  const std::string name = file_.path == "-" ? "standard input" : file_.path.string();
  while (auto line = stream_.next_line()) {
    const std::string origin = name + ":" + std::to_string(++line_);
    if (!*line) return within(origin, line->error());
    std::string_view json = **line;
    if (line_ == 1 && json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
    if (json.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    return parse_json_record(json, origin);
  }
  return std::nullopt;
}

std::optional<Result<Record>> RecordReader::next_text() {
  if (line_ > 0) return std::nullopt;
  line_ = 1;
  const std::string path = file_.path.generic_string();
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
