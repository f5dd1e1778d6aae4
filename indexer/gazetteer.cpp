#include "indexer/gazetteer.h"

#include "common/tsv.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestOpenEnding = 8;  // letters
constexpr std::size_t kLongestStemmed = 60;    // bytes; longer words are not inflected names

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
  if (name.needs_marks && !first.marked) return false;
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

bool starts_letter(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

template <typename Element>
std::span<const Element> array_at(std::string_view image, const ArrayPlace& place) {
  return {reinterpret_cast<const Element*>(image.data() + place.at), place.count};
}

const ImageHeader& header_of(std::string_view image) {
  return *reinterpret_cast<const ImageHeader*>(image.data());
}

// The slot of a hash table that holds what `is_it` says, or the free one where it would be.
template <typename Slot, typename Predicate>
const Slot& slot_of(std::span<const Slot> slots, std::uint64_t hash, const Predicate& is_it) {
  for (std::size_t at = hash;; ++at) {
    const Slot& slot = slots[at & (slots.size() - 1)];
    if (is_it(slot)) return slot;
  }
}

}  // namespace

GazetteerImage::GazetteerImage(std::string_view image)
    : bytes(image),
      word_filter{array_at<std::uint64_t>(image, header_of(image).word_filter)},
      stem_filter{array_at<std::uint64_t>(image, header_of(image).stem_filter)},
      words(array_at<WordSlot>(image, header_of(image).words)),
      stems(array_at<StemSlot>(image, header_of(image).stems)),
      edges(array_at<EdgeSlot>(image, header_of(image).edges)),
      nodes(array_at<std::uint32_t>(image, header_of(image).nodes)),
      letters(image.substr(header_of(image).letters.at, header_of(image).letters.count)) {}

const PlaceName* GazetteerImage::name_at(Node node) const {
  if (nodes[node] == kAbsent) return nullptr;
  return reinterpret_cast<const PlaceName*>(bytes.data() + nodes[node]);
}

Gazetteer::Gazetteer(std::string_view image, const Inflection& inflection)
    : image_(image), inflection_(inflection) {
  if (!inflection_.particles.empty()) particles_ = split(inflection_.particles, ' ');
}

const WordSlot* Gazetteer::find_word(std::string_view folded) const {
  const std::uint64_t hash = hash_letters(folded);
  if (!image_.word_filter.may_hold(hash)) return nullptr;
  const WordSlot& slot = slot_of(image_.words, hash, [&](const WordSlot& candidate) {
    return candidate.word == kAbsent || image_.text(candidate.letters) == folded;
  });
  return slot.word != kAbsent ? &slot : nullptr;
}

// The longest stems of either kind that the word continues in an allowed way.
Gazetteer::Stems Gazetteer::find_stems(std::string_view folded) const {
  Stems longest;
  if (image_.stems.empty() || folded.size() > kLongestStemmed) return longest;
  std::uint64_t hash = hash_letters({});
  for (std::size_t end = 1; end <= folded.size(); ++end) {
    hash = hash_letters(folded.substr(end - 1, 1), hash);
    if (!starts_letter(folded, end) || !image_.stem_filter.may_hold(hash)) continue;
    const std::string_view stem = folded.substr(0, end);
    const StemSlot& slot = slot_of(image_.stems, hash, [&](const StemSlot& candidate) {
      return candidate.letters.size == 0 || image_.text(candidate.letters) == stem;
    });
    const std::string_view rest = folded.substr(end);
    if (slot.closed != kAbsent && is_ending(rest, inflection_)) longest.closed = slot.closed;
    if (slot.open != kAbsent && letter_count(rest) <= kLongestOpenEnding) longest.open = slot.open;
  }
  return longest;
}

Node Gazetteer::follow(Node from, WordId word) const {
  if (word == kAbsent) return kAbsent;
  return slot_of(image_.edges, hash_edge(from, word),
                 [&](const EdgeSlot& edge) {
                   return edge.from == kAbsent || (edge.from == from && edge.word == word);
                 })
      .to;
}

Node Gazetteer::node_of_stem(Node from, const Stems& stems) const {
  const Node next = follow(from, stems.closed);
  return next != kAbsent ? next : follow(from, stems.open);
}

// Where a word leads from a node. A word in small letters is rather an adjective, of which only the
// stem is known ("polskie drogi"), than a form of the name ("Polskie Radio").
Node Gazetteer::next_node(Node from, std::string_view folded, WordForm form) const {
  const Stems stems = find_stems(folded);
  if (form == WordForm::kLower) {
    if (const Node next = follow(from, stems.open); next != kAbsent) return next;
  }
  if (const WordSlot* whole = find_word(folded)) {
    const Node next = from == kRoot ? whole->after_root : follow(from, whole->word);
    if (next != kAbsent) return next;
  }
  return node_of_stem(from, stems);
}

Node Gazetteer::after_particle(std::string_view folded, WordForm form) const {
  for (const std::string_view particle : particles_) {
    if (folded.substr(0, particle.size()) != particle) continue;
    const std::string_view rest = folded.substr(particle.size());
    if (letter_count(rest) < 2) continue;
    if (const Node next = next_node(kRoot, rest, form); next != kAbsent) return next;
  }
  return kAbsent;
}

// The longest name that goes on from a node that the word `first` led to.
std::optional<PlaceMatch> Gazetteer::match_from(const PlaceText& text, std::size_t first,
                                                Node node) const {
  std::optional<PlaceMatch> longest;
  for (std::size_t at = first;; ++at) {
    const PlaceName* name = image_.name_at(node);
    if (name != nullptr && form_fits(*name, text.words[first], text.words[at])) {
      longest = {at - first + 1, name};
    }
    if (at + 1 == text.words.size() || !continues_name(text.words[at], text.words[at + 1])) break;
    const PlaceWord& next = text.words[at + 1];
    node = next_node(node, text.letters(next), next.form);
    if (node == kAbsent) break;
  }
  return longest;
}

std::optional<PlaceMatch> Gazetteer::longest_match(const PlaceText& text, std::size_t first) const {
  const PlaceWord& start = text.words[first];
  const std::string_view letters = text.letters(start);
  Node node = next_node(kRoot, letters, start.form);
  if (node == kAbsent) node = after_particle(letters, start.form);
  if (node == kAbsent) return std::nullopt;
  const auto match = match_from(text, first, node);
  if (match || image_.stems.empty()) return match;
  // "Česka" starts "Česka republika", but alone it is a case of "Česko".
  const Node other = node_of_stem(kRoot, find_stems(letters));
  return other != kAbsent && other != node ? match_from(text, first, other) : match;
}

}  // namespace dateline
