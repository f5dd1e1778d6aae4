// Names of places and what each may mean, found in a text by longest match from left to right.
//
// A trie over words, not letters: most words of a text start no name and cost one hash lookup.
// Built once by add(), then only read: const use is safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/country.h"
#include "indexer/inflection.h"
#include "indexer/place_text.h"

namespace dateline {

enum class PlaceKind : std::uint8_t {
  kName,         // a country's own
  kDemonym,      // its adjective, its people
  kCapital,      //
  kState,        // a part of it: a US state, a province, a region
  kCity,         //
  kInstitution,  // the Kremlin, the Bundestag
  kEvent,        // the Vietnam War: of a country, but seldom what the news is about
  kNothing,      // a name that only looks like a place: an organisation, a phrase
};

// How a name must be written to be one.
enum class NameForm : std::uint8_t {
  kCapital,   // with a capital letter, where the script has them
  kCapitals,  // in capitals throughout: "US"
  kAnyCase,   // "azerbaïdjanais"
};

// Where a name may stand to be one.
enum class NameTrust : std::uint8_t {
  kAnywhere,
  kUnlessPerson,  // also a given name or surname: "Jordan", "Austin"
  kPlacedOnly,    // also a common word: only in a dateline or before its region: "Reading, England"
  kAfterComma,    // an abbreviated state: "Lebanon, Pa."
};

struct PlaceMeaning {
  CountryCode country;  // not set for kNothing
  PlaceKind kind = PlaceKind::kName;
  std::uint32_t thousands = 0;       // inhabitants of a city, as far as known
  std::vector<CountryCode> friends;  // countries whose mention speaks for this meaning
};

struct PlaceName {
  std::vector<PlaceMeaning> meanings;  // the likeliest first, each country once
  NameForm form = NameForm::kCapital;
  NameTrust trust = NameTrust::kAnywhere;
  bool ends_capital = false;  // its last word must have a capital too: "Long Beach"
  bool contested = false;     // the text must tell which meaning it has, unless the first is
                              // the one by default
  bool has_default = true;
};

struct PlaceMatch {
  std::size_t word_count = 0;
  const PlaceName* name = nullptr;
};

// FNV-1a, of which the hash of a word's beginning is a by-product.
inline std::uint64_t hash_letters(std::string_view letters,
                                  std::uint64_t hash = 0xCBF29CE484222325) {
  for (const char byte : letters) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  }
  return hash;
}

// Says of most words that they are none of its own, without looking further.
class WordFilter {
 public:
  void add(std::uint64_t hash) { bits_[place_of(hash)] = true; }
  bool may_hold(std::uint64_t hash) const { return bits_[place_of(hash)]; }

 private:
  static constexpr std::size_t kSize = std::size_t{1} << 17;
  static std::size_t place_of(std::uint64_t hash) { return (hash ^ (hash >> 32)) % kSize; }
  std::vector<bool> bits_ = std::vector<bool>(kSize);
};

class Gazetteer {
 public:
  explicit Gazetteer(const Inflection& inflection = {});

  // The entry of a name, made if new; each of its words may take the endings of the language.
  // The pointer stays good. nullptr if `name` has no letters.
  PlaceName* entry(std::string_view name);

  // The same if the last word is a stem that any continuation of at most eight letters may follow.
  PlaceName* entry_of_stem(std::string_view stem);

  // The longest name that starts at a word of the text, if its form allows it there.
  // REQUIRES: first < text.words.size().
  std::optional<PlaceMatch> longest_match(const PlaceText& text, std::size_t first) const;

  // To be called when all names are in: puts the meanings of each in order.
  void finish();

 private:
  using WordId = std::uint32_t;
  using Node = std::uint32_t;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return hash_letters(text); }
  };
  struct Stem {
    std::optional<WordId> closed;  // followed by an ending of the language
    std::optional<WordId> open;    // followed by anything short
  };

  WordId add_word(std::string_view folded);
  Stem& stem_entry(std::string_view folded);
  Node add_edge(Node from, WordId word);
  PlaceName* name_at(Node node);
  std::optional<WordId> find_word(std::string_view folded) const;
  Stem find_stem(std::string_view folded) const;
  std::optional<Node> follow(Node from, std::optional<WordId> word) const;
  std::optional<Node> next_node(Node from, std::string_view folded, WordForm form) const;
  std::optional<Node> after_particle(std::string_view folded, WordForm form) const;

  Inflection inflection_;
  std::vector<std::string_view> particles_;  // of inflection_
  std::unordered_map<std::string, WordId, TextHash, std::equal_to<>> words_;
  std::unordered_map<std::string, Stem, TextHash, std::equal_to<>> stems_;
  WordFilter word_filter_;
  WordFilter stem_filter_;
  std::unordered_map<std::uint64_t, Node> edges_;
  WordId next_word_ = 0;
  std::vector<PlaceName*> nodes_;  // the name that ends there, or nullptr
  std::deque<PlaceName> names_;    // never moves one, so that pointers stay good
};

}  // namespace dateline
