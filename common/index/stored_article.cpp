#include "common/index/stored_article.h"

#include <nlohmann/json.hpp>

#include "common/hash.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> strings_of(const std::vector<CountryCode>& countries) {
  std::vector<std::string> codes;
  for (const CountryCode country : countries) codes.push_back(country.str());
  return codes;
}

CountryCode country_of(const std::string& code) {
  if (code.size() != 2) throw std::invalid_argument("country '" + code + "'");
  return {code[0], code[1]};
}

std::vector<CountryCode> countries_of(const Json& codes) {
  std::vector<CountryCode> countries;
  for (const auto& code : codes) countries.push_back(country_of(code.get<std::string>()));
  return countries;
}

Json json_of(const DateFinding& finding) {
  Json json = {{"value", to_iso(finding.date)},
               {"confidence", static_cast<int>(finding.confidence)},
               {"evidence", finding.evidence}};
  if (finding.time) {
    json["minute"] = finding.time->hour * 60 + finding.time->minute;
    if (finding.time->utc_offset_minutes) json["utc_offset"] = *finding.time->utc_offset_minutes;
  }
  if (finding.span) json["span"] = {finding.span->start, finding.span->end};
  return json;
}

DateFinding date_finding_of(const Json& json) {
  DateFinding finding;
  const auto value = json.at("value").get<std::string>();
  if (!value.empty()) {
    const auto date = parse_iso_date(value);
    if (!date) throw std::invalid_argument("date '" + value + "'");
    finding.date = *date;
  }
  finding.confidence = static_cast<Confidence>(json.at("confidence").get<int>() & 3);
  finding.evidence = json.at("evidence").get<std::string>();
  if (json.contains("minute")) {
    const int minute = json.at("minute").get<int>();
    finding.time = WallTime{minute / 60, minute % 60, std::nullopt};
    if (json.contains("utc_offset")) {
      finding.time->utc_offset_minutes = json.at("utc_offset").get<int>();
    }
  }
  if (json.contains("span")) {
    finding.span = ByteRange{json.at("span").at(0).get<std::size_t>(),
                             json.at("span").at(1).get<std::size_t>()};
  }
  return finding;
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
          {"title_words", indexed.title_words},
          {"body_words", indexed.body_words},
          {"hash", to_hex(indexed.content_hash)}};
}

IndexedArticle indexed_of(const Json& header) {
  IndexedArticle indexed;
  Article& article = indexed.article;
  article.id = header.at("id").get<std::string>();
  article.title = header.at("title").get<std::string>();
  article.url = header.at("url").get<std::string>();
  article.source = header.at("source").get<std::string>();
  article.author = header.at("author").get<std::string>();
  article.language = header.at("language").get<std::string>();
  article.body_start = header.at("body_start").get<std::size_t>();
  article.date = date_finding_of(header.at("date"));
  article.countries.about = countries_of(header.at("about"));
  const auto primary = header.at("primary").get<std::string>();
  if (!primary.empty()) article.countries.primary = country_of(primary);
  article.countries.mentioned = countries_of(header.at("mentioned"));
  article.countries.evidence = header.at("country_evidence").get<std::string>();
  indexed.title_words = header.at("title_words").get<std::uint32_t>();
  indexed.body_words = header.at("body_words").get<std::uint32_t>();
  indexed.content_hash = std::stoull(header.at("hash").get<std::string>(), nullptr, 16);
  return indexed;
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
    if (indexed.article.body_start > indexed.article.text.size()) {
      throw std::invalid_argument("body_start beyond the text");
    }
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
