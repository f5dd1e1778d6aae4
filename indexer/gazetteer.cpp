#include "indexer/gazetteer.h"

#include <algorithm>

#include "common/tsv.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestOpenEnding = 8;  // letters
constexpr std::size_t kLongestStemmed = 60;    // bytes; longer words are not inflected names

// "The" and, written with it as one, "for the": the article loses a letter.
constexpr std::string_view kArabicArticle = "ال";
constexpr std::string_view kArabicForThe = "لل";

bool has_capital(const PlaceWord& word) {
  return word.form == WordForm::kCapital || word.form == WordForm::kCapitals ||
         word.form == WordForm::kUncased;
}

bool in_capitals(const PlaceWord& word) {
  return word.form == WordForm::kCapitals || word.form == WordForm::kUncased;
}

// True if no more than what may stand inside a name stands before the word.
bool continues_name(const PlaceWord& previous, const PlaceWord& word) {
  switch (word.gap) {
    case Gap::kNone:
    case Gap::kSpace:
    case Gap::kHyphen:
    case Gap::kApostrophe:
      return true;
    case Gap::kPeriod:  // "St. Petersburg", "U.S. Virgin Islands"
      return previous.dotted || previous.folded_size <= 3;
    default:
      return false;
  }
}

bool form_fits(const PlaceName& name, const PlaceWord& first, const PlaceWord& last) {
  switch (name.form) {
    case NameForm::kAnyCase:
      return true;
    case NameForm::kCapital:
      return has_capital(first) && (!name.ends_capital || has_capital(last));
    case NameForm::kCapitals:
      return in_capitals(first) && in_capitals(last);
  }
  return false;
}

bool likelier(const PlaceMeaning& left, const PlaceMeaning& right) {
  const bool left_nothing = left.kind == PlaceKind::kNothing;
  const bool right_nothing = right.kind == PlaceKind::kNothing;
  if (left_nothing != right_nothing) return left_nothing;
  if (left.kind != right.kind) return left.kind < right.kind;
  if (left.thousands != right.thousands) return left.thousands > right.thousands;
  return left.country < right.country;
}

void order_meanings(std::vector<PlaceMeaning>& meanings) {
  std::stable_sort(meanings.begin(), meanings.end(), likelier);
  std::vector<PlaceMeaning> once;
  for (const PlaceMeaning& meaning : meanings) {
    const bool known = std::any_of(
        once.begin(), once.end(),
        [&meaning](const PlaceMeaning& earlier) { return earlier.country == meaning.country; });
    if (!known) once.push_back(meaning);
  }
  meanings = std::move(once);
}

bool starts_letter(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

}  // namespace

Gazetteer::Gazetteer(const Inflection& inflection) : inflection_(inflection), nodes_(1, nullptr) {
  if (!inflection_.particles.empty()) particles_ = split(inflection_.particles, ' ');
}

PlaceName* Gazetteer::entry(std::string_view name) {
  const PlaceText text = read_place_text(name);
  if (text.words.empty()) return nullptr;
  Node node = 0;
  for (const PlaceWord& word : text.words) node = add_edge(node, add_word(text.letters(word)));
  PlaceName* entry = name_at(node);
  entry->ends_capital = has_capital(text.words.back());
  return entry;
}

PlaceName* Gazetteer::entry_of_stem(std::string_view stem) {
  const PlaceText text = read_place_text(stem);
  if (text.words.empty()) return nullptr;
  Node node = 0;
  for (std::size_t i = 0; i + 1 < text.words.size(); ++i) {
    node = add_edge(node, add_word(text.letters(text.words[i])));
  }
  Stem& known = stem_entry(text.letters(text.words.back()));
  if (!known.open) known.open = next_word_++;
  return name_at(add_edge(node, *known.open));
}

Gazetteer::WordId Gazetteer::add_word(std::string_view folded) {
  const auto [word, added] = words_.try_emplace(std::string(folded), next_word_);
  if (!added) return word->second;
  const WordId id = next_word_++;
  word_filter_.add(hash_letters(folded));
  if (!particles_.empty() && folded.substr(0, kArabicArticle.size()) == kArabicArticle) {
    std::string after_for(kArabicForThe);
    after_for += folded.substr(kArabicArticle.size());
    word_filter_.add(hash_letters(after_for));
    words_.try_emplace(std::move(after_for), id);
  }
  if (const auto shared = stem_of(folded, inflection_)) {
    Stem& known = stem_entry(*shared);
    if (!known.closed) known.closed = id;
  }
  return id;
}

