#include "searcher/page_cursor.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "common/file.h"
#include "common/hash.h"
#include "common/index/manifest.h"
#include "common/text/in_quotes.h"
#include "searcher/request.h"

namespace dateline {
namespace {

constexpr std::size_t kMostBytes = 8192;
constexpr std::uint64_t kFormat = 1;

// Numbers in hexadecimal, with a dot before each but the first.
class NumberWriter {
 public:
  NumberWriter& operator<<(std::uint64_t number) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number, 16).ptr;
    if (!text_.empty()) text_ += '.';
    text_.append(digits.begin(), end);
    return *this;
  }
  NumberWriter& operator<<(double number) { return *this << std::bit_cast<std::uint64_t>(number); }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Reads them again; what is no number, or too large a one, is remembered and read as 0.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : rest_(text) {}

  std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
    const std::string_view digits = rest_.substr(0, rest_.find('.'));
    rest_.remove_prefix(std::min(rest_.size(), digits.size() + 1));
    std::uint64_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const bool read = error == std::errc{} && end == digits.data() + digits.size();
    if (read && number <= most) return number;
    failed_ = true;
    return 0;
  }
  std::uint32_t small() {
    return static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
  }
  double fraction() {
    const auto fraction = std::bit_cast<double>(number());
    if (!std::isfinite(fraction)) failed_ = true;
    return fraction;
  }

  bool is_done() const { return rest_.empty() && !failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

std::optional<PageCursor> read_numbers(std::string_view text) {
  NumberReader reader(text);
  if (reader.number() != kFormat) return std::nullopt;
  PageCursor cursor;
  cursor.generation = reader.number();
  cursor.request = reader.number();
  for (int* part : {&cursor.today.year, &cursor.today.month, &cursor.today.day}) {
    *part = static_cast<int>(reader.number(9999));
  }
  cursor.shown = reader.small();
  cursor.articles = reader.number(kMaxLimit);
  if (reader.number(1) == 1) {
    cursor.block.after = ArticleKey{reader.fraction(), reader.small(), reader.small()};
  }
  cursor.block.part = reader.small();
  cursor.best = {reader.fraction(), reader.fraction()};
  cursor.done.looked_at = reader.small();
  cursor.done.left.resize(reader.number(kMostLeft));
  for (std::uint32_t& left : cursor.done.left) left = reader.small();
  const bool means_something =
      is_valid(cursor.today) && cursor.generation > 0 && cursor.articles > 0;
  if (!reader.is_done() || !means_something) return std::nullopt;
  return cursor;
}

// Parts of a request, told apart by their lengths.
class Fingerprint {
 public:
  Fingerprint& operator<<(std::string_view text) {
    hash_ = hash_bytes(text, hash_bytes(std::to_string(text.size()) + ':', hash_));
    return *this;
  }
  Fingerprint& operator<<(std::size_t number) {
    return *this << std::string_view(std::to_string(number));
  }
  template <typename T>
  Fingerprint& operator<<(const std::vector<T>& values) {
    *this << values.size();
    for (const T& value : values) *this << value;
    return *this;
  }
  Fingerprint& operator<<(const CountryCode& country) {
    return *this << std::string_view(country.str());
  }
  Fingerprint& operator<<(const std::optional<Date>& date) {
    return *this << std::string_view(date ? to_iso(*date) : "");
  }

  std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_ = kHashSeed;
};

}  // namespace

std::string to_string(const PageCursor& cursor) {
  NumberWriter writer;
  const Date& today = cursor.today;
  writer << kFormat << cursor.generation << cursor.request << static_cast<std::uint64_t>(today.year)
         << static_cast<std::uint64_t>(today.month) << static_cast<std::uint64_t>(today.day)
         << cursor.shown << cursor.articles;
  writer << std::uint64_t{cursor.block.after ? 1U : 0U};
  if (const auto& after = cursor.block.after) {
    writer << after->score << std::uint64_t{after->segment} << std::uint64_t{after->docid};
  }
  writer << cursor.block.part << cursor.best.article << cursor.best.passage << cursor.done.looked_at
         << cursor.done.left.size();
  for (const std::uint32_t left : cursor.done.left) writer << std::uint64_t{left};
  const std::uint32_t check = crc32_of(writer.text());
  return (writer << std::uint64_t{check}).text();
}

Result<PageCursor> parse_cursor(std::string_view text) {
  if (text == "first") return PageCursor{};
  const std::size_t dot = text.rfind('.');
  if (dot != std::string_view::npos && text.size() <= kMostBytes) {
    const std::string_view numbers = text.substr(0, dot);
    NumberReader check(text.substr(dot + 1));
    if (check.number() == crc32_of(numbers) && check.is_done()) {
      if (auto cursor = read_numbers(numbers)) return *std::move(cursor);
    }
  }
  return Error{ErrorKind::kRequest,
               "cursor must be the one that an answer gave, or first, not " + in_quotes(text)};
}

std::uint64_t request_fingerprint(const Request& request, const Manifest& manifest) {
  Fingerprint print;
  for (const SegmentEntry& segment : manifest.segments) {
    print << std::string_view(segment.uuid) << std::string_view(segment.deletions);
  }
  const Filters& filters = request.filters;
  print << filters.countries << filters.all_countries << filters.not_countries << filters.from
        << filters.to << static_cast<std::size_t>(filters.undated) << filters.as_of
        << filters.sources << filters.languages;
  print << std::string_view(request.query) << std::size_t{request.strict}
        << std::size_t{request.interpret} << std::string_view(request.like)
        << std::size_t{request.before_it} << static_cast<std::size_t>(request.sort)
        << static_cast<std::size_t>(request.expand) << static_cast<std::size_t>(request.fold)
        << request.per_article << request.passage_words;
  print << static_cast<std::size_t>(request.recency ? request.recency->half_life_days : 0);
  const MinMatch least = request.min_match.value_or(MinMatch{0, false});
  print << least.least << std::size_t{least.per_cent};
  return print.hash();
}

}  // namespace dateline
