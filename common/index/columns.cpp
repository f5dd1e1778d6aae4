#include "common/index/columns.h"

#include <algorithm>

#include "common/index/derived_file.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLCOLUM1";
constexpr std::size_t kColumns =
    std::tuple_size_v<decltype(std::declval<ColumnArrays<ColumnSpan>>().all())>;

std::vector<std::string> lines_of(std::span<const char> column) {
  std::vector<std::string> lines;
  std::string_view rest(column.data(), column.size());
  for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    lines.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return lines;
}

// The part of `column` that belongs to row `docid`; empty if the file is damaged there.
template <typename T>
std::span<const T> part_of(std::span<const T> column, std::span<const std::uint32_t> ends,
                           std::uint32_t docid) {
  if (docid == 0 || docid >= ends.size()) return {};
  const std::uint32_t start = ends[docid - 1];
  const std::uint32_t end = ends[docid];
  if (start > end || end > column.size()) return {};
  return column.subspan(start, end - start);
}

constexpr std::uint32_t packed(const Date& date) {
  return static_cast<std::uint32_t>((date.year * 16 + date.month) * 32 + date.day);
}

}  // namespace

// Rows of docids that no article has, up to `docid` (exclusive).
void ColumnsBuilder::fill_to(std::uint32_t docid) {
  rows_.present.resize(docid), rows_.content_hash.resize(docid);
  rows_.first_day.resize(docid, 1), rows_.last_day.resize(docid, 0), rows_.date.resize(docid);
  rows_.title_words.resize(docid), rows_.body_words.resize(docid);
  rows_.source.resize(docid), rows_.language.resize(docid), rows_.primary.resize(docid);
  rows_.id_end.resize(docid, static_cast<std::uint32_t>(rows_.ids.size()));
  rows_.country_end.resize(docid, static_cast<std::uint32_t>(rows_.countries.size()));
}

std::uint32_t ColumnsBuilder::number_of(Names& names, std::vector<char>& lines, std::string name) {
  std::replace(name.begin(), name.end(), '\n', ' ');
  const auto [entry, is_new] = names.emplace(name, static_cast<std::uint32_t>(names.size()));
  if (is_new) {
    lines.insert(lines.end(), name.begin(), name.end());
    lines.push_back('\n');
  }
  return entry->second;
}

std::uint32_t ColumnsBuilder::add(std::uint32_t docid, const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  const auto days = interval_of(article.date.date);
  fill_to(docid);
  rows_.ids.insert(rows_.ids.end(), article.id.begin(), article.id.end());
  for (const CountryCode country : article.countries.about) {
    rows_.countries.push_back(country.packed());
  }
  rows_.present.push_back(1);
  rows_.content_hash.push_back(indexed.content_hash);
  rows_.first_day.push_back(days ? days->first : 1);
  rows_.last_day.push_back(days ? days->last : 0);
  rows_.date.push_back(packed(article.date.date));
  rows_.title_words.push_back(indexed.title_words);
  rows_.body_words.push_back(indexed.body_words);
  rows_.source.push_back(number_of(sources_, rows_.source_names, article.source));
  rows_.language.push_back(number_of(languages_, rows_.language_names, article.language));
  rows_.primary.push_back(article.countries.primary ? article.countries.primary->packed() : 0);
  rows_.id_end.push_back(static_cast<std::uint32_t>(rows_.ids.size()));
  rows_.country_end.push_back(static_cast<std::uint32_t>(rows_.countries.size()));
  return rows_.language.back();
}

std::string ColumnsBuilder::encode(std::string_view uuid) {
  fill_to(std::max<std::uint32_t>(1, static_cast<std::uint32_t>(rows_.present.size())));
  std::vector<std::string_view> sections;
  std::apply([&sections](const auto&... column) { (sections.push_back(bytes_of(column)), ...); },
             rows_.all());
  return derived_file(kMagic, uuid, sections);
}

Result<Columns> Columns::open(const std::filesystem::path& path, std::string_view uuid) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  Columns columns(std::move(*file));
  const auto sections = read_sections(columns.file_.bytes(), kMagic, uuid, kColumns);
  if (!sections) return damaged_derived_file(path);
  std::size_t next = 0;
  const auto point = [&]<typename T>(std::span<const T>& column) {
    column = numbers_of<T>((*sections)[next++]);
  };
  std::apply([&point](auto&... column) { (point(column), ...); }, columns.rows_.all());
  if (columns.rows_.present.empty()) return damaged_derived_file(path);
  columns.source_names_ = lines_of(columns.rows_.source_names);
  columns.language_names_ = lines_of(columns.rows_.language_names);
  return columns;
}

std::string_view Columns::id(std::uint32_t docid) const {
  const auto part = part_of(rows_.ids, rows_.id_end, docid);
  return {part.data(), part.size()};
}

Date Columns::date(std::uint32_t docid) const {
  const std::uint32_t date = at(rows_.date, docid);
  return {static_cast<int>(date / 512), static_cast<int>(date / 32 % 16),
          static_cast<int>(date % 32)};
}

std::optional<DayInterval> Columns::days(std::uint32_t docid) const {
  const DayInterval days{at(rows_.first_day, docid), at(rows_.last_day, docid)};
  if (docid >= rows_.last_day.size() || days.first > days.last) return std::nullopt;
  return days;
}

std::span<const std::uint16_t> Columns::countries(std::uint32_t docid) const {
  return part_of(rows_.countries, rows_.country_end, docid);
}

}  // namespace dateline
