#include "common/index/columns_writer.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "common/date.h"
#include "common/index/derived_file.h"
#include "common/index/number_column.h"

namespace dateline {
namespace {

constexpr std::uint32_t packed(const Date& date) {
  return static_cast<std::uint32_t>((date.year * 16 + date.month) * 32 + date.day);
}

Date unpacked(std::uint32_t date) {
  return {static_cast<int>(date / 512), static_cast<int>(date / 32 % 16),
          static_cast<int>(date % 32)};
}

constexpr DayInterval kNoDays{1, 0};

std::string on_one_line(std::string name) {
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

std::vector<char> lines_of(const std::vector<const std::string*>& names) {
  std::vector<char> lines;
  for (const std::string* name : names) {
    lines.insert(lines.end(), name->begin(), name->end());
    lines.push_back('\n');
  }
  return lines;
}

}  // namespace

template <typename Value>
std::uint32_t ColumnsBuilder::Dictionary<Value>::add(const Value& value) {
  const auto [entry, is_new] =
      numbers.try_emplace(value, static_cast<std::uint32_t>(numbers.size()));
  if (is_new) articles.push_back(0);
  ++articles[entry->second];
  return entry->second;
}

template <typename Value>
std::vector<const Value*> ColumnsBuilder::Dictionary<Value>::in_order() const {
  std::vector<const Value*> values(numbers.size());
  for (const auto& [value, number] : numbers) values[number] = &value;
  return values;
}

// Rows of docids that no article has, up to `docid` (exclusive).
void ColumnsBuilder::fill_to(std::uint32_t docid) {
  rows_.present.resize(bitmap_words(docid)), rows_.content_hash.resize(docid);
  rows_.title_words.resize(docid), rows_.body_words.resize(docid), rows_.primary.resize(docid);
  rows_.id_end.resize(docid, static_cast<std::uint32_t>(rows_.ids.size()));
  date_.resize(docid), country_set_.resize(docid), source_.resize(docid), language_.resize(docid);
}

std::uint32_t ColumnsBuilder::add(std::uint32_t docid, const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  CountrySet about;
  for (const CountryCode country : article.countries.about) about.push_back(country.packed());
  std::sort(about.begin(), about.end());
  about.erase(std::unique(about.begin(), about.end()), about.end());

  fill_to(docid);
  rows_.ids.insert(rows_.ids.end(), article.id.begin(), article.id.end());
  fill_to(docid + 1);
  rows_.present[docid / 64] |= std::uint64_t{1} << (docid % 64);
  rows_.content_hash[docid] = indexed.content_hash;
  rows_.title_words[docid] = indexed.title_words;
  rows_.body_words[docid] = indexed.body_words;
  rows_.primary[docid] = article.countries.primary ? article.countries.primary->packed() : 0;
  date_[docid] = dates_.add(packed(article.date.date));
  country_set_[docid] = country_sets_.add(about);
  source_[docid] = sources_.add(on_one_line(article.source));
  language_[docid] = languages_.add(on_one_line(article.language));
  return language_[docid];
}

bool ColumnsBuilder::present(std::uint32_t docid) const {
  return ((rows_.present[docid / 64] >> (docid % 64)) & 1) != 0;
}

std::string_view ColumnsBuilder::id(std::uint32_t docid) const {
  const std::uint32_t start = rows_.id_end[docid - 1];
  return {rows_.ids.data() + start, rows_.id_end[docid] - start};
}

std::string ColumnsBuilder::encode(std::string_view uuid) {
  fill_to(std::max<std::uint32_t>(1, static_cast<std::uint32_t>(rows_.content_hash.size())));
  ColumnArrays<ColumnVector> arrays = rows_;
  put_dates(arrays);
  put_country_sets(arrays);
  put_countries(arrays);
  arrays.source = narrowed(source_);
  arrays.source_names = lines_of(sources_.in_order());
  arrays.source_articles = sources_.articles;
  arrays.language = narrowed(language_);
  arrays.language_names = lines_of(languages_.in_order());
  arrays.language_articles = languages_.articles;
  std::vector<std::string_view> sections;
  std::apply([&sections](const auto&... column) { (sections.push_back(bytes_of(column)), ...); },
             arrays.all());
  return derived_file(kColumnsMagic, uuid, sections);
}

void ColumnsBuilder::put_dates(ColumnArrays<ColumnVector>& arrays) const {
  struct Entry {
    std::int64_t last_day;  // of a date without a year: before all others
    std::uint32_t date;
    DayInterval days;
    std::uint32_t number;  // in the order they were met
  };
  std::vector<Entry> entries;
  for (const auto& [date, number] : dates_.numbers) {
    const auto days = interval_of(unpacked(date));
    entries.push_back({days ? days->last : std::numeric_limits<std::int64_t>::min(), date,
                       days.value_or(kNoDays), number});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
    return std::tie(left.last_day, left.date) > std::tie(right.last_day, right.date);
  });
  std::vector<std::uint32_t> renumbered(entries.size());
  for (const Entry& entry : entries) {
    renumbered[entry.number] = static_cast<std::uint32_t>(arrays.dates.size());
    arrays.dates.push_back(entry.date);
    arrays.first_day.push_back(entry.days.first);
    arrays.last_day.push_back(entry.days.last);
    arrays.date_articles.push_back(dates_.articles[entry.number]);
  }
  std::vector<std::uint32_t> date_of = date_;
  for (std::uint32_t docid = 1; docid < date_of.size(); ++docid) {
    if (present(docid)) date_of[docid] = renumbered[date_of[docid]];
  }
  arrays.date = narrowed(date_of);
  put_newest_first(arrays, date_of);
}

// Sorts by counting, as the dates are in order already; by id only articles of the same last day.
void ColumnsBuilder::put_newest_first(ColumnArrays<ColumnVector>& arrays,
                                      const std::vector<std::uint32_t>& date_of) const {
  std::vector<std::uint32_t> next(arrays.dates.size());  // by date, where its next article goes
  std::exclusive_scan(arrays.date_articles.begin(), arrays.date_articles.end(), next.begin(), 0U);
  std::vector<std::uint32_t>& order = arrays.newest_first;
  order.resize(
      std::accumulate(arrays.date_articles.begin(), arrays.date_articles.end(), std::size_t{0}));
  for (std::uint32_t docid = 1; docid < date_of.size(); ++docid) {
    if (present(docid)) order[next[date_of[docid]]++] = docid;
  }
  const auto same_day = [&arrays](std::size_t one, std::size_t other) {
    const bool unknown = arrays.first_day[one] > arrays.last_day[one];
    const bool other_unknown = arrays.first_day[other] > arrays.last_day[other];
    return unknown == other_unknown && (unknown || arrays.last_day[one] == arrays.last_day[other]);
  };
  std::size_t begin = 0;
  for (std::size_t date = 0; date < arrays.dates.size(); ++date) {
    if (date + 1 < arrays.dates.size() && same_day(date, date + 1)) continue;
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
              order.begin() + static_cast<std::ptrdiff_t>(next[date]),
              [this](std::uint32_t left, std::uint32_t right) {
                return std::pair(id(left), left) < std::pair(id(right), right);
              });
    begin = next[date];
  }
}

