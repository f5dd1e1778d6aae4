#include "searcher/answer_tables.h"

#include <array>
#include <set>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/answer_json.h"

namespace dateline {
namespace {

std::string digits_of(double number) {
  JsonWriter writer(JsonLayout::kOneLine);
  writer.number(number);
  return writer.take();
}

std::string date_of(const Passage& passage) {
  const Date& date = passage.article.date;
  return date.precision() == DatePrecision::kNone ? "" : to_iso(date);
}

std::string countries_of(const Passage& passage) {
  std::string out;
  for (const CountryCode country : passage.article.countries) {
    if (!out.empty()) out += ' ';
    out += country.str();
  }
  return out;
}

// Lists are JSON in their cell, as in the answer's JSON; what is not there is an empty cell.
template <typename Write>
std::string cell_of(const Write& write) {
  JsonWriter writer(JsonLayout::kOneLine);
  write(writer);
  return writer.take();
}

std::string highlights_of(const Passage& passage) {
  return cell_of([&](JsonWriter& writer) { write_highlights(writer, passage); });
}

std::string also_in_of(const Passage& passage) {
  return cell_of([&](JsonWriter& writer) { write_also_in(writer, passage.also_in); });
}

std::string explanation_of(const Passage& passage) {
  if (!passage.explanation) return "";
  return cell_of([&](JsonWriter& writer) { write_explanation(writer, passage.explanation); });
}

// Every part of a passage is one.
struct Column {
  PassageField field;
  std::string_view name;
  std::string (*value)(const Passage&);
};

constexpr std::array<Column, 21> kColumns = {{
    {PassageField::kRank, "rank",
     [](const Passage& passage) { return std::to_string(passage.rank); }},
    {PassageField::kScore, "score",
     [](const Passage& passage) { return digits_of(shown_score(passage.score)); }},
    {PassageField::kId, "id", [](const Passage& passage) { return passage.article.id; }},
    {PassageField::kTitle, "title", [](const Passage& passage) { return passage.article.title; }},
    {PassageField::kUrl, "url", [](const Passage& passage) { return passage.article.url; }},
    {PassageField::kSource, "source",
     [](const Passage& passage) { return passage.article.source; }},
    {PassageField::kLanguage, "language",
     [](const Passage& passage) { return passage.article.language; }},
    {PassageField::kDate, "date", date_of},
    {PassageField::kDatePrecision, "date_precision",
     [](const Passage& passage) {
       return std::string(to_string(passage.article.date.precision()));
     }},
    {PassageField::kCountries, "countries", countries_of},
    {PassageField::kPrimaryCountry, "primary_country",
     [](const Passage& passage) {
       const auto& primary = passage.article.primary_country;
       return primary ? primary->str() : std::string();
     }},
    {PassageField::kStart, "start",
     [](const Passage& passage) { return std::to_string(passage.range.start); }},
    {PassageField::kEnd, "end",
     [](const Passage& passage) { return std::to_string(passage.range.end); }},
    {PassageField::kStartChar, "start_char",
     [](const Passage& passage) { return std::to_string(passage.start_char); }},
    {PassageField::kEndChar, "end_char",
     [](const Passage& passage) { return std::to_string(end_char(passage)); }},
    {PassageField::kText, "text", [](const Passage& passage) { return passage.text; }},
    {PassageField::kBefore, "before", [](const Passage& passage) { return passage.before; }},
    {PassageField::kAfter, "after", [](const Passage& passage) { return passage.after; }},
    {PassageField::kHighlights, "highlights", highlights_of},
    {PassageField::kAlsoIn, "also_in", also_in_of},
    {PassageField::kExplanation, "explanation", explanation_of},
}};

std::string csv_field(std::string value) {
  if (value.find_first_of("\",\r\n") == std::string::npos) return value;
  for (std::size_t at = value.find('"'); at != std::string::npos; at = value.find('"', at + 2)) {
    value.insert(at, 1, '"');
  }
  return '"' + value + '"';
}

std::string without_spaces(const std::string& id) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : id) {
    if (static_cast<unsigned char>(c) > 0x20) {
      out += c;
    } else {
      out += {'%', kHex[static_cast<std::size_t>(c >> 4)], kHex[static_cast<std::size_t>(c & 15)]};
    }
  }
  return out;
}

}  // namespace

std::string to_json_lines(const Answer& answer) {
  std::string out;
  for (const Passage& passage : answer.passages) {
    JsonWriter writer(JsonLayout::kOneLine);
    write_json(writer, passage, answer.fields);
    out += writer.take() + '\n';
  }
  return out;
}

std::string to_csv(const Answer& answer) {
  std::string out;
  const auto append_row = [&out, &answer](const auto& value_of) {
    bool is_first = true;
    for (const Column& column : kColumns) {
      if (!answer.fields.has(column.field)) continue;
      if (!is_first) out += ',';
      is_first = false;
      out += csv_field(value_of(column));
    }
    out += "\r\n";
  };
  append_row([](const Column& column) { return std::string(column.name); });
  for (const Passage& passage : answer.passages) {
    append_row([&passage](const Column& column) { return column.value(passage); });
  }
  return out;
}

std::string to_trec(const Answer& answer) {
  std::string out;
  std::set<std::string> listed;
  for (const Passage& passage : answer.passages) {
    if (!listed.insert(passage.article.id).second) continue;
    out += "1 Q0 " + without_spaces(passage.article.id) + ' ' + std::to_string(listed.size()) +
           ' ' + digits_of(shown_score(passage.score)) + " dateline\n";
  }
  return out;
}

}  // namespace dateline
