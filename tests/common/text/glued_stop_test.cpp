#include "common/text/glued_stop.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// The stop asked about is the first of the text.
bool is_glued(const std::string& text) { return is_glued_stop(text, text.find_first_of(".?!")); }

}  // namespace

TEST_CASE("A stop between a word and a capital is glued", "[text][glued_stop]") {
  for (const char* text :
       {"the guests.Let us", "really?Yes", "rain.It fell", "rain.Coming", "stop!Then",
        "wait.I think", "wait.I’m here", "wait.A", "войны.Потом", "şəhər.Əhali"}) {
    CAPTURE(text);
    CHECK(is_glued(text));
  }
}

TEST_CASE("Stops inside names, numbers and abbreviations are not", "[text][glued_stop]") {
  for (const char* text :
       {"U.S",         "3.5",         "Node.js",       "example.com", "Ph.D",
        "approx.U.S.", "end.",        "end. Next",     "a.M",         ".Net",
        "Booking.Com", "asp.Net is",  "FBI.The",       "node.JS",     "x.",
        ".",           "www.Example", "Gazette.Az is", "and/or.The",  "me@example.Company"}) {
    CAPTURE(text);
    CHECK_FALSE(is_glued(text));
  }
}

}  // namespace dateline
