#include "indexer/index_info.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/index/snapshot.h"
#include "indexer/progress.h"

namespace dateline {
namespace {

void count_article(const Segment& segment, std::uint32_t docid, IndexInfo& info) {
  const Columns& columns = segment.columns;
  ++info.articles;
  info.words += columns.body_words(docid);
  const std::uint32_t language = columns.language(docid);
  if (language < columns.languages().size()) ++info.languages[columns.languages()[language]];
  for (const std::uint16_t country : columns.countries(docid)) {
    ++info.countries[CountryCode::from_packed(country).str()];
  }
  const Date date = columns.date(docid);
  if (date.year == 0) ++info.undated;
  if (date.precision() != DatePrecision::kDay) return;
  const std::string day = to_iso(date);
  if (info.first_day.empty() || day < info.first_day) info.first_day = day;
  info.last_day = std::max(info.last_day, day);
}

// "en 38, az 4, ru 4 and 12 more", the most frequent first.
std::string top_values(const std::map<std::string, std::size_t>& counts) {
  constexpr std::size_t kShown = 12;
  std::vector<std::pair<std::string, std::size_t>> values(counts.begin(), counts.end());
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (std::size_t at = 0; at < values.size() && at < kShown; ++at) {
    text += (at == 0 ? "" : ", ") + values[at].first + " " + std::to_string(values[at].second);
  }
  if (values.size() > kShown) text += " and " + std::to_string(values.size() - kShown) + " more";
  return text.empty() ? "none" : text;
}

}  // namespace

Result<IndexInfo> read_info(const std::filesystem::path& index) {
  const auto snapshot = open_snapshot(index);
  if (!snapshot) return snapshot.error();
  IndexInfo info;
  info.generation = snapshot->manifest.generation;
  info.segments = snapshot->segments.size();
  info.analyser = snapshot->manifest.analyser;
  for (const Segment& segment : snapshot->segments) {
    info.deleted += segment.entry.deleted;
    for (const auto& [name, digest] : segment.entry.files) info.bytes += digest.bytes;
    for (std::uint32_t docid = 1; docid <= segment.entry.last_docid; ++docid) {
      if (segment.alive(docid)) count_article(segment, docid, info);
    }
  }
  return info;
}

std::string to_text(const IndexInfo& info) {
  const std::string days =
      info.first_day.empty() ? "no day known" : info.first_day + " to " + info.last_day;
  return "articles   " + std::to_string(info.articles) + " (" + std::to_string(info.words) +
         " words)\n" +                                                                //
         "dates      " + days + ", " + std::to_string(info.undated) + " undated\n" +  //
         "languages  " + top_values(info.languages) + "\n" +                          //
         "countries  " + top_values(info.countries) + "\n" +                          //
         "segments   " + std::to_string(info.segments) + ", " +
         counted(info.deleted, "deleted article") + " in them\n" +  //
         "size       " + std::to_string(info.bytes) + " bytes\n" +  //
         "generation " + std::to_string(info.generation) + "\n" +   //
         "analyser   " + info.analyser + "\n";
}

std::string to_json(const IndexInfo& info) {
  const nlohmann::ordered_json json = {
      {"generation", info.generation}, {"articles", info.articles},   {"words", info.words},
      {"first_day", info.first_day},   {"last_day", info.last_day},   {"undated", info.undated},
      {"languages", info.languages},   {"countries", info.countries}, {"segments", info.segments},
      {"deleted", info.deleted},       {"bytes", info.bytes},         {"analyser", info.analyser}};
  return json.dump();
}

}  // namespace dateline
