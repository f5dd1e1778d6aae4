#include "common/text/line_wrap.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Text wrapped at a width is told from lines that are paragraphs", "[text][line_wrap]") {
  CHECK(wrapped_line_length("The harbour was closed for a third day on Monday as the storm\n"
                            "moved north along the coast, and officials in three provinces\n"
                            "told people to stay away from the shore until Wednesday, when\n"
                            "Governor Ilham Karimov expects better weather.\n") == 61);
  CHECK(wrapped_line_length("Harbour closed for a third day as storm moves north\n"
                            "Officials in three provinces tell people to stay away\n"
                            "Better weather is expected on Wednesday, governor says\n"
                            "Ferries will not sail until the end of the week\n") == 0);
  CHECK(wrapped_line_length("One line that is not followed by another and so tells nothing\n") ==
        0);
  CHECK(wrapped_line_length("") == 0);
  CHECK(wrapped_line_length("\n\n\n") == 0);
  const std::string paragraph(300, 'x');
  CHECK(wrapped_line_length("short\nand\nsmall\nlines\n" + paragraph) == 0);
}

TEST_CASE("Characters are counted, not bytes", "[text][line_wrap]") {
  CHECK(count_characters("Bakı 北京 🗞") == 9);
  CHECK(count_characters("") == 0);
}

}  // namespace dateline
