#include "date_truth.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/file.h"
#include "common/hash.h"
#include "common/text/decode.h"
#include "common/text/utf8.h"
#include "html_text.h"
#include "indexer/input_files.h"
#include "indexer/record_reader.h"

namespace dateline {
namespace {

using Json = nlohmann::json;
using Rows = std::vector<DatedArticle>;

// Fills in the article of a row of truth; false if the row says nothing about its date.
using RowReader = std::function<Result<bool>(const Json& row, DatedArticle& article)>;

Result<Rows> read_rows(const std::filesystem::path& path, const RowReader& read_row) {
  std::ifstream file(path);
  if (!file) return Error{ErrorKind::kMissing, path.string() + ": cannot be read"};
  Rows rows;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    const std::string where = path.string() + ":" + std::to_string(++number);
    try {
      DatedArticle article;
      const Json row = Json::parse(line);
      const auto known = read_row(row, article);
      if (!known) return within(where, known.error());
      if (!*known) continue;
      article.record.origin = where;
      article.group = row.value("url", article.record.id);
      rows.push_back(std::move(article));
    } catch (const Json::exception& error) {
      return Error{ErrorKind::kInput, where + ": " + error.what()};
    }
  }
  return rows;
}

Result<Date> date_in(const Json& value) {
  if (value.is_null()) return Date{};
  const auto date = parse_iso_date(value.get<std::string>());
  if (!date) return Error{ErrorKind::kInput, "not a date: " + value.dump()};
  return *date;
}

// A record of text alone: no title, no URL, no fields.
Result<bool> set(DatedArticle& article, const Json& id, std::string text, const Json& date) {
  const auto truth = date_in(date);
  if (!truth) return truth.error();
  article.record.id = id.get<std::string>();
  article.record.text = clean_text(text);
  article.truth = *truth;
  return true;
}

// Pages of the web mix encodings; a few letters lost do not matter here.
std::string well_formed(std::string bytes) {
  if (auto decoded = decode_text(bytes)) return std::move(*decoded);
  while (const auto broken = find_invalid_utf8(bytes)) bytes[*broken] = '?';
  return bytes;
}

Result<Rows> read_corpus(const std::filesystem::path& folder) {
  std::map<std::string, Record> records;
  const InputListing listing = list_inputs({folder.string()});
  for (const InputFile& file : listing.files) {
    auto reader = RecordReader::open(file);
    if (!reader) return reader.error();
    while (auto record = reader->next()) {
      if (!*record) return record->error();
      const bool is_file = (*record)->id == (*record)->origin;
      if (is_file) (*record)->id = std::filesystem::relative((*record)->id, folder);
      records.emplace((*record)->id, **record);
    }
  }
  return read_rows(folder / "expected.jsonl", [&](const Json& row, DatedArticle& article) {
    const auto record = records.find(row.at("id").get<std::string>());
    if (record == records.end()) {
      return Result<bool>(Error{ErrorKind::kInput, "there is no article " + row.at("id").dump()});
    }
    article.record = record->second;
    const auto truth = date_in(row.at("date"));
    if (!truth) return Result<bool>(truth.error());
    article.truth = *truth;
    return Result<bool>(true);
  });
}

Result<Rows> read_html(const std::filesystem::path& folder, HtmlLayout layout) {
  return read_rows(folder / "truth.jsonl", [&](const Json& row, DatedArticle& article) {
    // Two of its dates are no dates ("2022-29-11").
    if (!row.contains("date") || row.contains("date_odd") || !date_in(row.at("date"))) {
      return Result<bool>(false);
    }
    const auto bytes = read_file(folder / "pages" / row.at("id").get<std::string>());
    if (!bytes) return Result<bool>(bytes.error());
    return set(article, row.at("id"), html_to_text(well_formed(*bytes), layout), row.at("date"));
  });
}

Result<Rows> read_reuters(const std::filesystem::path& folder) {
  return read_rows(folder / "corpus.jsonl", [](const Json& row, DatedArticle& article) {
    const Json& metadata = row.at("metadata");
    const auto dateline = metadata.at("dateline").get<std::string>();
    if (dateline.empty()) return Result<bool>(false);
    const std::string text = dateline + " " + row.at("text").get<std::string>();
    return set(article, row.at("_id"), text, metadata.at("date"));
  });
}

Result<Rows> read_realtimeqa(const std::filesystem::path& folder) {
  return read_rows(folder / "corpus.jsonl", [](const Json& row, DatedArticle& article) {
    return set(article, row.at("_id"), row.at("text").get<std::string>(),
               row.at("metadata").at("date"));
  });
}

}  // namespace

std::uint64_t group_hash(const DatedArticle& article) { return hash_bytes(article.group); }

bool is_held_out(const DatedArticle& article) { return group_hash(article) % 2 == 1; }

Result<std::vector<DatedArticle>> read_date_truth(TruthShape shape,
                                                  const std::filesystem::path& folder,
                                                  HtmlLayout layout) {
  switch (shape) {
    case TruthShape::kCorpus:
      return read_corpus(folder);
    case TruthShape::kHtml:
      return read_html(folder, layout);
    case TruthShape::kReuters:
      return read_reuters(folder);
    case TruthShape::kRealtimeqa:
      return read_realtimeqa(folder);
  }
  return Error{ErrorKind::kRequest, "no such shape of truth"};
}

}  // namespace dateline