void ColumnsBuilder::put_country_sets(ColumnArrays<ColumnVector>& arrays) const {
  arrays.country_set = narrowed(country_set_);
  arrays.set_articles = country_sets_.articles;
  for (const CountrySet* set : country_sets_.in_order()) {
    arrays.set_countries.insert(arrays.set_countries.end(), set->begin(), set->end());
    arrays.set_end.push_back(static_cast<std::uint32_t>(arrays.set_countries.size()));
  }
}

void ColumnsBuilder::put_countries(ColumnArrays<ColumnVector>& arrays) const {
  const std::vector<const CountrySet*> sets = country_sets_.in_order();
  std::map<std::uint16_t, std::vector<std::uint32_t>> docids;  // by country
  for (std::uint32_t docid = 1; docid < country_set_.size(); ++docid) {
    if (!present(docid)) continue;
    for (const std::uint16_t country : *sets[country_set_[docid]]) docids[country].push_back(docid);
  }
  const std::size_t rows = country_set_.size();
  for (const auto& [country, articles] : docids) {
    arrays.countries.push_back(country);
    arrays.country_articles.push_back(static_cast<std::uint32_t>(articles.size()));
    if (!are_many(articles.size(), rows)) {
      arrays.country_docids.insert(arrays.country_docids.end(), articles.begin(), articles.end());
      continue;
    }
    const std::size_t first = arrays.country_bitmaps.size();
    arrays.country_bitmaps.resize(first + bitmap_words(rows));
    for (const std::uint32_t docid : articles) {
      arrays.country_bitmaps[first + docid / 64] |= std::uint64_t{1} << (docid % 64);
    }
  }
}

}  // namespace dateline
