// Numbers are varints (varint.h), texts have their size in front, a date is one number, a country
// two letters. Offsets are checked once, here, so that all who cut the text by them need not.
#include "common/index/stored_article.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>

#include "common/ascii_letters.h"
#include "common/index/varint.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// Bits of the byte that says which parts of a date finding follow.
constexpr std::uint64_t kTime = 1;
constexpr std::uint64_t kOffset = 2;
constexpr std::uint64_t kSpan = 4;
constexpr std::uint64_t kAllParts = 7;

constexpr int kMinutesADay = 24 * 60;

class HeadWriter {
 public:
  std::string take() { return std::move(bytes_); }

  void number(std::uint64_t number) { append_varint(number, bytes_); }

  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }

  void hash(std::uint64_t hash) {
    bytes_.append(reinterpret_cast<const char*>(&hash), sizeof hash);
  }

  void country(CountryCode country) { bytes_.append(country.letters, 2); }

  void countries(const std::vector<CountryCode>& countries) {
    number(countries.size());
    for (const CountryCode code : countries) country(code);
  }

  void date(const Date& date) {
    const int packed = (date.year * 16 + date.month) * 32 + date.day;
    number(static_cast<std::uint64_t>(packed));
  }

  void probability(double probability) {
    number(static_cast<std::uint64_t>(std::lround(probability * 1000)));
  }

  void range(const ByteRange& range) {
    number(range.start);
    number(range.size());
  }

 private:
  std::string bytes_;
};

void write(const DateFinding& finding, HeadWriter& head) {
  head.date(finding.date);
  head.number(static_cast<std::uint64_t>(finding.confidence));
  head.probability(finding.probability);
  head.text(finding.evidence);
  const bool has_offset = finding.time && finding.time->utc_offset_minutes;
  head.number((finding.time ? kTime : 0U) | (has_offset ? kOffset : 0U) |
              (finding.span ? kSpan : 0U));
  if (finding.time) {
    const int minute = finding.time->hour * 60 + finding.time->minute;
    head.number(static_cast<std::uint64_t>(minute));
  }
  if (has_offset) {
    const int minutes = *finding.time->utc_offset_minutes + kMinutesADay;
    head.number(static_cast<std::uint64_t>(minutes));
  }
  if (finding.span) head.range(*finding.span);
  head.number(finding.alternatives.size());
  for (const DateAlternative& other : finding.alternatives) {
    head.date(other.date);
    head.probability(other.probability);
    head.text(other.evidence);
    head.number(other.span ? kSpan : 0U);
    if (other.span) head.range(*other.span);
  }
}

void write(const CountryFinding& finding, HeadWriter& head) {
  head.countries(finding.about);
  head.number(finding.primary ? 1 : 0);
  if (finding.primary) head.country(*finding.primary);
  head.countries(finding.mentioned);
  head.text(finding.evidence);
  head.number(finding.spans.size());
  for (const CountrySpan& span : finding.spans) {
    head.country(span.country);
    head.number(span.in_title ? 1 : 0);
    head.range(span.range);
  }
}

// Throws std::invalid_argument where the bytes are not what HeadWriter writes.
class HeadReader {
 public:
  explicit HeadReader(std::string_view bytes) : rest_(bytes) {}

  bool at_end() const { return rest_.empty(); }

  std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint32_t>::max()) {
    if (rest_.empty()) throw std::invalid_argument("it ends early");
    const std::uint64_t number = take_varint(rest_);
    if (number > most) throw std::invalid_argument("a number that is too large");
    return number;
  }

  std::string text() {
    const std::string_view text = bytes(number());
    if (find_invalid_utf8(text)) throw std::invalid_argument("text that is not UTF-8");
    return std::string(text);
  }

  std::uint64_t hash() {
    std::uint64_t hash = 0;
    std::memcpy(&hash, bytes(sizeof hash).data(), sizeof hash);
    return hash;
  }

  CountryCode country() {
    const std::string_view code = bytes(2);
    if (!is_ascii_capital(code[0]) || !is_ascii_capital(code[1]))
      throw std::invalid_argument("a country");
    return {code[0], code[1]};
  }

  std::vector<CountryCode> countries() {
    std::vector<CountryCode> countries;
    for (auto left = number(); left > 0; --left) countries.push_back(country());
    return countries;
  }

  Date date() {
    const auto packed = static_cast<int>(number(std::numeric_limits<int>::max()));
    const Date date{packed / 512, packed / 32 % 16, packed % 32};
    if (!is_valid(date)) throw std::invalid_argument("a date");
    return date;
  }

  double probability() { return static_cast<double>(number(1000)) / 1000; }

  ByteRange range() {
    const std::size_t start = number();
    return {start, start + number()};
  }

 private:
  std::string_view bytes(std::size_t size) {
    if (size > rest_.size()) throw std::invalid_argument("it ends early");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
};

DateAlternative read_alternative(HeadReader& head) {
  DateAlternative other{head.date(), head.probability(), head.text(), {}};
  if (head.number(kAllParts) == kSpan) other.span = head.range();
  return other;
}

