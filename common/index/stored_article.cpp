#include "common/index/stored_article.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "common/hash.h"
#include "common/index/json_integer.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> strings_of(const std::vector<CountryCode>& countries) {
  std::vector<std::string> codes;
  codes.reserve(countries.size());
  for (const CountryCode country : countries) codes.push_back(country.str());
  return codes;
}

CountryCode country_of(const std::string& code) {
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1])) {
    throw std::invalid_argument("country '" + code + "'");
  }
  return {code[0], code[1]};
}

std::vector<CountryCode> countries_of(const Json& codes) {
  std::vector<CountryCode> countries;
  for (const auto& code : codes) countries.push_back(country_of(code.get<std::string>()));
  return countries;
}

Json json_of(const CountrySpan& span) {
  return {span.country.str(), span.range.start, span.range.end};
}

// The spans in the title or those in the text: "AZ", start, end each.
Json spans_in(const CountryFinding& finding, bool in_title) {
  Json spans = Json::array();
  for (const CountrySpan& span : finding.spans) {
    if (span.in_title == in_title) spans.push_back(json_of(span));
  }
  return spans;
}

void add_spans(std::vector<CountrySpan>& spans, const Json& stored, bool in_title) {
  for (const Json& span : stored) {
    const auto end = integer_of<std::size_t>(span.at(2));
    spans.push_back({country_of(span.at(0).get<std::string>()),
                     in_title,
                     {integer_of<std::size_t>(span.at(1), 0, end), end}});
  }
}

// Probabilities are stored in thousandths.
int per_mille_of(double probability) { return static_cast<int>(std::lround(probability * 1000)); }

double probability_of(const Json& json) {
  return integer_of<int>(json.at("per_mille"), 0, 1000) / 1000.0;
}

Json json_of(const ByteRange& span) { return {span.start, span.end}; }

ByteRange span_of(const Json& json) {
  const auto end = integer_of<std::size_t>(json.at(1));
  return {integer_of<std::size_t>(json.at(0), 0, end), end};
}

Date date_of(const Json& json) {
  const auto value = json.at("value").get<std::string>();
  if (value.empty()) return {};
  const auto date = parse_iso_date(value);
  if (!date) throw std::invalid_argument("date '" + value + "'");
  return *date;
}

Json json_of(const DateAlternative& alternative) {
  Json json = {{"value", to_iso(alternative.date)},
               {"per_mille", per_mille_of(alternative.probability)},
               {"evidence", alternative.evidence}};
  if (alternative.span) json["span"] = json_of(*alternative.span);
  return json;
}

DateAlternative alternative_of(const Json& json) {
  DateAlternative alternative{date_of(json), probability_of(json), json.at("evidence"), {}};
  if (json.contains("span")) alternative.span = span_of(json.at("span"));
  return alternative;
}

Json json_of(const DateFinding& finding) {
  Json json = {{"value", to_iso(finding.date)},
               {"confidence", static_cast<int>(finding.confidence)},
               {"per_mille", per_mille_of(finding.probability)},
               {"evidence", finding.evidence}};
  if (finding.time) {
    json["minute"] = finding.time->hour * 60 + finding.time->minute;
    if (finding.time->utc_offset_minutes) json["utc_offset"] = *finding.time->utc_offset_minutes;
  }
  if (finding.span) json["span"] = json_of(*finding.span);
  for (const DateAlternative& alternative : finding.alternatives) {
    json["alternatives"].push_back(json_of(alternative));
  }
  return json;
}

DateFinding date_finding_of(const Json& json) {
  DateFinding finding;
  finding.date = date_of(json);
  finding.probability = probability_of(json);
  finding.confidence = static_cast<Confidence>(
      integer_of<int>(json.at("confidence"), 0, static_cast<int>(Confidence::kSure)));
  finding.evidence = json.at("evidence").get<std::string>();
  if (json.contains("minute")) {
    constexpr int kMinutesADay = 24 * 60;
    const int minute = integer_of<int>(json.at("minute"), 0, kMinutesADay - 1);
    finding.time = WallTime{minute / 60, minute % 60, std::nullopt};
    if (json.contains("utc_offset")) {
      finding.time->utc_offset_minutes =
          integer_of<int>(json.at("utc_offset"), -kMinutesADay, kMinutesADay);
    }
  }
  if (json.contains("span")) finding.span = span_of(json.at("span"));
  if (json.contains("alternatives")) {
    for (const Json& alternative : json.at("alternatives")) {
      finding.alternatives.push_back(alternative_of(alternative));
    }
  }
  return finding;
}

