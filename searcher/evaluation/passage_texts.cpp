#include "searcher/evaluation/passage_texts.h"

#include <nlohmann/json.hpp>

#include "common/json_nesting.h"
#include "searcher/evaluation/fields.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepestNesting = 32;

// Whether the line was understood.
bool read_line(const std::string& line, PassageTexts& texts) {
  if (nests_deeper_than(line, kDeepestNesting)) return false;
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) return false;
  const auto id = object.find("_id");
  const auto passages = object.find("passages");
  if (id == object.end() || !id->is_string()) return false;
  if (passages == object.end() || !passages->is_array()) return false;
  std::vector<std::string>& found = texts[id->get<std::string>()];
  for (const json& passage : *passages) {
    if (!passage.is_string()) return false;
    found.push_back(passage.get<std::string>());
  }
  return true;
}

}  // namespace

Result<PassageTexts> read_passage_texts(std::istream& input, const std::string& name) {
  PassageTexts texts;
  std::size_t line_number = 0;
  for (std::string line; std::getline(input, line);) {
    ++line_number;
    if (line.empty() || read_line(line, texts)) continue;
    return Error{ErrorKind::kInput,
                 place_in(name, line_number) +
                     ": expected a JSON object with an \"_id\" and a list of texts, \"passages\""};
  }
  return texts;
}

}  // namespace dateline
