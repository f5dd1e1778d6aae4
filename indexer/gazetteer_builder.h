// Collects names of places and writes them as the image that a Gazetteer reads.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/gazetteer_image.h"
#include "indexer/inflection.h"
#include "indexer/place_name.h"

namespace dateline {

// What PlaceName says of a name, while it is collected.
struct PlaceDraft {
  std::vector<PlaceMeaning> meanings;
  NameForm form = NameForm::kCapital;
  NameTrust trust = NameTrust::kAnywhere;
  bool ends_capital = false;
  bool contested = false;
  bool has_default = true;
  bool needs_marks = false;
};

class ImageWriter;

class GazetteerBuilder {
 public:
  explicit GazetteerBuilder(const Inflection& inflection = {});

  // The draft of a name, made if new; each of its words may take the endings of the language.
  // The pointer stays good. nullptr if `name` has no letters.
  PlaceDraft* entry(std::string_view name);

  // The same, but its words take no endings.
  PlaceDraft* entry_of_form(std::string_view form);

  // The same if the last word is a stem that any continuation of at most eight letters may follow.
  PlaceDraft* entry_of_stem(std::string_view stem);

  // Puts the meanings of every name in order, the likeliest first, and drops repetitions.
  void order_meanings();

  std::deque<PlaceDraft>& names() { return names_; }

  // What was collected, for Gazetteer; names without meanings are left out.
  std::string image() const;

 private:
  struct Stem {
    WordId closed = kAbsent;
    WordId open = kAbsent;
  };

  PlaceDraft* entry(std::string_view name, bool changes);
  WordId add_word(std::string_view folded, bool changes);
  void add_stem(std::string_view folded, WordId word);
  Stem& stem_entry(std::string_view folded);
  Node add_edge(Node from, WordId word);
  PlaceDraft* name_at(Node node);
  void write_words(ImageWriter& writer, ImageHeader& header) const;
  void write_stems(ImageWriter& writer, ImageHeader& header) const;
  void write_edges(ImageWriter& writer, ImageHeader& header) const;
  void write_names(ImageWriter& writer, ImageHeader& header) const;
  static PlaceName name_of(const PlaceDraft& draft, std::size_t first_meaning);

  Inflection inflection_;
  std::vector<std::string_view> particles_;  // of inflection_
  std::unordered_map<std::string, WordId> words_;
  std::unordered_map<std::string, Stem> stems_;
  std::unordered_map<std::uint64_t, Node> edges_;  // by from << 32 | word
  WordId next_word_ = 1;
  std::vector<PlaceDraft*> nodes_;  // the name that ends there, or nullptr
  std::deque<PlaceDraft> names_;    // never moves one, so that pointers stay good
};

}  // namespace dateline
