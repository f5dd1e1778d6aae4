#include "common/command_line/manual_page.h"

#include <catch2/catch.hpp>

#include "tests/common/command_line/sample_program.h"

namespace dateline {

TEST_CASE("A manual page says everything, and nothing that roff would obey",
          "[common][command_line]") {
  const std::string page = manual_page(sample_program());
  const auto has = [&page](std::string_view part) { return page.find(part) != std::string::npos; };
  CHECK(has("\n.TH \"FIND\\-IT\" 1 \"\" \"dateline 1.2\"\n"));
  CHECK(has("\n.SH NAME\nfind\\-it \\- Finds things\n"));
  CHECK(has("\n.TP\n\\fBlook\\fR\nLook: for it\n"));
  CHECK(has("\n.SS \"find\\-it look [OPTIONS] INPUT...\"\nLook: for it.\n"));
  CHECK(
      has("\n.TP\n\\fB\\-\\-where\\fR, \\fB\\-\\-place\\fR \\fIDIR\\fR\n"
          "\\&.Place [that] isn\\(aqt known\\e\n"));
  CHECK(has("\n.PP\n\\fIRanking\\fR:\n.TP\n\\fB\\-\\-sort\\fR \\fIORDER\\fR\n"));
  CHECK(has("How \\(galoud\\(ga \\(ti it is\n"));
  CHECK(has("\n.nf\nExample:\n  find\\-it look \\(aqa b\\(aq\n\\&.dot\n.fi\n"));
}

}  // namespace dateline
