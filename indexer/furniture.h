// Recognises lines of a page that are not the article: share buttons, newsletter boxes, text size
// controls, lists of other articles.
#pragma once

#include <string_view>

namespace dateline {

enum class Furniture {
  kNone,
  kWidget,       // remains of page controls and advertisement marks; dropped wherever they stand
  kLine,         // "Follow us on Twitter @...", "Loading...": dropped at the head and the tail
  kButton,       // "Facebook" alone: furniture only beside other furniture
  kListHeading,  // "Latest See more", "Lesen Sie auch": heads a list of other articles at the tail
  kRule,         // "--", "* * *": dropped where only furniture follows
};

// What kind of furniture the whole line is. Only lines that can hardly be prose count; a line in
// doubt is none.
// REQUIRES: line is well-formed UTF-8 without line ends.
Furniture furniture_of(std::string_view line);

// True if the line names a social network, a newsletter or a handle ("@azernews"). Articles do that
// too; only below the rule that ends an article does it mean anything.
bool names_network(std::string_view line);

// The line without the remains of a text size control at its end: "2024-05-16 + ↺ − 16 px" ->
// "2024-05-16". Only for lines known to be no prose.
std::string_view without_widget_at_end(std::string_view line);

}  // namespace dateline