// Reads what to_hex() writes.
std::uint64_t hash_of(const std::string& hex) {
  std::uint64_t hash = 0;
  const char* const end = hex.data() + hex.size();
  const auto read = std::from_chars(hex.data(), end, hash, 16);
  if (hex.size() != 16 || read.ec != std::errc{} || read.ptr != end) {
    throw std::invalid_argument("hash '" + hex + "'");
  }
  return hash;
}

Json header_of(const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  const CountryFinding& countries = article.countries;
  return {{"id", article.id},
          {"title", article.title},
          {"url", article.url},
          {"source", article.source},
          {"author", article.author},
          {"language", article.language},
          {"body_start", article.body_start},
          {"date", json_of(article.date)},
          {"about", strings_of(countries.about)},
          {"primary", countries.primary ? countries.primary->str() : ""},
          {"mentioned", strings_of(countries.mentioned)},
          {"country_evidence", countries.evidence},
          {"title_spans", spans_in(countries, true)},
          {"text_spans", spans_in(countries, false)},
          {"title_words", indexed.title_words},
          {"body_words", indexed.body_words},
          {"hash", to_hex(indexed.content_hash)}};
}

IndexedArticle indexed_of(const Json& header) {
  IndexedArticle indexed;
  Article& article = indexed.article;
  article.id = header.at("id").get<std::string>();
  if (article.id.empty()) throw std::invalid_argument("an empty id");
  article.title = header.at("title").get<std::string>();
  article.url = header.at("url").get<std::string>();
  article.source = header.at("source").get<std::string>();
  article.author = header.at("author").get<std::string>();
  article.language = header.at("language").get<std::string>();
  article.body_start = integer_of<std::size_t>(header.at("body_start"));
  article.date = date_finding_of(header.at("date"));
  article.countries.about = countries_of(header.at("about"));
  const auto primary = header.at("primary").get<std::string>();
  if (!primary.empty()) article.countries.primary = country_of(primary);
  article.countries.mentioned = countries_of(header.at("mentioned"));
  article.countries.evidence = header.at("country_evidence").get<std::string>();
  add_spans(article.countries.spans, header.at("title_spans"), true);
  add_spans(article.countries.spans, header.at("text_spans"), false);
  indexed.title_words = integer_of<std::uint32_t>(header.at("title_words"));
  indexed.body_words = integer_of<std::uint32_t>(header.at("body_words"));
  indexed.content_hash = hash_of(header.at("hash").get<std::string>());
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
    throw std::out_of_range("an offset that is not in the text");
  }
}

}  // namespace

std::string encode_article(const IndexedArticle& indexed) {
  std::string stored = header_of(indexed).dump();
  stored += '\n';
  stored += indexed.article.text;
  return stored;
}

Result<IndexedArticle> decode_article(std::string_view stored) {
  const std::size_t header_end = std::min(stored.find('\n'), stored.size());
  try {
    IndexedArticle indexed = indexed_of(Json::parse(stored.substr(0, header_end)));
    indexed.article.text = stored_text(stored);
    check_text(indexed.article);
    return indexed;
  } catch (const std::exception& problem) {  // what the JSON library and the readers above throw
    return Error{ErrorKind::kCorrupt, std::string("stored article: ") + problem.what()};
  }
}

std::string_view stored_text(std::string_view stored) {
  const std::size_t header_end = stored.find('\n');
  return header_end == std::string_view::npos ? std::string_view{} : stored.substr(header_end + 1);
}

}  // namespace dateline
