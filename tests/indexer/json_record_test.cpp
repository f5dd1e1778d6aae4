#include "indexer/json_record.h"

#include <catch2/catch.hpp>

#include "common/tsv.h"
#include "tests/support/markdown_table.h"

namespace dateline {
namespace {

std::string codes_of(const Record& record) {
  std::string codes;
  for (const CountryCode country : record.countries) codes += country.str() + " ";
  return codes;
}

Record record_of(const std::string& line) {
  const auto record = parse_json_record(line, "a.jsonl:1");
  INFO(line);
  REQUIRE(record);
  return *record;
}

std::string rejection_of(const std::string& line) {
  const auto record = parse_json_record(line, "a.jsonl:1");
  INFO(line);
  REQUIRE_FALSE(record);
  CHECK(record.error().kind == ErrorKind::kInput);
  return record.error().message;
}

// What a record has under the name that the documentation gives to the field.
std::string field_of(const Record& record, const std::string& what) {
  if (what.starts_with("id")) return record.id;
  if (what.starts_with("URL")) return record.url;
  if (what.starts_with("title")) return record.title;
  if (what.starts_with("text")) return record.text;
  if (what.starts_with("published")) return record.published;
  if (what.starts_with("modified")) return record.modified;
  if (what.starts_with("crawled")) return record.crawled;
  if (what.starts_with("source")) return record.source;
  if (what.starts_with("author")) return record.author;
  if (what.starts_with("language")) return record.language;
  if (what.starts_with("countries")) return codes_of(record);
  FAIL("no field for '" << what << "'");
  return {};
}

}  // namespace

TEST_CASE("A record of nothing but a headline has it as its text", "[indexer][json_record]") {
  const auto record = parse_json_record(R"({"title": "Ferry sinks", "text": " \n"})", "x:1");
  REQUIRE(record);
  CHECK(record->title == "Ferry sinks");
  CHECK(record->text == "Ferry sinks");
}

TEST_CASE("Every name that the documentation lists is read", "[indexer][json_record]") {
  std::size_t names = 0;
  for (const auto& row : markdown_table(DATELINE_SOURCE "/indexer/README.md", "what")) {
    const std::string list = row[1].substr(0, row[1].find_first_of(";:"));
    for (const std::string_view padded : split(list, ',')) {
      const std::string name(padded.substr(padded.find_first_not_of(' ')));
      CAPTURE(row[0], name);
      const std::string value = row[0].starts_with("countries") ? "AZ" : "v";
      const bool is_text = row[0].starts_with("text");
      const std::string line =
          "{\"" + name + "\": \"" + value + "\"" + (is_text ? "" : ", \"text\": \"words\"") + "}";
      CHECK(field_of(record_of(line), row[0]) == (value == "AZ" ? "AZ " : value));
      ++names;
    }
  }
  CHECK(names > 70);
}

TEST_CASE("Names are compared without case and separators", "[indexer][json_record]") {
  const auto name =
      GENERATE(as<std::string>(), "datepublished", "datePublished", "date_published",
               "date-published", "Date Published", "DATE_PUBLISHED", "_datePublished");
  CHECK(record_of("{\"text\": \"w\", \"" + name + "\": \"2023\"}").published == "2023");
}

TEST_CASE("A record of news-please is read", "[indexer][json_record]") {
  const Record record = record_of(R"({
    "authors": ["Ann Reporter", "Bo Writer"], "date_download": "2023-03-05 10:00:00",
    "date_modify": "2023-03-02 08:00:00", "date_publish": "2023-03-01 12:14:00",
    "description": "A summary.", "filename": "x.html", "image_url": "https://example.org/i.png",
    "language": "en", "localpath": null, "maintext": "The words of it.", "source_domain":
    "example.org", "title": "A title", "title_page": null, "title_rss": null,
    "url": "https://www.example.org/a"})");
  CHECK(record.id == "https://www.example.org/a");
  CHECK(record.url == "https://www.example.org/a");
  CHECK(record.title == "A title");
  CHECK(record.text == "The words of it.");
  CHECK(record.author == "Ann Reporter, Bo Writer");
  CHECK(record.source == "example.org");
  CHECK(record.language == "en");
  CHECK(record.published == "2023-03-01 12:14:00");
  CHECK(record.modified == "2023-03-02 08:00:00");
  CHECK(record.crawled == "2023-03-05 10:00:00");
}

TEST_CASE("A record of BEIR is read, metadata included", "[indexer][json_record]") {
  const Record record = record_of(R"({"_id": "d1", "title": "", "text": "Words.",
    "metadata": {"url": "https://example.org/d1", "date": "2023-03-01", "country": "Azerbaijan"}})");
  CHECK(record.id == "d1");
  CHECK(record.title.empty());
  CHECK(record.url == "https://example.org/d1");
  CHECK(record.published == "2023-03-01");
  CHECK(codes_of(record) == "AZ ");
}

