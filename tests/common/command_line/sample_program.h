// A command line with everything that shells and roff could stumble over.
#pragma once

#include "common/command_line/command_line.h"

namespace dateline {

inline ProgramEntry sample_program() {
  const OptionEntry help{{"--help"}, "", {}, "Print this", "Options"};
  const OptionEntry where{
      {"--where", "--place"}, "DIR", {}, ".Place [that] isn't known\\", "Options"};
  const OptionEntry order{{"--sort"}, "ORDER", {"up", "down"}, "Order: up or down", "Ranking"};
  const OptionEntry list{{"--list"}, "FILE", {}, "List", "Ranking"};
  const OptionEntry loud{{"--loud", "--no-loud"}, "", {}, "How `loud` ~ it is", "Output"};
  const OptionEntry times{{"--times"}, "N", {}, "How often", "Output"};
  return {
      "find-it",
      "Finds things.",
      "Example:\n  find-it look 'a b'\n.dot",
      "1.2",
      {help},
      {{"look", "Look: for it", "", {help, where, order, list}, {{"INPUT", {}, "What", true}}},
       {"shout", "Say it", "", {help, loud, times}, {{"TONE", {"high", "low"}, "Tone", false}}}}};
}

}  // namespace dateline
