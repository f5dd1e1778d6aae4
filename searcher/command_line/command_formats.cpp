#include "searcher/command_line/command_formats.h"

namespace dateline {
namespace {

bool has_format(std::string_view command, const AnswerFormat& format) {
  if (command == "show") return format.article != nullptr;
  if (command == "verify") return format.verification != nullptr;
  return format.answer != nullptr;
}

}  // namespace

std::vector<std::string_view> format_names(std::string_view command) {
  std::vector<std::string_view> names;
  for (const AnswerFormat& format : answer_formats()) {
    if (has_format(command, format)) names.push_back(format.name);
  }
  return names;
}

const AnswerFormat* format_named(std::string_view name, std::string_view command) {
  for (const AnswerFormat& format : answer_formats()) {
    if (format.name == name && has_format(command, format)) return &format;
  }
  return nullptr;
}

}  // namespace dateline
