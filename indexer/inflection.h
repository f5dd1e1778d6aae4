// How the names of places change their form in a language, as far as finding them needs: which
// endings a stem may take and which particles may be glued to the front of a word.
//
// Snowball's stemmers are no help here: they map the cases of one name to different stems and
// different names to one. Endings in a closed list after a stem of some length go wrong far less.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

// All letters folded as letter_of() does, all lists separated by spaces.
struct Inflection {
  std::string_view endings;      // that a stem may take
  std::size_t open_endings = 0;  // any ending of at most so many letters, where cases pile up
  std::string_view dropped;      // last letters of a name that its other cases replace
  std::string_view adjectives;   // the same for adjectives in names, two letters each
  std::string_view fixed;        // last letters of names that never change
  std::size_t least_stem = 4;    // letters
  std::string_view particles;    // that may be written together with the word after them

  bool changes_words() const { return !endings.empty() || open_endings > 0; }
};

// Of a language by its ISO 639-1 code; no changes at all if the language is not known here.
const Inflection& inflection_of(std::string_view language);

// The part of a name's word that its cases share: "россия" -> "росси". Nothing if the word has
// only one form. REQUIRES: word is folded and well-formed UTF-8.
std::optional<std::string_view> stem_of(std::string_view word, const Inflection& inflection);

// True if `rest` may follow a stem; it is not empty.
bool is_ending(std::string_view rest, const Inflection& inflection);

// Letters in well-formed UTF-8.
std::size_t letter_count(std::string_view text);

}  // namespace dateline
