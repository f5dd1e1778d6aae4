#include "searcher/passage_fields.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searcher/answer_json.h"
#include "searcher/answer_tables.h"
#include "tests/searcher/sample_answer.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;
using Texts = std::vector<std::string>;

PassageFields fields_of(const Texts& texts) {
  const auto fields = parse_passage_fields(texts);
  if (!fields) FAIL(fields.error().message);
  return *fields;
}

Answer answer_with(const Texts& texts) {
  Answer answer = sample_answer();
  answer.fields = fields_of(texts);
  return answer;
}

}  // namespace

TEST_CASE("All parts are there unless some are named", "[searcher][passage_fields]") {
  CHECK(fields_of({}) == PassageFields{});
  CHECK(fields_of({}).has(PassageField::kExplanation));
  const PassageFields some = fields_of({"id, title", "score"});
  CHECK(some.has(PassageField::kId));
  CHECK(some.has(PassageField::kTitle));
  CHECK(some.has(PassageField::kScore));
  CHECK_FALSE(some.has(PassageField::kText));
}

TEST_CASE("A part that there is not is refused with the near one", "[searcher][passage_fields]") {
  const auto [typed, end] = GENERATE(table<std::string, std::string>({
      {"titel", "not \"titel\"; did you mean title?"},
      {"id,,title", "not \"\""},
      {"", "not \"\""},
      {"id,", "not \"\""},
      {"Id", "not \"Id\"; did you mean id?"},
      {"sentiment", "not \"sentiment\""},
  }));
  const auto fields = parse_passage_fields({typed});
  REQUIRE_FALSE(fields);
  CHECK(fields.error().kind == ErrorKind::kRequest);
  CHECK(fields.error().message.starts_with("fields must be rank, score, "));
  CHECK(fields.error().message.ends_with(end));
}

// Each name alone takes out of the whole passage what has that name.
TEST_CASE("JSON has the parts that are named, where they stand otherwise",
          "[searcher][passage_fields]") {
  const Json whole =
      Json::parse(to_json(answer_with({}), JsonLayout::kOneLine)).at("passages").at(0);
  std::size_t of_article = 0;
  for (const std::string_view choice : passage_field_choices()) {
    const std::string name(choice);
    const Json answer = Json::parse(to_json(answer_with({name}), JsonLayout::kOneLine));
    const Json& part = answer.at("passages").at(0);
    CAPTURE(name);
    CHECK(answer.size() == 7);
    REQUIRE(part.size() == 1);
    if (whole.contains(name)) {
      CHECK(part == Json{{name, whole.at(name)}});
    } else {
      CHECK(part == Json{{"article", {{name, whole.at("article").at(name)}}}});
      ++of_article;
    }
  }
  CHECK(of_article == whole.at("article").size());
  CHECK(passage_field_choices().size() == whole.size() + of_article);
}

// The cell of a CSV with one column and one row.
std::string only_cell(const std::string& csv) {
  const std::size_t begin = csv.find("\r\n") + 2;
  std::string cell = csv.substr(begin, csv.size() - 2 - begin);
  if (!cell.starts_with('"')) return cell;
  cell = cell.substr(1, cell.size() - 2);
  for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 1)) {
    cell.erase(at, 1);
  }
  return cell;
}

std::string joined(const Json& texts) {
  std::string out;
  for (const Json& text : texts) out += (out.empty() ? "" : " ") + text.get<std::string>();
  return out;
}

TEST_CASE("CSV has a column for each part, which says what JSON says",
          "[searcher][passage_fields]") {
  const Json whole =
      Json::parse(to_json(answer_with({}), JsonLayout::kOneLine)).at("passages").at(0);
  for (const std::string_view choice : passage_field_choices()) {
    const std::string name(choice);
    CAPTURE(name);
    if (name == "article") continue;  // several
    const std::string csv = to_csv(answer_with({name}));
    REQUIRE(csv.starts_with(name + "\r\n"));
    const Json& value = whole.contains(name) ? whole.at(name) : whole.at("article").at(name);
    if (name == "countries") {
      CHECK(only_cell(csv) == joined(value));
    } else {
      CHECK(only_cell(csv) == (value.is_string() ? value.get<std::string>() : value.dump()));
    }
  }
  CHECK(to_csv(answer_with({"article"})).starts_with("id,title,url,source,language,date,"));
}

TEST_CASE("JSON lines and CSV have the parts that are named", "[searcher][passage_fields]") {
  CHECK(to_json_lines(answer_with({"id,rank"})) ==
        "{\"rank\":1,\"article\":{\"id\":\"sample-7\"}}\n");
  CHECK(to_csv(answer_with({"id", "rank"})) == "rank,id\r\n1,sample-7\r\n");
  CHECK(to_csv(answer_with({"title"})) == "title\r\nA delivery from Havana\r\n");
}

}  // namespace dateline
