// Recognises headlines and the names of sites among the first lines of a page.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// True if the line reads like a headline: words, not too many, no full stop at its end.
bool looks_like_headline(std::string_view line);

// How many words the line has; a text without blanks counts three letters as one.
int count_words(std::string_view line);

// A line or title made ready to be compared with many others: making it costs more than comparing.
// Without text it repeats nothing and nothing repeats it.
struct ComparedLine {
  std::string_view text;    // must outlive this
  std::string letters;      // its letters and digits, folded
  std::string before_site;  // those before " | Daily News"; empty if no such thing ends the text
};
ComparedLine compared_line(std::string_view text);

// True if `line` repeats `title` up to case, punctuation and what sites add to titles or cut from
// them: "Rhinos at risk | Daily News", "Rhinos at ris ...".
bool repeats_title(const ComparedLine& line, const ComparedLine& title);
bool repeats_title(std::string_view line, const ComparedLine& title);

// True if the line is the name of the site: an address ("Azernews.Az"), or the name or host that
// the record gives as its source.
bool names_site(std::string_view line, std::string_view source, std::string_view url);

}  // namespace dateline
