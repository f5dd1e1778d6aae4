#include "common/command_line/manual_page.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

// What roff would print as something else, such as '-' as a hyphen and '`' as a curly quote: a
// reader copies examples from the page.
std::string in_roff(char c) {
  switch (c) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return {c};
  }
}

// Text as roff prints it unchanged: no line begins with a request.
std::string in_roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && c == '.') out += "\\&";
    line_begins = c == '\n';
    out += in_roff(c);
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + in_roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + in_roff(text) + "\\fR"; }

// Between ".SH" and the end of the line, where '"' would begin an argument.
std::string heading(const char* macro, std::string_view text) {
  return std::string(macro) + " \"" + in_roff(text) + "\"\n";
}

std::string options_text(const std::vector<OptionEntry>& options) {
  std::string out;
  std::string group;
  for (const OptionEntry& option : options) {
    const bool has_heading = option.group != "Options";  // it stands under that of the section
    if (has_heading && option.group != group) out += ".PP\n" + italic(option.group) + ":\n";
    group = option.group;
    out += ".TP\n";
    for (const std::string& spelling : option.spellings) {
      out += (spelling == option.spellings.front() ? "" : ", ") + bold(spelling);
    }
    if (!option.value.empty()) out += ' ' + italic(option.value);
    out += '\n' + in_roff(option.meaning) + '\n';
  }
  return out;
}

// As it is, line by line.
std::string verbatim(const std::string& text) {
  return text.empty() ? "" : ".PP\n.nf\n" + in_roff(text) + "\n.fi\n";
}

std::string command_text(const ProgramEntry& program, const CommandEntry& command) {
  std::string usage = program.name + ' ' + command.name;
  if (!command.options.empty()) usage += " [OPTIONS]";
  for (const ArgumentEntry& argument : command.arguments) {
    usage += ' ' + argument.value + (argument.many ? "..." : "");
  }
  std::string out = heading(".SS", usage) + in_roff(command.meaning) + ".\n";
  for (const ArgumentEntry& argument : command.arguments) {
    out += ".TP\n" + italic(argument.value) + '\n' + in_roff(argument.meaning) + '\n';
  }
  return out + options_text(command.options) + verbatim(command.footer);
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

}  // namespace

std::string manual_page(const ProgramEntry& program) {
  std::string out = ".\\\" Made by: " + program.name + " manual\n.TH \"" +
                    in_roff(upper(program.name)) + "\" 1 \"\" \"dateline " +
                    in_roff(program.version) + "\"\n.ad l\n.nh\n";
  std::string summary = program.meaning;
  if (summary.ends_with('.')) summary.pop_back();
  out += ".SH NAME\n" + in_roff(program.name) + " \\- " + in_roff(summary) + '\n';
  out += ".SH SYNOPSIS\n" + bold(program.name) + ' ' + italic("COMMAND") + " [" + italic("OPTION") +
         "]...\n.SH DESCRIPTION\n" + in_roff(program.meaning) + '\n';
  for (const CommandEntry& command : program.commands) {
    out += ".TP\n" + bold(command.name) + '\n' + in_roff(command.meaning) + '\n';
  }
  out += verbatim(program.footer) + ".SH OPTIONS\n" + options_text(program.options);
  out += ".SH COMMANDS\n";
  for (const CommandEntry& command : program.commands) out += command_text(program, command);
  return out;
}

}  // namespace dateline
