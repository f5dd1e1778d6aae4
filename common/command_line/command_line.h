// A program's command line as plain data: what completions and manual pages are made from.
#pragma once

#include <string>
#include <vector>

namespace dateline {

struct OptionEntry {
  std::vector<std::string> spellings;  // each with its hyphens, at least one; a flag's opposite too
  std::string value;                   // what it takes, such as "DIR"; empty: a flag
  std::vector<std::string> choices;    // all values that can be given; empty: any
  std::string meaning;
  std::string group;  // the heading it stands under
};

// What is given without an option.
struct ArgumentEntry {
  std::string value;  // such as "INPUT"
  std::vector<std::string> choices;
  std::string meaning;
  bool many = false;
};

struct CommandEntry {
  std::string name;
  std::string meaning;
  std::string footer;  // examples and more, in lines of at most 80 bytes
  std::vector<OptionEntry> options;
  std::vector<ArgumentEntry> arguments;
};

struct ProgramEntry {
  std::string name;
  std::string meaning;
  std::string footer;
  std::string version;
  std::vector<OptionEntry> options;  // those that need no command
  std::vector<CommandEntry> commands;
};

}  // namespace dateline