Gazetteer::Stem& Gazetteer::stem_entry(std::string_view folded) {
  stem_filter_.add(hash_letters(folded));
  return stems_[std::string(folded)];
}

Gazetteer::Node Gazetteer::add_edge(Node from, WordId word) {
  const std::uint64_t key = (static_cast<std::uint64_t>(from) << 32) | word;
  const auto [edge, added] = edges_.try_emplace(key, static_cast<Node>(nodes_.size()));
  if (added) nodes_.push_back(nullptr);
  return edge->second;
}

PlaceName* Gazetteer::name_at(Node node) {
  if (nodes_[node] == nullptr) nodes_[node] = &names_.emplace_back();
  return nodes_[node];
}

void Gazetteer::finish() {
  for (PlaceName& name : names_) order_meanings(name.meanings);
}

std::optional<Gazetteer::WordId> Gazetteer::find_word(std::string_view folded) const {
  if (!word_filter_.may_hold(hash_letters(folded))) return std::nullopt;
  const auto word = words_.find(folded);
  if (word == words_.end()) return std::nullopt;
  return word->second;
}

// The longest stems of either kind that the word continues in an allowed way.
Gazetteer::Stem Gazetteer::find_stem(std::string_view folded) const {
  Stem longest;
  if (stems_.empty() || folded.size() > kLongestStemmed) return longest;
  std::uint64_t hash = hash_letters({});
  for (std::size_t end = 1; end <= folded.size(); ++end) {
    hash = hash_letters(folded.substr(end - 1, 1), hash);
    if (!starts_letter(folded, end) || !stem_filter_.may_hold(hash)) continue;
    const auto known = stems_.find(folded.substr(0, end));
    if (known == stems_.end()) continue;
    const std::string_view rest = folded.substr(end);
    const Stem& stem = known->second;
    if (stem.closed && is_ending(rest, inflection_)) longest.closed = stem.closed;
    if (stem.open && letter_count(rest) <= kLongestOpenEnding) longest.open = stem.open;
  }
  return longest;
}

std::optional<Gazetteer::Node> Gazetteer::follow(Node from, std::optional<WordId> word) const {
  if (!word) return std::nullopt;
  const auto edge = edges_.find((static_cast<std::uint64_t>(from) << 32) | *word);
  if (edge == edges_.end()) return std::nullopt;
  return edge->second;
}

// Where a word leads from a node. A word in small letters is rather an adjective, of which only the
// stem is known ("polskie drogi"), than a form of the name ("Polskie Radio").
std::optional<Gazetteer::Node> Gazetteer::next_node(Node from, std::string_view folded,
                                                    WordForm form) const {
  const Stem stem = find_stem(folded);
  if (form == WordForm::kLower) {
    if (const auto next = follow(from, stem.open)) return next;
  }
  if (const auto next = follow(from, find_word(folded))) return next;
  if (const auto next = follow(from, stem.closed)) return next;
  return follow(from, stem.open);
}

std::optional<Gazetteer::Node> Gazetteer::after_particle(std::string_view folded,
                                                         WordForm form) const {
  for (const std::string_view particle : particles_) {
    if (folded.substr(0, particle.size()) != particle) continue;
    const std::string_view rest = folded.substr(particle.size());
    if (letter_count(rest) < 2) continue;
    if (const auto next = next_node(0, rest, form)) return next;
  }
  return std::nullopt;
}

std::optional<PlaceMatch> Gazetteer::longest_match(const PlaceText& text, std::size_t first) const {
  const PlaceWord& start = text.words[first];
  std::optional<PlaceMatch> longest;
  Node node = 0;
  for (std::size_t at = first; at < text.words.size(); ++at) {
    const PlaceWord& word = text.words[at];
    if (at > first && !continues_name(text.words[at - 1], word)) break;
    const std::string_view letters = text.letters(word);
    auto next = next_node(node, letters, word.form);
    if (!next && at == first) next = after_particle(letters, word.form);
    if (!next) break;
    node = *next;
    const PlaceName* name = nodes_[node];
    if (name != nullptr && !name->meanings.empty() && form_fits(*name, start, word))
      longest = {at - first + 1, name};
  }
  return longest;
}

}  // namespace dateline