TEST_CASE("Records of schema.org and of news services are read", "[indexer][json_record]") {
  const Record markup = record_of(R"({"@type": "NewsArticle", "headline": "H", "articleBody": "B",
    "datePublished": "2023-03-01T12:14:00+04:00", "inLanguage": "az",
    "author": [{"@type": "Person", "name": "Ann"}, {"name": "Bo"}], "publisher": {"name": "The Post"}})");
  CHECK(markup.title == "H");
  CHECK(markup.text == "B");
  CHECK(markup.author == "Ann, Bo");
  CHECK(markup.source == "The Post");
  CHECK(markup.language == "az");
  const Record service = record_of(R"({"source": {"id": null, "name": "The Post"}, "author": null,
    "content": "C", "publishedAt": "2023-03-01T08:14:00Z", "url": "https://example.org/x"})");
  CHECK(service.text == "C");
  CHECK(service.source == "The Post");
  CHECK(service.author.empty());
  CHECK(service.published == "2023-03-01T08:14:00Z");
}

TEST_CASE("The most telling of several names counts", "[indexer][json_record]") {
  CHECK(record_of(R"({"body": "b", "text": "t"})").text == "t");
  CHECK(record_of(R"({"text": "t", "date": "2001", "published": "2002"})").published == "2002");
  CHECK(record_of(R"({"text": "t", "url": "u", "id": "i"})").id == "i");
  CHECK(record_of(R"({"text": "t", "metadata": {"title": "inner"}, "title": "outer"})").title ==
        "outer");
}

TEST_CASE("Null and empty fields are as if they were not there", "[indexer][json_record]") {
  CHECK(record_of(R"({"text": "", "body": null, "content": "c"})").text == "c");
  CHECK(record_of(R"({"text": "t", "title": "", "metadata": {"title": "m"}})").title == "m");
  CHECK(record_of(R"({"text": "t", "id": null, "url": ""})").id == "a.jsonl:1");
  CHECK(record_of(R"({"text": "t", "metadata": null})").text == "t");
  CHECK(record_of(R"({"text": "t", "metadata": "not an object"})").text == "t");
  CHECK(record_of(R"({"text": "t", "authors": []})").author.empty());
}

TEST_CASE("The id is the record's, else its URL, else its place", "[indexer][json_record]") {
  CHECK(record_of(R"({"text": "t", "id": 17})").id == "17");
  CHECK(record_of(R"({"text": "t", "id": 18446744073709551615})").id == "18446744073709551615");
  CHECK(record_of(R"({"text": "t", "url": "https://example.org/a"})").id ==
        "https://example.org/a");
  CHECK(record_of(R"({"text": "t"})").id == "a.jsonl:1");
}

TEST_CASE("Other fields may be numbers where a string is usual", "[indexer][json_record]") {
  CHECK(record_of(R"({"text": "t", "timestamp": 1677672840})").published == "1677672840");
  CHECK(record_of(R"({"text": "t", "title": 1984})").title == "1984");
}

TEST_CASE("Countries are codes or names in any language, once each, in order",
          "[indexer][json_record]") {
  const auto [countries, expected] = GENERATE(table<std::string, std::string>({
      {R"("AZ")", "AZ "},
      {R"(["cu", "AZE", "az"])", "AZ CU "},
      {R"(["Azerbaijan", "Куба", "Deutschland"])", "AZ CU DE "},
      {R"(["Europe", "", "AZ"])", "AZ "},
      {R"([])", ""},
      {R"(null)", ""},
  }));
  CAPTURE(countries);
  CHECK(codes_of(record_of(R"({"text": "t", "countries": )" + countries + "}")) == expected);
}

TEST_CASE("The source is the record's, else the host of its URL", "[indexer][json_record]") {
  const auto [url, host] = GENERATE(table<std::string, std::string>({
      {"https://www.example.org/a", "example.org"},
      {"http://example.org", "example.org"},
      {"https://news.example.org:8080/a?b#c", "news.example.org"},
      {"https://user:secret@example.org/a", "example.org"},
      {"https://example.org?q=me@example.com", "example.org"},
      {"//example.org/a", ""},
      {"example.org/a", ""},
      {"https://", ""},
      {"", ""},
  }));
  CAPTURE(url);
  CHECK(host_of(url) == host);
  CHECK(record_of(R"({"text": "t", "url": ")" + url + "\"}").source == host);
}

TEST_CASE("Strings are cleaned: NUL and control characters are spaces, line ends are one kind",
          "[indexer][json_record]") {
  const Record record = record_of(
      R"({"text": "a\u0000b\u0007c\r\nd\u2028e\ttab", "title": "two\nlines\u0000", "id": "i\nd"})");
  CHECK(record.text == "a b c\nd\ne\ttab");
  CHECK(record.title == "two lines ");
  CHECK(record.id == "i d");
}

TEST_CASE("Escapes become the characters they mean", "[indexer][json_record]") {
  CHECK(record_of(R"({"text": "caf\u00e9 \ud83d\uddde \"q\" \/"})").text ==
        "caf\xC3\xA9 \xF0\x9F\x97\x9E \"q\" /");
}

