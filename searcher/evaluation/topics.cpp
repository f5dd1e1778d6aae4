#include "searcher/evaluation/topics.h"

#include <nlohmann/json.hpp>

#include "common/json_nesting.h"
#include "searcher/evaluation/fields.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepestNesting = 32;

std::string text_of(const json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto field = object.find(name);
    if (field == object.end()) continue;
    if (field->is_string()) return field->get<std::string>();
    if (field->is_number_integer()) return field->dump();
  }
  return "";
}

void read_metadata(const json& object, Topic& topic) {
  for (const auto& [key, value] : object.items()) {
    std::vector<std::string>& values = topic.metadata[key];
    if (value.is_string()) values.push_back(value.get<std::string>());
    if (!value.is_array()) continue;
    for (const json& element : value) {
      if (element.is_string()) values.push_back(element.get<std::string>());
    }
  }
}

Result<Topic> read_json_topic(const std::string& line) {
  const Error wrong{ErrorKind::kInput, "expected a JSON object with an \"_id\" and a \"text\""};
  if (nests_deeper_than(line, kDeepestNesting)) return wrong;
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) return wrong;
  Topic topic{text_of(object, {"_id", "id"}), text_of(object, {"text", "query"}), {}};
  if (topic.id.empty()) return wrong;
  if (const auto metadata = object.find("metadata");
      metadata != object.end() && metadata->is_object()) {
    read_metadata(*metadata, topic);
  }
  return topic;
}

// What follows `tag` in the line, and the label that TREC puts there ("Number:", "Topic:").
std::string after_tag(const std::string& line, std::size_t tag_end) {
  std::string rest = line.substr(tag_end);
  for (const std::string label : {"Number:", "Topic:"}) {
    if (const auto at = rest.find(label); at != std::string::npos) rest.erase(0, at + label.size());
  }
  rest = rest.substr(0, rest.find('<'));
  std::string words;
  for (const std::string& field : fields_of(rest)) words += (words.empty() ? "" : " ") + field;
  return words;
}

// Titles may go on in the following lines, up to the next tag.
std::vector<Topic> read_trec_topics(std::istream& input) {
  std::vector<Topic> topics;
  bool in_title = false;
  const auto add_to_title = [&](const std::string& words) {
    if (topics.empty() || words.empty()) return;
    topics.back().text += (topics.back().text.empty() ? "" : " ") + words;
  };
  for (std::string line; std::getline(input, line);) {
    const auto open = line.find('<');
    const auto close = line.find('>');
    if (open == std::string::npos || close == std::string::npos || close < open) {
      if (in_title) add_to_title(after_tag(line, 0));
      continue;
    }
    const std::string tag = line.substr(open + 1, close - open - 1);
    in_title = tag == "title";
    if (tag == "num") topics.push_back({after_tag(line, close + 1), "", {}});
    if (in_title) add_to_title(after_tag(line, close + 1));
  }
  return topics;
}

}  // namespace

std::string Topic::first(const std::string& key) const {
  const auto values = metadata.find(key);
  return values == metadata.end() || values->second.empty() ? "" : values->second.front();
}

Result<std::vector<Topic>> read_topics(std::istream& input, const std::string& name) {
  std::vector<Topic> topics;
  if ((input >> std::ws).peek() == '<') {
    topics = read_trec_topics(input);
  } else {
    std::size_t line_number = 0;
    for (std::string line; std::getline(input, line);) {
      ++line_number;
      if (fields_of(line).empty()) continue;
      auto topic = read_json_topic(line);
      if (!topic) return within(place_in(name, line_number), topic.error());
      topics.push_back(std::move(*topic));
    }
  }
  if (topics.empty()) return Error{ErrorKind::kInput, name + " has no queries"};
  return topics;
}

}  // namespace dateline
