#include "searcher/article_json.h"

namespace dateline {
namespace {

void write_date(JsonWriter& writer, const Date& date, const PassageFields& fields = {}) {
  if (fields.has(PassageField::kDate)) {
    writer.key("date");
    if (date.precision() == DatePrecision::kNone) {
      writer.null();
    } else {
      writer.string(to_iso(date));
    }
  }
  if (fields.has(PassageField::kDatePrecision)) {
    writer.key("date_precision").string(to_string(date.precision()));
  }
}

void write_countries(JsonWriter& writer, std::span<const CountryCode> about,
                     const std::optional<CountryCode>& primary, const PassageFields& fields = {}) {
  if (fields.has(PassageField::kCountries)) write_json(writer.key("countries"), about);
  if (!fields.has(PassageField::kPrimaryCountry)) return;
  writer.key("primary_country");
  if (primary) {
    writer.string(primary->str());
  } else {
    writer.null();
  }
}

void write_texts(JsonWriter& writer, const ArticleSummary& article, const PassageFields& fields) {
  const auto write = [&](PassageField field, const char* name, const std::string& text) {
    if (fields.has(field)) writer.key(name).string(text);
  };
  write(PassageField::kTitle, "title", article.title);
  write(PassageField::kUrl, "url", article.url);
  write(PassageField::kSource, "source", article.source);
  write(PassageField::kLanguage, "language", article.language);
}

void write_span(JsonWriter& writer, const std::optional<ByteRange>& span) {
  if (span) {
    writer.begin_plain_array().number(span->start).number(span->end).end_array();
  } else {
    writer.null();
  }
}

void write_date_finding(JsonWriter& writer, const DateFinding& finding) {
  write_date(writer, finding.date);
  writer.key("time");
  if (finding.time) {
    writer.string(to_string(*finding.time));
  } else {
    writer.null();
  }
  writer.key("date_confidence").string(to_string(finding.confidence));
  writer.key("date_probability").number(finding.probability);
  writer.key("date_evidence").string(finding.evidence);
  writer.key("date_span");
  write_span(writer, finding.span);
  writer.key("date_alternatives").begin_array();
  for (const DateAlternative& other : finding.alternatives) {
    writer.begin_object();
    writer.key("date").string(to_iso(other.date));
    writer.key("probability").number(other.probability);
    writer.key("evidence").string(other.evidence);
    writer.key("span");
    write_span(writer, other.span);
    writer.end_object();
  }
  writer.end_array();
}

void write_spans(JsonWriter& writer, const std::vector<CountrySpan>& spans) {
  writer.key("country_spans").begin_array();
  for (const CountrySpan& span : spans) {
    writer.begin_object();
    writer.key("country").string(span.country.str());
    writer.key("in").string(span.in_title ? "title" : "text");
    writer.key("span");
    writer.begin_plain_array().number(span.range.start).number(span.range.end).end_array();
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_json(JsonWriter& writer, std::span<const CountryCode> countries) {
  writer.begin_plain_array();
  for (const CountryCode country : countries) writer.string(country.str());
  writer.end_array();
}

void write_citation(JsonWriter& writer, const ArticleSummary& article,
                    const PassageFields& fields) {
  write_texts(writer, article, fields);
  write_date(writer, article.date, fields);
  write_countries(writer, article.countries, article.primary_country, fields);
}

void write_json(JsonWriter& writer, const ArticleSummary& article, const PassageFields& fields) {
  writer.begin_object();
  if (fields.has(PassageField::kId)) writer.key("id").string(article.id);
  write_citation(writer, article, fields);
  writer.end_object();
}

void write_provenance(JsonWriter& writer, const Article& article) {
  writer.key("source").string(article.source);
  writer.key("author").string(article.author);
  writer.key("language").string(article.language);
  write_date_finding(writer, article.date);
  write_countries(writer, article.countries.about, article.countries.primary);
  writer.key("mentioned_countries");
  write_json(writer, article.countries.mentioned);
  writer.key("country_evidence").string(article.countries.evidence);
  write_spans(writer, article.countries.spans);
  writer.key("body_start").number(article.body_start);
}

std::string to_json(const Article& article, JsonLayout layout) {
  JsonWriter writer(layout);
  writer.begin_object();
  writer.key("id").string(article.id);
  writer.key("title").string(article.title);
  writer.key("url").string(article.url);
  write_provenance(writer, article);
  writer.key("text").string(article.text);
  writer.end_object();
  return writer.take();
}

}  // namespace dateline
