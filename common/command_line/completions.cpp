#include "common/command_line/completions.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> kShells = {"bash", "zsh", "fish"};

bool is_folder(const std::string& value) { return value == "DIR"; }
bool is_file(const std::string& value) { return value == "FILE" || value == "INPUT"; }

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

std::vector<std::string> spellings_of(const std::vector<OptionEntry>& options) {
  std::vector<std::string> all;
  for (const OptionEntry& option : options) {
    all.insert(all.end(), option.spellings.begin(), option.spellings.end());
  }
  return all;
}

// `text` with a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// In single quotes as bash and zsh read them; nothing but their end is special within.
std::string in_single_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + '\'';
}

std::string function_name(const ProgramEntry& program) {
  std::string name = "_" + program.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string made_by(const ProgramEntry& program, std::string_view shell) {
  return "# Made by: " + program.name + " completions " + std::string(shell) + '\n';
}

// --- bash ---

// The statement that completes a value.
std::string bash_value(const std::string& value, const std::vector<std::string>& choices) {
  if (!choices.empty()) {
    return "COMPREPLY=($(compgen -W '" + joined(choices, " ") + "' -- \"$word\")); return";
  }
  if (is_folder(value)) return "compopt -o dirnames; return";
  if (is_file(value)) return "compopt -o default; return";
  return "return";
}

std::string bash_command(const CommandEntry& command) {
  std::string out = "    " + command.name + ")\n      case $before in\n";
  for (const OptionEntry& option : command.options) {
    if (option.value.empty()) continue;
    out += "        " + joined(option.spellings, "|") + ") " +
           bash_value(option.value, option.choices) + " ;;\n";
  }
  out += "      esac\n";
  if (!command.arguments.empty()) {
    const ArgumentEntry& argument = command.arguments.front();
    out += "      [[ $word == -* ]] || { " + bash_value(argument.value, argument.choices) + "; }\n";
  }
  return out + "      names='" + joined(spellings_of(command.options), " ") + "' ;;\n";
}

// Bash takes --sort=newest apart at the '=' before it asks.
std::string bash_script(const ProgramEntry& program) {
  std::vector<std::string> first;
  for (const CommandEntry& command : program.commands) first.push_back(command.name);
  const std::vector<std::string> options = spellings_of(program.options);
  first.insert(first.end(), options.begin(), options.end());
  const std::string function = function_name(program);
  std::string out = made_by(program, "bash") + function + R"(() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} names=
  COMPREPLY=()
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    names=')" + joined(first, " ") +
                    R"('
  else
    case ${COMP_WORDS[1]} in
)";
  for (const CommandEntry& command : program.commands) out += bash_command(command);
  return out + "    esac\n  fi\n  COMPREPLY=($(compgen -W \"$names\" -- \"$word\"))\n}\n" +
         "complete -F " + function + ' ' + program.name + '\n';
}

// --- zsh ---

// ":DIR:_files -/", as _arguments reads it.
std::string zsh_value(const std::string& value, const std::vector<std::string>& choices) {
  std::string out = ":" + escaped(value, ":\\") + ":";
  if (!choices.empty()) return out + "(" + joined(choices, " ") + ")";
  if (is_folder(value)) return out + "_files -/";
  return out + (is_file(value) ? "_files" : " ");
}

std::string zsh_command(const CommandEntry& command) {
  std::string out = "    " + command.name + ")\n      _arguments";
  for (const OptionEntry& option : command.options) {
    for (const std::string& spelling : option.spellings) {
      const std::string meaning = '[' + escaped(option.meaning, "[]\\") + ']';
      std::string spec = '*' + spelling;
      if (!option.value.empty()) spec += '=';
      spec += meaning;
      if (!option.value.empty()) spec += zsh_value(option.value, option.choices);
      out += " \\\n        " + in_single_quotes(spec);
    }
  }
  for (const ArgumentEntry& argument : command.arguments) {
    // One that could be anything would make an option that is typed ambiguous.
    if (argument.choices.empty() && !is_file(argument.value) && !is_folder(argument.value))
      continue;
    out += " \\\n        " + in_single_quotes((argument.many ? "*" : "") +
                                              zsh_value(argument.value, argument.choices));
  }
  return out + " ;;\n";
}

// Works as a file of $fpath, which is run at the first completion, and when it is sourced.
std::string zsh_script(const ProgramEntry& program) {
  const std::string function = function_name(program);
  std::string out = "#compdef " + program.name + '\n' + made_by(program, "zsh") + function +
                    "() {\n  local -a commands=(\n";
  for (const CommandEntry& command : program.commands) {
    out += "    " + in_single_quotes(command.name + ':' + escaped(command.meaning, ":\\")) + '\n';
  }
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe -t commands command commands\n";
  out += "    [[ $PREFIX == -* ]] && compadd -- " + joined(spellings_of(program.options), " ") +
         "\n    return\n  fi\n  shift words\n  (( CURRENT-- ))\n  case $words[1] in\n";
  for (const CommandEntry& command : program.commands) out += zsh_command(command);
  return out + "  esac\n}\nif [[ $funcstack[1] == _" + program.name + " ]]; then\n  " + function +
         " \"$@\"\nelse\n  compdef " + function + ' ' + program.name + "\nfi\n";
}

// --- fish ---

std::string in_fish_quotes(std::string_view text) { return '\'' + escaped(text, "'\\") + '\''; }

std::string fish_value(const std::string& value, const std::vector<std::string>& choices) {
  if (!choices.empty()) return " -x -a " + in_fish_quotes(joined(choices, " "));
  if (is_folder(value)) return " -x -a '(__fish_complete_directories)'";
  return is_file(value) ? " -r -F" : " -x";
}

std::string fish_command(const std::string& complete, const CommandEntry& command) {
  const std::string typed =
      complete + " -n 'string match -q -- " + command.name + " (commandline -opc)[2]'";
  std::string out = complete + " -n 'test (count (commandline -opc)) -eq 1' -a " + command.name +
                    " -d " + in_fish_quotes(command.meaning) + '\n';
  for (const OptionEntry& option : command.options) {
    for (const std::string& spelling : option.spellings) {
      out += typed + " -l " + spelling.substr(2) +
             (option.value.empty() ? "" : fish_value(option.value, option.choices)) + " -d " +
             in_fish_quotes(option.meaning) + '\n';
    }
  }
  for (const ArgumentEntry& argument : command.arguments) {
    if (!argument.choices.empty()) {
      out += typed + " -a " + in_fish_quotes(joined(argument.choices, " ")) + '\n';
    } else if (is_file(argument.value) || is_folder(argument.value)) {
      out += typed + " -F\n";
    }
  }
  return out;
}

std::string fish_script(const ProgramEntry& program) {
  const std::string complete = "complete -c " + program.name;
  std::string out = made_by(program, "fish") + complete + " -f\n";
  for (const OptionEntry& option : program.options) {
    for (const std::string& spelling : option.spellings) {
      out += complete + " -n 'test (count (commandline -opc)) -eq 1' -l " + spelling.substr(2) +
             " -d " + in_fish_quotes(option.meaning) + '\n';
    }
  }
  for (const CommandEntry& command : program.commands) out += fish_command(complete, command);
  return out;
}

}  // namespace

std::span<const std::string_view> completed_shells() { return kShells; }

std::string completion_script(const ProgramEntry& program, std::string_view shell) {
  if (shell == "zsh") return zsh_script(program);
  return shell == "fish" ? fish_script(program) : bash_script(program);
}

}  // namespace dateline
