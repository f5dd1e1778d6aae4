#include "indexer/gazetteer_builder.h"

#include <algorithm>
#include <bit>

#include "common/tsv.h"
#include "indexer/image_writer.h"
#include "indexer/place_text.h"

namespace dateline {
namespace {

// "The" and, written with it as one, "for the": the article loses a letter.
constexpr std::string_view kArabicArticle = "ال";
constexpr std::string_view kArabicForThe = "لل";

bool likelier(const PlaceMeaning& left, const PlaceMeaning& right) {
  const bool left_nothing = left.kind == PlaceKind::kNothing;
  const bool right_nothing = right.kind == PlaceKind::kNothing;
  if (left_nothing != right_nothing) return left_nothing;
  if (left.kind != right.kind) return left.kind < right.kind;
  if (left.thousands != right.thousands) return left.thousands > right.thousands;
  if (left.country != right.country) return left.country < right.country;
  return left.region < right.region;
}

void put_in_order(std::vector<PlaceMeaning>& meanings) {
  std::stable_sort(meanings.begin(), meanings.end(), likelier);
  std::vector<PlaceMeaning> once;
  for (const PlaceMeaning& meaning : meanings) {
    const bool known =
        std::any_of(once.begin(), once.end(), [&meaning](const PlaceMeaning& earlier) {
          const bool elsewhere =
              meaning.located() && earlier.located() && meaning.region != earlier.region;
          return earlier.country == meaning.country && !elsewhere;
        });
    if (!known) once.push_back(meaning);
  }
  meanings = std::move(once);
}

bool has_capital(const PlaceWord& word) {
  return word.form == WordForm::kCapital || word.form == WordForm::kCapitals ||
         word.form == WordForm::kUncased;
}

template <typename Slot>
std::vector<Slot> slots_for(std::size_t entries) {
  return std::vector<Slot>(entries == 0 ? 0 : std::bit_ceil(entries * 2));
}

template <typename Slot, typename IsFree>
Slot& free_slot(std::vector<Slot>& slots, std::uint64_t hash, const IsFree& is_free) {
  std::size_t at = hash;
  while (!is_free(slots[at & (slots.size() - 1)])) ++at;
  return slots[at & (slots.size() - 1)];
}

std::vector<std::uint64_t> filter_for(std::size_t entries) {
  constexpr std::size_t kEntriesABlock = 8;
  return std::vector<std::uint64_t>(std::bit_ceil(entries / kEntriesABlock + 1));
}

void add_to_filter(std::vector<std::uint64_t>& filter, std::uint64_t hash) {
  WordFilter<std::uint64_t>{filter}.add(hash);
}

// Keys in order, so that the same names always make the same image.
template <typename Map>
std::vector<const typename Map::value_type*> in_order(const Map& map) {
  std::vector<const typename Map::value_type*> entries;
  entries.reserve(map.size());
  for (const auto& entry : map) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(),
            [](const auto* left, const auto* right) { return left->first < right->first; });
  return entries;
}

std::uint64_t edge_key(Node from, WordId word) {
  return (static_cast<std::uint64_t>(from) << 32) | word;
}

}  // namespace

GazetteerBuilder::GazetteerBuilder(const Inflection& inflection)
    : inflection_(inflection), nodes_(kRoot + 1, nullptr) {
  if (!inflection_.particles.empty()) particles_ = split(inflection_.particles, ' ');
}

PlaceDraft* GazetteerBuilder::entry(std::string_view name) { return entry(name, true); }

PlaceDraft* GazetteerBuilder::entry_of_form(std::string_view form) { return entry(form, false); }

PlaceDraft* GazetteerBuilder::entry(std::string_view name, bool changes) {
  const PlaceText text = read_place_text(name);
  if (text.words.empty()) return nullptr;
  Node node = kRoot;
  for (const PlaceWord& word : text.words)
    node = add_edge(node, add_word(text.letters(word), changes));
  // Written both ways, "Turkish Delight" and "Turkish delight", it needs no capital there.
  const bool may_need_capital = nodes_[node] == nullptr || nodes_[node]->ends_capital;
  PlaceDraft* draft = name_at(node);
  draft->ends_capital = may_need_capital && has_capital(text.words.back());
  return draft;
}

PlaceDraft* GazetteerBuilder::entry_of_stem(std::string_view stem) {
  const PlaceText text = read_place_text(stem);
  if (text.words.empty()) return nullptr;
  Node node = kRoot;
  for (std::size_t i = 0; i + 1 < text.words.size(); ++i) {
    node = add_edge(node, add_word(text.letters(text.words[i]), true));
  }
  Stem& known = stem_entry(text.letters(text.words.back()));
  if (known.open == kAbsent) known.open = next_word_++;
  return name_at(add_edge(node, known.open));
}

WordId GazetteerBuilder::add_word(std::string_view folded, bool changes) {
  const auto [word, added] = words_.try_emplace(std::string(folded), next_word_);
  const WordId id = word->second;
  if (changes) add_stem(folded, id);
  if (!added) return id;
  ++next_word_;
  if (!particles_.empty() && folded.substr(0, kArabicArticle.size()) == kArabicArticle) {
    std::string after_for(kArabicForThe);
    after_for += folded.substr(kArabicArticle.size());
    words_.try_emplace(std::move(after_for), id);
  }
  return id;
}

