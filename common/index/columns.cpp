#include "common/index/columns.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/index/derived_file.h"

namespace dateline {
namespace {

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

// The part of `column` between two ends; empty if the file is damaged there.
template <typename T>
std::span<const T> part_between(std::span<const T> column, std::uint32_t start, std::uint32_t end) {
  if (start > end || end > column.size()) return {};
  return column.subspan(start, end - start);
}

Date unpacked(std::uint32_t date) {
  return {static_cast<int>(date / 512), static_cast<int>(date / 32 % 16),
          static_cast<int>(date % 32)};
}

}  // namespace

Result<Columns> Columns::open(const std::filesystem::path& path, std::string_view uuid) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto columns = over(file->bytes(), uuid);
  if (!columns) return damaged_derived_file(path);
  columns->file_ = std::move(*file);
  return std::move(*columns);
}

std::optional<Columns> Columns::over(std::string_view bytes, std::string_view uuid) {
  const auto sections = read_sections(bytes, kColumnsMagic, uuid, kColumns);
  if (!sections) return std::nullopt;
  Columns columns;
  std::size_t next = 0;
  const auto point = [&]<typename T>(std::span<const T>& column) {
    column = numbers_of<T>((*sections)[next++]);
  };
  std::apply([&point](auto&... column) { (point(column), ...); }, columns.rows_.all());
  columns.source_names_ = lines_of(columns.rows_.source_names);
  columns.language_names_ = lines_of(columns.rows_.language_names);
  if (!columns.numbers_are_sound() || !columns.countries_are_sound()) return std::nullopt;
  return columns;
}

// Whether the arrays have the lengths that belong together, and no docid without a row is present.
bool Columns::numbers_are_sound() {
  const std::size_t rows = rows_.content_hash.size();
  const auto point = [rows](NumberColumn& numbers, std::span<const char> bytes) {
    const auto column = NumberColumn::over(bytes, rows);
    if (column) numbers = *column;
    return column.has_value();
  };
  return rows > 0 && rows_.present.size() == bitmap_words(rows) &&
         (rows % 64 == 0 || rows_.present.back() >> (rows % 64) == 0) &&
         rows_.title_words.size() == rows && rows_.body_words.size() == rows &&
         rows_.primary.size() == rows && rows_.id_end.size() == rows && point(date_, rows_.date) &&
         point(country_set_, rows_.country_set) && point(source_, rows_.source) &&
         point(language_, rows_.language) && rows_.newest_first.size() < rows &&
         rows_.first_day.size() == rows_.dates.size() &&
         rows_.last_day.size() == rows_.dates.size() &&
         rows_.date_articles.size() == rows_.dates.size() &&
         rows_.set_end.size() == rows_.set_articles.size() &&
         source_names_.size() == rows_.source_articles.size() &&
         language_names_.size() == rows_.language_articles.size();
}

// Whether the lists of countries are as long as their counts say; remembers where each is.
bool Columns::countries_are_sound() {
  if (rows_.countries.size() != rows_.country_articles.size()) return false;
  const std::size_t rows = rows_.content_hash.size();
  const std::size_t words = bitmap_words(rows);
  std::span<const std::uint64_t> bitmaps = rows_.country_bitmaps;
  std::span<const std::uint32_t> docids = rows_.country_docids;
  for (std::size_t at = 0; at < rows_.countries.size(); ++at) {
    const std::size_t count = rows_.country_articles[at];
    CountryArticles articles{rows_.countries[at], count, {}, {}};
    if (at > 0 && rows_.countries[at - 1] >= rows_.countries[at]) return false;
    if (are_many(count, rows)) {
      if (bitmaps.size() < words) return false;
      articles.bitmap = bitmaps.first(words);
      bitmaps = bitmaps.subspan(words);
    } else {
      if (docids.size() < count) return false;
      articles.docids = docids.first(count);
      docids = docids.subspan(count);
    }
    countries_.push_back(articles);
  }
  return bitmaps.empty() && docids.empty();
}

std::string_view Columns::id(std::uint32_t docid) const {
  if (docid == 0 || docid >= rows_.id_end.size()) return {};
  const auto part = part_between(rows_.ids, rows_.id_end[docid - 1], rows_.id_end[docid]);
  return {part.data(), part.size()};
}

Date Columns::date(std::uint32_t docid) const {
  return present(docid) ? date_numbered(date_[docid]) : Date{};
}

std::optional<DayInterval> Columns::days(std::uint32_t docid) const {
  return present(docid) ? days_numbered(date_[docid]) : std::nullopt;
}

std::span<const std::uint16_t> Columns::countries(std::uint32_t docid) const {
  if (!present(docid)) return {};
  return country_set_numbered(country_set_[docid]);
}

Date Columns::date_numbered(std::uint32_t number) const {
  return unpacked(at(rows_.dates, number));
}

std::optional<DayInterval> Columns::days_numbered(std::uint32_t number) const {
  const DayInterval days{at(rows_.first_day, number), at(rows_.last_day, number)};
  if (number >= rows_.dates.size() || days.first > days.last) return std::nullopt;
  return days;
}

std::span<const std::uint16_t> Columns::country_set_numbered(std::uint32_t number) const {
  if (number >= rows_.set_end.size()) return {};
  return part_between(rows_.set_countries, number == 0 ? 0 : rows_.set_end[number - 1],
                      rows_.set_end[number]);
}

CountryArticles Columns::about(std::uint16_t country) const {
  const auto found = std::lower_bound(
      countries_.begin(), countries_.end(), country,
      [](const CountryArticles& one, std::uint16_t wanted) { return one.country < wanted; });
  if (found == countries_.end() || found->country != country) return {country, 0, {}, {}};
  return *found;
}

}  // namespace dateline
