#include "indexer/inspect.h"

#include <nlohmann/json.hpp>

#include "indexer/input_files.h"
#include "indexer/probable_year.h"
#include "indexer/record_reader.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json codes(const std::vector<CountryCode>& countries) {
  Json codes = Json::array();
  for (const CountryCode country : countries) codes.push_back(country.str());
  return codes;
}

void add_span(Json& json, const std::optional<ByteRange>& span, const std::string& text) {
  if (!span) return;
  json["span"] = {span->start, span->end};
  json["text"] = slice(text, *span);
}

// A guess beside a date without a year.
Json probable_year_of(const Article& article) {
  const Date& date = article.date.date;
  if (date.precision() != DatePrecision::kMonthDay) return {};
  const auto year = probable_year(article.text, date, article.language);
  return year ? Json(*year) : Json();
}

Json json_of(const DateFinding& finding, const Article& article) {
  const std::string& text = article.text;
  Json json = {{"value", or_null(to_iso(finding.date))},
               {"precision", to_string(finding.date.precision())},
               {"time", finding.time ? Json(to_string(*finding.time)) : Json()},
               {"confidence", to_string(finding.confidence)},
               {"probability", finding.probability},
               {"evidence", or_null(finding.evidence)},
               {"span", nullptr},
               {"text", nullptr},
               {"probable_year", probable_year_of(article)},
               {"alternatives", Json::array()}};
  add_span(json, finding.span, text);
  for (const DateAlternative& other : finding.alternatives) {
    Json alternative = {{"value", to_iso(other.date)},
                        {"probability", other.probability},
                        {"evidence", other.evidence},
                        {"span", nullptr},
                        {"text", nullptr}};
    add_span(alternative, other.span, text);
    json["alternatives"].push_back(std::move(alternative));
  }
  return json;
}

Json json_of(const CountrySpan& span, const Article& article) {
  return {{"country", span.country.str()},
          {"in", span.in_title ? "title" : "text"},
          {"span", {span.range.start, span.range.end}},
          {"text", slice(span.in_title ? article.title : article.text, span.range)}};
}

Json spans_of(const Article& article) {
  Json spans = Json::array();
  for (const CountrySpan& span : article.countries.spans) spans.push_back(json_of(span, article));
  return spans;
}

class Inspection {
 public:
  Inspection(const std::optional<Date>& published_before, const InspectOutput& output)
      : output_(output), builder_(published_before) {}

  // False once nobody reads the output any more.
  bool inspect(const InputFile& file) {
    auto reader = RecordReader::open(file);
    if (!reader) {
      reject(reader.error());
      return true;
    }
    while (auto record = reader->next()) {
      if (!*record) {
        reject(record->error());
        continue;
      }
      const auto built = builder_.build(**record);
      if (!built) {
        reject(built.error());
      } else if (!output_.line(to_inspect_json(built->indexed))) {
        return false;
      }
    }
    return true;
  }

  void reject(const Error& error) {
    ++rejected_;
    output_.report(error.message);
  }

  std::size_t rejected() const { return rejected_; }

 private:
  const InspectOutput& output_;
  ArticleBuilder builder_;
  std::size_t rejected_ = 0;
};

}  // namespace

std::string to_inspect_json(const IndexedArticle& indexed) {
  const Article& article = indexed.article;
  const CountryFinding& countries = article.countries;
  const Json json = {
      {"id", article.id},
      {"title", article.title},
      {"language", article.language},
      {"date", json_of(article.date, article)},
      {"countries",
       {{"about", codes(countries.about)},
        {"primary", countries.primary ? Json(countries.primary->str()) : Json()},
        {"mentioned", codes(countries.mentioned)},
        {"evidence", or_null(countries.evidence)},
        {"spans", spans_of(article)}}},
      {"words", indexed.body_words},
      {"source", or_null(article.source)},
      {"url", or_null(article.url)},
      {"author", or_null(article.author)},
      {"text", article.text},
      {"body_start", article.body_start},
  };
  return json.dump();
}

std::size_t inspect_inputs(const std::vector<std::string>& inputs,
                           const std::optional<Date>& published_before,
                           const InspectOutput& output) {
  Inspection inspection(published_before, output);
  const InputListing listing = list_inputs(inputs);
  for (const Error& error : listing.errors) inspection.reject(error);
  for (const InputFile& file : listing.files) {
    if (!inspection.inspect(file)) break;
  }
  return inspection.rejected();
}

}  // namespace dateline