void GazetteerBuilder::add_stem(std::string_view folded, WordId word) {
  const auto shared = stem_of(folded, inflection_);
  if (!shared) return;
  Stem& known = stem_entry(*shared);
  if (known.closed == kAbsent) known.closed = word;
}

GazetteerBuilder::Stem& GazetteerBuilder::stem_entry(std::string_view folded) {
  return stems_[std::string(folded)];
}

Node GazetteerBuilder::add_edge(Node from, WordId word) {
  const auto [edge, added] =
      edges_.try_emplace(edge_key(from, word), static_cast<Node>(nodes_.size()));
  if (added) nodes_.push_back(nullptr);
  return edge->second;
}

PlaceDraft* GazetteerBuilder::name_at(Node node) {
  if (nodes_[node] == nullptr) nodes_[node] = &names_.emplace_back();
  return nodes_[node];
}

void GazetteerBuilder::order_meanings() {
  for (PlaceDraft& name : names_) put_in_order(name.meanings);
}

void GazetteerBuilder::write_words(ImageWriter& writer, ImageHeader& header) const {
  auto words = slots_for<WordSlot>(words_.size());
  auto filter = filter_for(words_.size());
  for (const auto* entry : in_order(words_)) {
    const std::uint64_t hash = hash_letters(entry->first);
    const auto from_root = edges_.find(edge_key(kRoot, entry->second));
    free_slot(words, hash, [](const WordSlot& slot) { return slot.word == kAbsent; }) = {
        writer.add_letters(entry->first), entry->second,
        from_root != edges_.end() ? from_root->second : kAbsent};
    add_to_filter(filter, hash);
  }
  header.words = writer.add<WordSlot>(words);
  header.word_filter = writer.add<std::uint64_t>(filter);
}

void GazetteerBuilder::write_stems(ImageWriter& writer, ImageHeader& header) const {
  auto stems = slots_for<StemSlot>(stems_.size());
  auto filter = filter_for(stems_.size());
  for (const auto* entry : in_order(stems_)) {
    const std::uint64_t hash = hash_letters(entry->first);
    free_slot(stems, hash, [](const StemSlot& slot) { return slot.letters.size == 0; }) = {
        writer.add_letters(entry->first), entry->second.closed, entry->second.open};
    add_to_filter(filter, hash);
  }
  header.stems = writer.add<StemSlot>(stems);
  header.stem_filter = writer.add<std::uint64_t>(filter);
}

void GazetteerBuilder::write_edges(ImageWriter& writer, ImageHeader& header) const {
  auto edges = slots_for<EdgeSlot>(edges_.size() + 1);
  for (const auto* entry : in_order(edges_)) {
    const auto from = static_cast<Node>(entry->first >> 32);
    const auto word = static_cast<WordId>(entry->first);
    free_slot(edges, hash_edge(from, word), [](const EdgeSlot& slot) {
      return slot.from == kAbsent;
    }) = {from, word, entry->second};
  }
  header.edges = writer.add<EdgeSlot>(edges);
}

void GazetteerBuilder::write_names(ImageWriter& writer, ImageHeader& header) const {
  std::vector<PlaceMeaning> meanings;
  std::vector<PlaceName> names;
  std::vector<std::uint32_t> nodes(nodes_.size(), kAbsent);
  for (Node node = 0; node < nodes_.size(); ++node) {
    const PlaceDraft* draft = nodes_[node];
    if (draft == nullptr || draft->meanings.empty()) continue;
    nodes[node] = static_cast<std::uint32_t>(names.size()) + 1;
    names.push_back(name_of(*draft, meanings.size()));
    meanings.insert(meanings.end(), draft->meanings.begin(), draft->meanings.end());
  }
  const ArrayPlace meanings_place = writer.add<PlaceMeaning>(meanings);
  const std::uint32_t names_at = writer.next_place();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto first_meaning = static_cast<std::size_t>(names[i].meanings_from_here_);
    names[i].meanings_from_here_ = static_cast<std::int32_t>(
        static_cast<std::int64_t>(meanings_place.at + first_meaning * sizeof(PlaceMeaning)) -
        static_cast<std::int64_t>(names_at + i * sizeof(PlaceName)));
  }
  writer.add<PlaceName>(names);
  for (std::uint32_t& name : nodes) {
    if (name != kAbsent)
      name = names_at + (name - 1) * static_cast<std::uint32_t>(sizeof(PlaceName));
  }
  header.nodes = writer.add<std::uint32_t>(nodes);
}

// The place of its meanings is their number until that is known in bytes.
PlaceName GazetteerBuilder::name_of(const PlaceDraft& draft, std::size_t first_meaning) {
  PlaceName name;
  name.form = draft.form;
  name.trust = draft.trust;
  name.ends_capital = draft.ends_capital;
  name.contested = draft.contested;
  name.has_default = draft.has_default;
  name.needs_marks = draft.needs_marks;
  name.meaning_count_ = static_cast<std::uint16_t>(draft.meanings.size());
  name.meanings_from_here_ = static_cast<std::int32_t>(first_meaning);
  return name;
}

std::string GazetteerBuilder::image() const {
  ImageWriter writer;
  ImageHeader header;
  write_words(writer, header);
  write_stems(writer, header);
  write_edges(writer, header);
  write_names(writer, header);
  return writer.finish(header);
}

}  // namespace dateline