TEST_CASE("A record that cannot be read says where and why", "[indexer][json_record]") {
  const auto [line, reason] = GENERATE(table<std::string, std::string>({
      {"", "not JSON at byte 1: unexpected end of input"},
      {"rubbish", "not JSON at byte 1: invalid literal"},
      {R"({"text": "words)", "not JSON at byte 16: invalid string: missing closing quote"},
      {R"({"text": "words")", "not JSON at byte 17: unexpected end of input"},
      {R"({"text": "words"} x)", "not JSON at byte 19: invalid literal"},
      {R"({"text": "words"}{})", "not JSON at byte 18: unexpected '{'"},
      {R"({'text': 'words'})", "not JSON at byte 2: invalid literal"},
      {R"({"text": "words",})", "not JSON at byte 18: unexpected '}'"},
      {R"({"text": NaN})", "not JSON at byte 10: invalid literal"},
      {"{\"text\": \"tab\there\"}",
       "not JSON at byte 14: invalid string: control character U+0009 (HT) must be escaped to "
       "\\u0009 or \\t"},
      {"{\"text\": \"caf\xE9 noir\"}",
       "not JSON at byte 15: invalid string: ill-formed UTF-8 byte"},
      {R"({"text": "\ud800"})",
       "not JSON at byte 17: invalid string: surrogate U+D800..U+DBFF must be followed by "
       "U+DC00..U+DFFF"},
      {R"({"text": "w", "n": 1e999})", "not JSON: number overflow parsing '1e999'"},
      {"[]", "a record must be a JSON object, not an array"},
      {"7", "a record must be a JSON object, not a number"},
      {"null", "a record must be a JSON object, not null"},
      {"{}", "no text (looked for text, body, content, maintext, articleBody) and no title"},
      {R"({"text": null})",
       "no text (looked for text, body, content, maintext, articleBody) and no title"},
      {R"({"text": " \n\t"})",
       "no text (looked for text, body, content, maintext, articleBody) and no title"},
      {R"({"text": "\u0000"})",
       "no text (looked for text, body, content, maintext, articleBody) and no title"},
  }));
  CHECK(rejection_of(line) == "a.jsonl:1: " + reason);
}

TEST_CASE("A known field of a type that cannot be read is named", "[indexer][json_record]") {
  const auto [field, reason] = GENERATE(table<std::string, std::string>({
      {R"("text": 7)", "field 'text' must be a string, is a number"},
      {R"("text": ["a", "b"])", "field 'text' must be a string, is an array"},
      {R"("body": {"a": 1})", "field 'body' must be a string, is an object"},
      {R"("text": true)", "field 'text' must be a string, is a boolean"},
      {R"("text": "t", "title": ["a"])", "field 'title' must be a string, is an array"},
      {R"("text": "t", "_id": {"$oid": "7"})", "field '_id' must be a string, is an object"},
      {R"("text": "t", "id": false)", "field 'id' must be a string, is a boolean"},
      {R"("text": "t", "id": 1e30)", "field 'id' must be a string or a whole number, is 1e+30"},
      {R"("text": "t", "url": [])", "field 'url' must be a string, is an array"},
      {R"("text": "t", "date": {"y": 1})", "field 'date' must be a string, is an object"},
      {R"("text": "t", "lang": ["en"])", "field 'lang' must be a string, is an array"},
      {R"("text": "t", "countries": 7)",
       "field 'countries' must be a list of strings, is a number"},
      {R"("text": "t", "country": [7])", "field 'country' must be a list of strings, is a number"},
      {R"("text": "t", "countries": {})",
       "field 'countries' must be a list of strings, is an object"},
  }));
  CHECK(rejection_of("{" + field + "}") == "a.jsonl:1: " + reason);
}

TEST_CASE("Fields that nobody asks for may be anything", "[indexer][json_record]") {
  const auto value = GENERATE(as<std::string>(), "null", "7", "-1.5e300", "true", "[1,[2]]",
                              R"({"deep": {"er": []}})", R"("text")");
  CHECK(record_of(R"({"text": "t", "keywords": )" + value + "}").text == "t");
}

TEST_CASE("Nesting is limited, at no cost", "[indexer][json_record]") {
  const auto nested = [](std::size_t depth) {
    return R"({"text": "t", "x": )" + std::string(depth - 1, '[') + std::string(depth - 1, ']') +
           "}";
  };
  CHECK(record_of(nested(64)).text == "t");
  CHECK(rejection_of(nested(65)) == "a.jsonl:1: nested deeper than 64");
  CHECK(rejection_of(nested(1'000'000)) == "a.jsonl:1: nested deeper than 64");
  CHECK(rejection_of(std::string(1'000'000, '[')) == "a.jsonl:1: nested deeper than 64");
  CHECK(rejection_of(R"({"a":)" + std::string(1'000'000, '{')) ==
        "a.jsonl:1: nested deeper than 64");
}

TEST_CASE("Every cut of a record is rejected, never a crash", "[indexer][json_record]") {
  const std::string line =
      R"({"id": "i", "text": "caf\u00e9 \ud83d\uddde", "n": -1.5e3, "l": [true, null], "o": {}})";
  record_of(line);
  for (std::size_t size = 0; size < line.size(); ++size) {
    REQUIRE_FALSE(parse_json_record(line.substr(0, size), "a.jsonl:1"));
  }
}

}  // namespace dateline
