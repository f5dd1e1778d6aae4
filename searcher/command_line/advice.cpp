#include "searcher/command_line/advice.h"

#include "common/text/in_quotes.h"
#include "common/text/nearest_name.h"

namespace dateline {
namespace {

Error refusal(std::string message) { return {ErrorKind::kRequest, std::move(message)}; }

std::string nearest_of(std::string_view typed, const std::vector<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const auto nearest = nearest_name(typed, names);
  return nearest ? std::string(*nearest) : "";
}

}  // namespace

std::string see_help(std::string_view command) {
  std::string help = "; see dateline-search ";
  if (!command.empty()) help += std::string(command) + ' ';
  return help + "--help";
}

Error no_command(std::span<const std::string> arguments, const std::vector<std::string>& commands) {
  std::string list = "the commands are " + commands.front();
  for (std::size_t i = 1; i < commands.size(); ++i) {
    list += (i + 1 == commands.size() ? " and " : ", ") + commands[i];
  }
  list += see_help("");
  if (arguments.empty()) return refusal("no command is given; " + list);
  const std::string typed = in_quotes(arguments[0]);
  if (arguments[0].starts_with("--")) {
    return refusal("a command must come before " + typed + "; " + list);
  }
  const std::string nearest = nearest_of(arguments[0], commands);
  if (!nearest.empty()) {
    return refusal("there is no command " + typed + "; did you mean " + nearest + '?');
  }
  return refusal("there is no command " + typed +
                 "; to search, write dateline-search query --index DIR WORDS; " + list);
}

Error no_option(std::string_view typed, std::string_view command,
                const std::vector<std::string>& known) {
  const std::string_view name = typed.substr(0, typed.find('='));
  const std::string nearest = nearest_of(name.substr(2), known);
  return refusal("there is no option " + in_quotes(name) +
                 (nearest.empty() ? see_help(command) : "; did you mean --" + nearest + '?'));
}

}  // namespace dateline