DateFinding read_date(HeadReader& head) {
  DateFinding finding;
  finding.date = head.date();
  finding.confidence =
      static_cast<Confidence>(head.number(static_cast<std::uint64_t>(Confidence::kSure)));
  finding.probability = head.probability();
  finding.evidence = head.text();
  const std::uint64_t parts = head.number(kAllParts);
  if ((parts & kTime) != 0) {
    const auto minute = static_cast<int>(head.number(kMinutesADay - 1));
    finding.time = WallTime{minute / 60, minute % 60, std::nullopt};
    if ((parts & kOffset) != 0) {
      finding.time->utc_offset_minutes =
          static_cast<int>(head.number(std::uint64_t{2} * kMinutesADay)) - kMinutesADay;
    }
  }
  if ((parts & kSpan) != 0) finding.span = head.range();
  for (auto left = head.number(); left > 0; --left) {
    finding.alternatives.push_back(read_alternative(head));
  }
  return finding;
}

CountryFinding read_countries(HeadReader& head) {
  CountryFinding finding;
  finding.about = head.countries();
  if (head.number(1) == 1) finding.primary = head.country();
  finding.mentioned = head.countries();
  finding.evidence = head.text();
  for (auto left = head.number(); left > 0; --left) {
    CountrySpan span{head.country(), head.number(1) == 1, {}};
    span.range = head.range();
    finding.spans.push_back(span);
  }
  return finding;
}

std::string head_of(const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  HeadWriter head;
  head.text(article.id);
  head.text(article.title);
  head.text(article.url);
  head.text(article.source);
  head.text(article.author);
  head.text(article.language);
  head.number(article.body_start);
  head.number(indexed.title_words);
  head.number(indexed.body_words);
  head.hash(indexed.content_hash);
  write(article.date, head);
  write(article.countries, head);
  return head.take();
}

IndexedArticle read_head(std::string_view bytes) {
  HeadReader head(bytes);
  IndexedArticle indexed;
  Article& article = indexed.article;
  article.id = head.text();
  if (article.id.empty()) throw std::invalid_argument("an empty id");
  article.title = head.text();
  article.url = head.text();
  article.source = head.text();
  article.author = head.text();
  article.language = head.text();
  article.body_start = head.number();
  indexed.title_words = static_cast<std::uint32_t>(head.number());
  indexed.body_words = static_cast<std::uint32_t>(head.number());
  indexed.content_hash = head.hash();
  article.date = read_date(head);
  article.countries = read_countries(head);
  if (!head.at_end()) throw std::invalid_argument("more than belongs there");
  return indexed;
}

bool is_offset(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (text[at] & 0xC0) != 0x80);
}

bool is_range(std::string_view text, const ByteRange& range) {
  return is_offset(text, range.start) && is_offset(text, range.end);
}

// What all who read the text rely on: it is UTF-8, and offsets lie between its characters.
void check_text(const Article& article) {
  if (find_invalid_utf8(article.text)) throw std::invalid_argument("text that is not UTF-8");
  const auto& spans = article.countries.spans;
  const bool spans_fit = std::all_of(spans.begin(), spans.end(), [&](const CountrySpan& span) {
    return is_range(span.in_title ? article.title : article.text, span.range);
  });
  const auto is_in_text = [&](const std::optional<ByteRange>& span) {
    return !span || is_range(article.text, *span);
  };
  const auto& others = article.date.alternatives;
  const bool dates_fit = is_in_text(article.date.span) &&
                         std::all_of(others.begin(), others.end(),
                                     [&](const auto& other) { return is_in_text(other.span); });
  if (!is_offset(article.text, article.body_start) || !spans_fit || !dates_fit) {
    throw std::invalid_argument("an offset that is not in the text");
  }
}

// Leaves in `stored` what follows the head.
std::string_view take_head(std::string_view& stored) {
  const std::uint64_t bytes = take_varint(stored);
  if (bytes > stored.size()) throw std::invalid_argument("it ends early");
  const std::string_view head = stored.substr(0, bytes);
  stored.remove_prefix(bytes);
  return head;
}

Error corrupt(const std::exception& problem) {
  return {ErrorKind::kCorrupt, std::string("stored article: ") + problem.what()};
}

}  // namespace

std::string encode_article(const IndexedArticle& indexed) {
  const std::string head = head_of(indexed);
  std::string stored;
  stored.reserve(head.size() + indexed.article.text.size() + 4);
  append_varint(head.size(), stored);
  stored += head;
  stored += indexed.article.text;
  return stored;
}

Result<IndexedArticle> decode_article(std::string_view stored) {
  try {
    IndexedArticle indexed = read_head(take_head(stored));
    indexed.article.text = stored;
    check_text(indexed.article);
    return indexed;
  } catch (const std::invalid_argument& problem) {
    return corrupt(problem);
  }
}

Result<IndexedArticle> decode_head(std::string_view stored) {
  try {
    return read_head(take_head(stored));
  } catch (const std::invalid_argument& problem) {
    return corrupt(problem);
  }
}

}  // namespace dateline
