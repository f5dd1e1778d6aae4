#include "indexer/page_dateline.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The dateline of a page begins one of its first paragraphs", "[indexer][page_dateline]") {
  const std::string prose =
      " The council met for three hours before it agreed on the new plan for the harbour, which "
      "will be paid for by the port itself and by the two towns that use it most.";
  const auto [text, date, words] = GENERATE_COPY(table<std::string, std::string, std::string>({
      {"BAKU, February 28 -" + prose, "--02-28", "February 28"},
      {"Plan agreed\n\nBAKU, February 28 -" + prose, "--02-28", "February 28"},
      {"Harbour plan agreed after a long night\n\nFeb. 28 (AGENCY) --" + prose, "--02-28",
       "Feb. 28"},
      {prose.substr(1) + "\n\n" + prose.substr(1) + "\n\n" + prose.substr(1) + "\n\n" +
           prose.substr(1) + "\n\nBAKU, February 28 -" + prose,
       "", ""},
      {prose.substr(1), "", ""},
      {"", "", ""},
  }));
  CAPTURE(text);
  Record record;
  record.text = text;
  const auto mention = dateline_on_page(record, lay_out(record, "en"), "en");
  CHECK((mention ? to_iso(mention->date) : "") == date);
  if (mention) CHECK(slice(record.text, mention->span) == words);
}

}  // namespace dateline
