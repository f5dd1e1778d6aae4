// The words beside a name that tell a person from a place: person_words.tsv as sets.
// Safe to use from any thread.
#pragma once

#include <string_view>
#include <unordered_set>

namespace dateline {

using WordSet = std::unordered_set<std::string_view>;

// All folded as letter_of() does; what each set is for is said in the table.
struct PersonWords {
  WordSet titles;
  WordSet given_names;
  WordSet before_places;
  WordSet belongings;
  WordSet longer_names;
  WordSet civic;
  WordSet locates;
};

const PersonWords& person_words();

}  // namespace dateline
