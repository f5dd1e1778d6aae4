#include "searcher/page/html.h"

#include <vector>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("What has a meaning in HTML is escaped", "[searcher][page]") {
  CHECK(escaped(R"(<a href="x" title='y'>&</a>)") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
  CHECK(escaped("Bakı, Größe, 日本, 🐟") == "Bakı, Größe, 日本, 🐟");
}

TEST_CASE("Control characters are spaces, and overrides of direction are left out",
          "[searcher][page]") {
  CHECK(escaped(std::string_view("a\0b\x1B[1m\x7F", 8)) == "a b [1m ");
  CHECK(escaped("a\u0085b") == "a b");
  CHECK(escaped("line\nline") == "line\nline");
  CHECK(escaped("\u202Egnp.exe\u202C") == "gnp.exe\u202C");
  CHECK(escaped("\u202Dabc") == "abc");
}

TEST_CASE("Only addresses of the web are links", "[searcher][page]") {
  CHECK(safe_link("https://news.example/1") == "https://news.example/1");
  CHECK(safe_link("HTTP://news.example") == "HTTP://news.example");
  for (const char* text :
       {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "data:text/html,x",
        "//news.example", "https:", "https://", "vbscript:x", "", "file:///etc"}) {
    CAPTURE(text);
    CHECK(safe_link(text).empty());
  }
}

TEST_CASE("Values of links are percent-encoded", "[searcher][page]") {
  CHECK(percent_encoded("a b&c=d#é~") == "a%20b%26c%3Dd%23%C3%A9~");
}

TEST_CASE("Marks go around their bytes, and text within them stays escaped", "[searcher][page]") {
  const std::vector<Mark> marks = {{{0, 5}, "", ""}, {{6, 9}, "cited", "passage"}};
  CHECK(paragraphs("Größ <b> x", std::vector<Mark>{{{0, 6}, "", ""}}) ==
        "<p dir=\"auto\"><mark>Größ</mark> &lt;b&gt; x</p>\n");
  CHECK(paragraphs("port& <b>", marks) ==
        "<p dir=\"auto\"><mark>port&amp;</mark> <mark id=\"passage\" "
        "class=\"cited\">&lt;b&gt;</mark></p>\n");
}

TEST_CASE("A mark that runs over an empty line is closed and opened again", "[searcher][page]") {
  CHECK(paragraphs("one\n\ntwo", std::vector<Mark>{{{1, 7}, "c", "i"}}) ==
        "<p dir=\"auto\">o<mark id=\"i\" class=\"c\">ne</mark></p>\n<p dir=\"auto\"><mark "
        "class=\"c\">tw</mark>o</p>\n");
}

TEST_CASE("Marks beside each other stay apart, and one in an empty line does no harm",
          "[searcher][page]") {
  CHECK(paragraphs("ab", std::vector<Mark>{{{0, 1}, "", ""}, {{1, 2}, "", ""}}) ==
        "<p dir=\"auto\"><mark>a</mark><mark>b</mark></p>\n");
  CHECK(paragraphs("a\n\n\nb", std::vector<Mark>{{{1, 3}, "", ""}}) ==
        "<p dir=\"auto\">a<mark></mark></p>\n<p dir=\"auto\"><mark></mark>b</p>\n");
  CHECK(paragraphs("", {}) == "<p dir=\"auto\"></p>\n");
  CHECK(paragraphs("end\n\n", {}) == "<p dir=\"auto\">end</p>\n");
}

}  // namespace dateline
