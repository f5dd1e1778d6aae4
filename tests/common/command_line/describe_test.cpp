#include "common/command_line/describe.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A program is described by what it declares", "[common][command_line]") {
  CLI::App app{"Finds things.", "find-it"};
  app.set_help_flag("--help", "Print this");
  std::string where;
  std::string order;
  std::vector<std::string> things;
  bool loud = false;
  CLI::App* look = app.add_subcommand("look", "Look for it");
  look->footer("Exit status: 0.");
  look->set_help_flag();
  look->add_option("things", things, "What to look for")->type_name("THING");
  look->add_option("--where,--place", where, "Place")->type_name("DIR");
  CLI::Option* sorted = look->add_option("--sort", order, "Order")->type_name("ORDER");
  sorted->group("Ranking");
  look->add_flag("--loud,!--no-loud", loud, "How");

  const ProgramEntry program = describe(app, "1.2", {{sorted, {"up", "down"}}});
  CHECK(program.name == "find-it");
  CHECK(program.meaning == "Finds things.");
  CHECK(program.version == "1.2");
  REQUIRE(program.options.size() == 1);
  CHECK(program.options[0].spellings == std::vector<std::string>{"--help"});
  CHECK(program.options[0].value.empty());

  REQUIRE(program.commands.size() == 1);
  const CommandEntry& command = program.commands[0];
  CHECK(command.name == "look");
  CHECK(command.footer == "Exit status: 0.");
  REQUIRE(command.arguments.size() == 1);
  CHECK(command.arguments[0].value == "THING");
  CHECK(command.arguments[0].many);
  REQUIRE(command.options.size() == 3);
  CHECK(command.options[0].spellings == std::vector<std::string>{"--where", "--place"});
  CHECK(command.options[0].value == "DIR");
  CHECK(command.options[1].spellings == std::vector<std::string>{"--loud", "--no-loud"});
  CHECK(command.options[1].value.empty());
  CHECK(command.options[2].choices == std::vector<std::string>{"up", "down"});
  CHECK(command.options[2].group == "Ranking");
}

}  // namespace dateline
