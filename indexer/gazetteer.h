// Names of places and what each may mean, found in a text by longest match from left to right.
//
// A trie over words, not letters: most words of a text start no name and cost one look at a filter.
// All of it is one block of memory without pointers (gazetteer_image.h), which gazetteer_builder.h
// makes: of the names in English when the program is compiled, so that using them costs no time at
// the start. Never changed: safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/gazetteer_image.h"
#include "indexer/inflection.h"
#include "indexer/place_name.h"
#include "indexer/place_text.h"

namespace dateline {

struct PlaceMatch {
  std::size_t word_count = 0;
  const PlaceName* name = nullptr;  // in the image; the same name has always the same address
};

class Gazetteer {
 public:
  // REQUIRES: `image` is what GazetteerBuilder made with the same inflection, starts at an address
  // divisible by 8, and outlives the gazetteer.
  explicit Gazetteer(std::string_view image, const Inflection& inflection = {});

  // The longest name that starts at a word of the text, if its form allows it there.
  // REQUIRES: first < text.words.size().
  std::optional<PlaceMatch> longest_match(const PlaceText& text, std::size_t first) const;

 private:
  struct Stems {
    WordId closed = kAbsent;  // the word that a stem and an ending of the language make
    WordId open = kAbsent;    // the word that a stem and anything short make
  };

  const WordSlot* find_word(std::string_view folded) const;  // nullptr if there is none
  Stems find_stems(std::string_view folded) const;
  Node follow(Node from, WordId word) const;
  Node next_node(Node from, std::string_view folded, WordForm form) const;
  Node node_of_stem(Node from, const Stems& stems) const;
  std::optional<PlaceMatch> match_from(const PlaceText& text, std::size_t first, Node node) const;
  Node after_particle(std::string_view folded, WordForm form) const;

  GazetteerImage image_;
  Inflection inflection_;
  std::vector<std::string_view> particles_;  // of inflection_
};

}  // namespace dateline
