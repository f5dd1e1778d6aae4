#include "searcher/answer_records.h"

#include <string_view>

#include "searcher/answer_json.h"
#include "searcher/article_json.h"

namespace dateline {
namespace {

// Unique in the index, as vector stores want it.
std::string passage_id(const Passage& passage) {
  return passage.article.id + '#' + std::to_string(passage.range.start) + '-' +
         std::to_string(passage.range.end);
}

// Flat, as filters of vector stores want it.
void write_metadata(JsonWriter& writer, const Passage& passage) {
  writer.begin_object();
  writer.key("article_id").string(passage.article.id);
  write_citation(writer, passage.article);
  write_place(writer, passage);
  writer.key("before").string(passage.before);
  writer.key("after").string(passage.after);
  writer.key("rank").number(passage.rank);
  writer.key("score").number(shown_score(passage.score));
  writer.end_object();
}

template <typename WriteRecord>
std::string lines_of(const Answer& answer, const WriteRecord& write) {
  std::string out;
  for (const Passage& passage : answer.passages) {
    JsonWriter writer(JsonLayout::kOneLine);
    writer.begin_object();
    write(writer, passage);
    writer.end_object();
    out += writer.take() + '\n';
  }
  return out;
}

void write_names(JsonWriter& writer, std::string_view key,
                 std::initializer_list<std::string_view> names) {
  writer.key(key).begin_plain_array();
  for (const std::string_view name : names) writer.string(name);
  writer.end_array();
}

// What a TextNode is made of. Its id and numbers are for programs: they are kept from the model.
void write_node(JsonWriter& writer, const Passage& passage) {
  constexpr std::string_view kSourceRelation = "1";  // NodeRelationship.SOURCE
  constexpr std::string_view kDocumentType = "4";    // ObjectType.DOCUMENT
  const auto for_programs = {std::string_view("article_id"), std::string_view("date_precision"),
                             std::string_view("start"),      std::string_view("end"),
                             std::string_view("start_char"), std::string_view("end_char"),
                             std::string_view("rank"),       std::string_view("score"),
                             std::string_view("before"),     std::string_view("after")};
  writer.begin_object();
  writer.key("class_name").string("TextNode");
  writer.key("id_").string(passage_id(passage));
  write_metadata(writer.key("metadata"), passage);
  write_names(writer, "excluded_embed_metadata_keys", for_programs);
  write_names(writer, "excluded_llm_metadata_keys", for_programs);
  writer.key("relationships").begin_object().key(kSourceRelation).begin_object();
  writer.key("class_name").string("RelatedNodeInfo");
  writer.key("node_id").string(passage.article.id);
  writer.key("node_type").string(kDocumentType);
  writer.end_object().end_object();
  writer.key("text").string(passage.text);
  writer.key("start_char_idx").number(passage.start_char);
  writer.key("end_char_idx").number(end_char(passage));
  writer.end_object();
}

}  // namespace

std::string to_langchain(const Answer& answer) {
  return lines_of(answer, [](JsonWriter& writer, const Passage& passage) {
    writer.key("id").string(passage_id(passage));
    writer.key("page_content").string(passage.text);
    write_metadata(writer.key("metadata"), passage);
  });
}

std::string to_llamaindex(const Answer& answer) {
  return lines_of(answer, [](JsonWriter& writer, const Passage& passage) {
    writer.key("class_name").string("NodeWithScore");
    write_node(writer.key("node"), passage);
    writer.key("score").number(shown_score(passage.score));
  });
}

std::string to_haystack(const Answer& answer) {
  return lines_of(answer, [](JsonWriter& writer, const Passage& passage) {
    writer.key("id").string(passage_id(passage));
    writer.key("content").string(passage.text);
    write_metadata(writer.key("meta"), passage);
    writer.key("score").number(shown_score(passage.score));
  });
}

std::string to_openai(const Answer& answer) {
  JsonWriter writer(JsonLayout::kIndented);
  writer.begin_object().key("results").begin_array();
  for (const Passage& passage : answer.passages) {
    writer.begin_object();
    writer.key("id").string(passage.article.id);
    writer.key("text").string(passage.text);
    write_citation(writer, passage.article);
    write_place(writer, passage);
    writer.key("before").string(passage.before);
    writer.key("after").string(passage.after);
    writer.key("score").number(shown_score(passage.score));
    writer.end_object();
  }
  writer.end_array().end_object();
  return writer.take() + '\n';
}

std::string to_openai(const Article& article) {
  JsonWriter writer(JsonLayout::kIndented);
  writer.begin_object();
  writer.key("id").string(article.id);
  writer.key("title").string(article.title);
  writer.key("text").string(article.text);
  writer.key("url").string(article.url);
  writer.key("metadata").begin_object();
  write_provenance(writer, article);
  writer.end_object().end_object();
  return writer.take() + '\n';
}

}  // namespace dateline
