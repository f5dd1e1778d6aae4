// Words for a country in a query: its names, its people, adjectives, in many languages.
#pragma once

#include <span>
#include <vector>

#include "common/country.h"
#include "searcher/interpret/query_words.h"

namespace dateline {

struct PlaceReading {
  std::size_t first = 0;  // of the words read
  std::size_t end = 0;    // exclusive
  CountryCode country;
  bool operator==(const PlaceReading&) const = default;
};

// In the order of the words, the longest names first where they overlap. Read are English words; of
// other languages those of the language that the query's stop words tell, and of languages that the
// letters tell, with what an apostrophe adds to them ("Russia's", "l'Allemagne"). A word that is
// also something else ("Turkey" the bird, "Jordan" the name) counts only with a capital, and not
// beside another word with one; a short one only in capitals ("US", but not in a query of capitals
// alone), with dots ("u.s.") or if it is nothing else ("uk"). "Indian Ocean" and the like are no
// country. Words of more than one country are left alone. The tables of a language are built when
// it is first met, in some milliseconds; safe to use from any thread.
std::vector<PlaceReading> read_places(std::span<const TypedWord> words);

}  // namespace dateline
