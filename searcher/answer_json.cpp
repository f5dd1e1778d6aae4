#include "searcher/answer_json.h"

#include <cmath>

#include "searcher/article_json.h"

namespace dateline {
namespace {

// The nearest number with so few digits that its shortest decimal form shows no more than them.
double rounded_to_significant(double value, int digits) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double scale = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
  return std::isfinite(scale) ? std::round(value * scale) / scale : value;
}

const char* undated_name(const Filters& filters) {
  switch (filters.undated) {
    case Undated::kDefault:
      return filters.from || filters.to ? "exclude" : "include";
    case Undated::kInclude:
      return "include";
    case Undated::kExclude:
      return "exclude";
    case Undated::kOnly:
      return "only";
  }
  return "include";
}

const char* name_of(Sort sort) {
  switch (sort) {
    case Sort::kRelevance:
      return "relevance";
    case Sort::kNewest:
      return "newest";
    case Sort::kOldest:
      return "oldest";
  }
  return "relevance";
}

const char* name_of(Fold fold) {
  switch (fold) {
    case Fold::kNone:
      return "none";
    case Fold::kCopies:
      return "copies";
    case Fold::kStory:
      return "story";
  }
  return "none";
}

void write_bound(JsonWriter& writer, const char* name, const std::optional<Date>& bound) {
  writer.key(name);
  if (bound) {
    writer.string(to_iso(*bound));
  } else {
    writer.null();
  }
}

void write_strings(JsonWriter& writer, const char* name, const std::vector<std::string>& texts) {
  writer.key(name).begin_plain_array();
  for (const std::string& text : texts) writer.string(text);
  writer.end_array();
}

void write_synonyms(JsonWriter& writer, const std::vector<AddedSynonyms>& synonyms) {
  writer.begin_array();
  for (const AddedSynonyms& added : synonyms) {
    writer.begin_object();
    writer.key("words").string(added.words);
    write_strings(writer, "also", added.also);
    writer.end_object();
  }
  writer.end_array();
}

void write_interpretation(JsonWriter& writer, const Interpretation& one) {
  writer.begin_object();
  writer.key("words").string(one.words);
  writer.key("start").number(one.range.start);
  writer.key("end").number(one.range.end);
  writer.key("country");
  if (one.country) {
    writer.string(one.country->str());
  } else {
    writer.null();
  }
  write_bound(writer, "from", one.from);
  write_bound(writer, "to", one.to);
  writer.end_object();
}

void write_facet(JsonWriter& writer, const Facet& facet) {
  writer.key(facet.name).begin_array();
  for (const FacetValue& value : facet.values) {
    writer.begin_object();
    writer.key("value").string(value.value);
    writer.key("label").string(value.label);
    writer.key("count").number(value.count);
    writer.key("selected").boolean(value.selected);
    writer.key("of_all");
    if (value.of_all) {
      writer.number(*value.of_all);
    } else {
      writer.null();
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_part(JsonWriter& writer, const ScorePart& part) {
  writer.key("score").number(shown_score(part.score));
  writer.key("best").number(shown_score(part.best));
  writer.key("share").number(shown_score(part.share));
}

// The fields of the object, without its braces.
void write_fields(JsonWriter& writer, const Answer& answer) {
  writer.key("query").begin_object();
  writer.key("text").string(answer.query);
  writer.key("understood").string(answer.understood);
  writer.key("did_you_mean");
  if (answer.did_you_mean.empty()) {
    writer.null();
  } else {
    writer.string(answer.did_you_mean);
  }
  writer.key("corrected").boolean(answer.corrected);
  write_synonyms(writer.key("synonyms"), answer.synonyms);
  writer.key("interpreted").begin_array();
  for (const Interpretation& one : answer.interpreted) write_interpretation(writer, one);
  writer.end_array();
  writer.key("interpretation_applied").boolean(answer.interpretation_applied);
  writer.key("relaxed").boolean(answer.relaxed);
  writer.key("expanded").boolean(answer.expanded);
  writer.key("like");
  if (answer.like.empty()) {
    writer.null();
  } else {
    writer.string(answer.like);
  }
  writer.key("sort").string(name_of(answer.sort));
  writer.key("fold").string(name_of(answer.fold));
  writer.key("recency_days");
  if (answer.recency) {
    writer.number(static_cast<std::size_t>(answer.recency->half_life_days));
  } else {
    writer.null();
  }
  writer.key("min_match").number(answer.min_match);
  write_json(writer.key("filters"), answer.filters);
  writer.end_object();
  writer.key("total").begin_object();
  writer.key("articles").number(answer.total_articles);
  writer.key("groups").number(answer.total_groups);
  writer.key("exact").boolean(answer.total_is_exact);
  writer.end_object();
  writer.key("took_ms").number(rounded_milliseconds(answer.took_ms));
  writer.key("passages").begin_array();
  for (const Passage& passage : answer.passages) write_json(writer, passage, answer.fields);
  writer.end_array();
  writer.key("left_out").begin_object();
  writer.key("passages").number(answer.left_out.passages);
  writer.key("repeated").number(answer.left_out.repeated);
  write_strings(writer, "articles", answer.left_out.articles);
  writer.end_object();
  writer.key("facets").begin_object();
  for (const Facet& facet : answer.facets) write_facet(writer, facet);
  writer.end_object();
  writer.key("cursor");
  if (answer.cursor) {
    writer.string(to_string(*answer.cursor));
  } else {
    writer.null();
  }
}

}  // namespace

void write_json(JsonWriter& writer, const Filters& filters) {
  writer.begin_object();
  write_json(writer.key("countries"), filters.countries);
  write_json(writer.key("all_countries"), filters.all_countries);
  write_json(writer.key("not_countries"), filters.not_countries);
  write_bound(writer, "from", filters.from);
  write_bound(writer, "to", filters.to);
  write_bound(writer, "as_of", filters.as_of);
  writer.key("undated").string(undated_name(filters));
  write_strings(writer, "source", filters.sources);
  write_strings(writer, "language", filters.languages);
  writer.end_object();
}

void write_highlights(JsonWriter& writer, const Passage& passage) {
  writer.begin_plain_array();
  for (const ByteRange& range : passage.highlights) {
    writer.begin_plain_array().number(range.start).number(range.end).end_array();
  }
  writer.end_array();
}

void write_also_in(JsonWriter& writer, const std::vector<FoldedArticle>& articles) {
  writer.begin_array();
  for (const FoldedArticle& article : articles) {
    writer.begin_object();
    writer.key("id").string(article.id);
    writer.key("source").string(article.source);
    const bool known = article.date.precision() != DatePrecision::kNone;
    write_bound(writer, "date", known ? std::optional(article.date) : std::nullopt);
    writer.end_object();
  }
  writer.end_array();
}

void write_explanation(JsonWriter& writer, const std::optional<Explanation>& explanation) {
  if (!explanation) {
    writer.null();
    return;
  }
  writer.begin_object();
  writer.key("recency").number(shown_score(explanation->recency));
  write_part(writer.key("article").begin_object(), explanation->article);
  writer.key("words").begin_array();
  for (const ArticleWordPart& word : explanation->article_words) {
    writer.begin_object();
    writer.key("term").string(word.term);
    writer.key("added").boolean(word.added);
    writer.key("weight").number(shown_score(word.weight));
    writer.key("in_title").number(std::size_t{word.in_title});
    writer.key("in_body").number(std::size_t{word.in_body});
    writer.key("score").number(shown_score(word.score));
    writer.end_object();
  }
  writer.end_array().end_object();
  write_part(writer.key("passage").begin_object(), explanation->passage);
  writer.key("words").begin_array();
  for (const PassageWordPart& word : explanation->passage_words) {
    writer.begin_object();
    writer.key("term").string(word.term);
    writer.key("in_title").number(std::size_t{word.in_title});
    writer.key("occurrences").number(std::size_t{word.occurrences});
    writer.key("score").number(shown_score(word.score));
    writer.end_object();
  }
  writer.end_array();
  writer.key("closeness").number(shown_score(explanation->closeness));
  writer.key("phrases").number(shown_score(explanation->phrases));
  writer.key("opening").number(shown_score(explanation->opening));
  writer.end_object().end_object();
}

double rounded_milliseconds(double milliseconds) { return std::round(milliseconds * 1000) / 1000; }

double shown_score(double score) { return rounded_to_significant(score, 6); }

void write_place(JsonWriter& writer, const Passage& passage) {
  writer.key("start").number(passage.range.start);
  writer.key("end").number(passage.range.end);
  writer.key("start_char").number(passage.start_char);
  writer.key("end_char").number(end_char(passage));
}

void write_json(JsonWriter& writer, const Passage& passage, const PassageFields& fields) {
  const auto has = [&fields](PassageField field) { return fields.has(field); };
  writer.begin_object();
  if (has(PassageField::kRank)) writer.key("rank").number(passage.rank);
  if (has(PassageField::kScore)) writer.key("score").number(shown_score(passage.score));
  if (has(PassageField::kText)) writer.key("text").string(passage.text);
  if (has(PassageField::kStart)) writer.key("start").number(passage.range.start);
  if (has(PassageField::kEnd)) writer.key("end").number(passage.range.end);
  if (has(PassageField::kStartChar)) writer.key("start_char").number(passage.start_char);
  if (has(PassageField::kEndChar)) writer.key("end_char").number(end_char(passage));
  if (has(PassageField::kBefore)) writer.key("before").string(passage.before);
  if (has(PassageField::kAfter)) writer.key("after").string(passage.after);
  if (has(PassageField::kHighlights)) write_highlights(writer.key("highlights"), passage);
  if (fields.has_any(PassageField::kId, PassageField::kPrimaryCountry)) {
    write_json(writer.key("article"), passage.article, fields);
  }
  if (has(PassageField::kAlsoIn)) write_also_in(writer.key("also_in"), passage.also_in);
  if (has(PassageField::kExplanation)) {
    write_explanation(writer.key("explanation"), passage.explanation);
  }
  writer.end_object();
}

std::string to_json(const Answer& answer, JsonLayout layout) {
  JsonWriter writer(layout);
  writer.begin_object();
  write_fields(writer, answer);
  writer.end_object();
  return writer.take();
}

std::string answer_line(std::string_view id, const Answer& answer) {
  JsonWriter writer(JsonLayout::kOneLine);
  writer.begin_object().key("id").raw(id);
  write_fields(writer, answer);
  writer.end_object();
  return writer.take() + '\n';
}

std::string error_line(std::string_view id, std::size_t line_number, const Error& error) {
  JsonWriter writer(JsonLayout::kOneLine);
  writer.begin_object().key("id").raw(id).key("line").number(line_number);
  writer.key("error").begin_object();
  writer.key("code").string(code_of(error.kind)).key("message").string(error.message);
  writer.end_object().end_object();
  return writer.take() + '\n';
}

}  // namespace dateline
