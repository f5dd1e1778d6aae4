// Terms lie in the order of their keys, so that one is found by halving and those with a common
// beginning lie together. A key is the language's number, most significant byte first, and the
// term. In that order each key shares its beginning with the one before, and only the rest of it is
// written; every 16th is written whole, and those are what a search halves. A term that occurs
// once, as half of them do, has no counts: ids fall with the occurrences, so the counts end before
// the first such id.
#include "common/index/terms.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "common/index/derived_file.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLTERMS1";

enum Section : std::uint8_t {
  kBlockStart,
  kIdOfRank,
  kRankOfId,
  kArticles,
  kOccurrences,
  kKeys,
  kSections,
};

// Writes `key` as what it shares with the key before it and what is new.
void append_key(std::string& keys, std::string_view before, std::string_view key) {
  const auto differs = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto shared = static_cast<std::size_t>(differs.second - key.begin());
  keys += static_cast<char>(shared);
  keys += static_cast<char>(key.size() - shared);
  keys += key.substr(shared);
}

// The reverse: turns `key`, the one before, into the next one. False if `rest` is damaged.
bool take_key(std::string_view& rest, std::string& key) {
  if (rest.size() < 2) return false;
  const auto shared = static_cast<unsigned char>(rest[0]);
  const auto added = static_cast<unsigned char>(rest[1]);
  rest.remove_prefix(2);
  if (shared > key.size() || added > rest.size()) return false;
  key.resize(shared);
  key += rest.substr(0, added);
  rest.remove_prefix(added);
  return true;
}

std::uint32_t at(std::span<const std::uint32_t> numbers, std::uint32_t index,
                 std::uint32_t otherwise) {
  return index < numbers.size() ? numbers[index] : otherwise;
}

}  // namespace

std::string Terms::key_of(std::uint32_t language, std::string_view term) {
  std::string key;
  for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>(language >> shift & 0xFF);
  return key.append(term);
}

std::uint32_t TermsBuilder::number(std::uint32_t language, std::string_view term) {
  if (language >= numbers_.size()) numbers_.resize(language + 1);
  auto number = numbers_[language].find(term);
  if (!number) {
    number = static_cast<std::uint32_t>(keys_.size());
    numbers_[language].insert(term, *number);
    keys_.push_back(Terms::key_of(language, term));
    counts_.emplace_back();
  }
  return *number;
}

void TermsBuilder::count(std::uint32_t docid, std::uint32_t number) {
  Counts& counts = counts_[number];
  ++counts.occurrences;
  if (counts.last_docid != docid) ++counts.articles;
  counts.last_docid = docid;
}

std::string_view TermsBuilder::term(std::uint32_t number) const {
  return std::string_view(keys_[number]).substr(sizeof(std::uint32_t));
}

TermsBuilder::Finished TermsBuilder::finish(std::string_view uuid) const {
  std::vector<std::uint32_t> by_key;  // provisional numbers
  for (std::uint32_t number = 0; number < keys_.size(); ++number) {
    if (counts_[number].occurrences > 0) by_key.push_back(number);
  }
  const auto size = static_cast<std::uint32_t>(by_key.size());
  std::sort(by_key.begin(), by_key.end(),
            [this](std::uint32_t left, std::uint32_t right) { return keys_[left] < keys_[right]; });

  std::vector<std::uint32_t> rank_of_id(size);
  std::iota(rank_of_id.begin(), rank_of_id.end(), 0U);
  std::stable_sort(rank_of_id.begin(), rank_of_id.end(),
                   [&](std::uint32_t left, std::uint32_t right) {
                     return counts_[by_key[left]].occurrences > counts_[by_key[right]].occurrences;
                   });
  std::vector<TermId> id_of_rank(size);
  std::vector<std::uint32_t> articles;
  std::vector<std::uint32_t> occurrences;
  Finished finished;
  finished.ids.resize(keys_.size());
  finished.occurrences.resize(size);
  for (TermId id = 0; id < size; ++id) {
    const std::uint32_t number = by_key[rank_of_id[id]];
    id_of_rank[rank_of_id[id]] = id;
    finished.ids[number] = id;
    finished.occurrences[id] = counts_[number].occurrences;
    if (counts_[number].occurrences < 2) continue;
    articles.push_back(counts_[number].articles);
    occurrences.push_back(counts_[number].occurrences);
  }

  std::vector<std::uint32_t> block_start;
  std::string keys;
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    const bool starts = rank % Terms::kBlock == 0;
    if (starts) block_start.push_back(static_cast<std::uint32_t>(keys.size()));
    append_key(keys, starts ? std::string_view() : keys_[by_key[rank - 1]], keys_[by_key[rank]]);
  }
  std::array<std::string_view, kSections> sections;
  sections[kBlockStart] = bytes_of(block_start);
  sections[kIdOfRank] = bytes_of(id_of_rank);
  sections[kRankOfId] = bytes_of(rank_of_id);
  sections[kArticles] = bytes_of(articles);
  sections[kOccurrences] = bytes_of(occurrences);
  sections[kKeys] = keys;
  finished.file = derived_file(kMagic, uuid, sections);
  return finished;
}

Result<Terms> Terms::open(const std::filesystem::path& path, std::string_view uuid) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto terms = over(file->bytes(), uuid);
  if (!terms) return damaged_derived_file(path);
  terms->file_ = std::move(*file);
  return std::move(*terms);
}

std::optional<Terms> Terms::over(std::string_view bytes, std::string_view uuid) {
  const auto sections = read_sections(bytes, kMagic, uuid, kSections);
  if (!sections) return std::nullopt;
  Terms terms;
  terms.block_start_ = numbers_of<std::uint32_t>((*sections)[kBlockStart]);
  terms.id_of_rank_ = numbers_of<std::uint32_t>((*sections)[kIdOfRank]);
  terms.rank_of_id_ = numbers_of<std::uint32_t>((*sections)[kRankOfId]);
  terms.articles_ = numbers_of<std::uint32_t>((*sections)[kArticles]);
  terms.occurrences_ = numbers_of<std::uint32_t>((*sections)[kOccurrences]);
  terms.keys_ = (*sections)[kKeys];
  const std::size_t blocks = (terms.id_of_rank_.size() + kBlock - 1) / kBlock;
  if (terms.block_start_.size() != blocks || terms.rank_of_id_.size() != terms.id_of_rank_.size() ||
      terms.articles_.size() != terms.occurrences_.size()) {
    return std::nullopt;
  }
  return terms;
}

Terms::Cursor::Cursor(const Terms& terms, std::uint32_t block)
    : terms_(&terms),
      next_rank_(block * kBlock),
      rest_(terms.keys_.substr(
          std::min<std::size_t>(terms.block_start_[block], terms.keys_.size()))) {}

bool Terms::Cursor::next() {
  if (next_rank_ == terms_->size() || !take_key(rest_, key_)) return false;
  ++next_rank_;
  return true;
}

// The key that a block starts with, in place.
std::string_view Terms::first_key(std::uint32_t block) const {
  const std::string_view rest =
      keys_.substr(std::min<std::size_t>(block_start_[block], keys_.size()));
  return rest.size() < 2 ? rest : rest.substr(2, static_cast<unsigned char>(rest[1]));
}

std::optional<Terms::Cursor> Terms::lower_bound(const std::string& key) const {
  std::uint32_t low = 0;  // blocks before it start with a lesser key
  auto high = static_cast<std::uint32_t>(block_start_.size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (first_key(middle) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (block_start_.empty()) return std::nullopt;
  Cursor cursor(*this, low == 0 ? 0 : low - 1);
  // At most one block and the first of the next, unless the file is damaged.
  for (std::uint32_t steps = 0; steps <= kBlock && cursor.next(); ++steps) {
    if (cursor.key() >= key) return cursor;
  }
  return std::nullopt;
}

std::optional<TermId> Terms::find(std::uint32_t language, std::string_view term) const {
  const std::string wanted = key_of(language, term);
  const auto cursor = lower_bound(wanted);
  if (!cursor || cursor->key() != wanted) return std::nullopt;
  return id_of_rank_[cursor->rank()];
}

std::string Terms::key(TermId id) const {
  const std::uint32_t rank = at(rank_of_id_, id, size());
  if (rank >= size()) return key_of(0, "");
  Cursor cursor(*this, rank / kBlock);
  for (std::uint32_t at = 0; at <= rank % kBlock; ++at) {
    if (!cursor.next()) return key_of(0, "");
  }
  return cursor.key();
}

std::string Terms::term(TermId id) const {
  const std::string whole = key(id);
  return whole.size() < sizeof(std::uint32_t) ? "" : whole.substr(sizeof(std::uint32_t));
}

std::uint32_t Terms::language(TermId id) const {
  std::uint32_t language = 0;
  for (const char byte : key(id).substr(0, sizeof language)) {
    language = language << 8 | static_cast<unsigned char>(byte);
  }
  return language;
}

std::uint32_t Terms::articles(TermId id) const { return at(articles_, id, id < size() ? 1 : 0); }

std::uint32_t Terms::occurrences(TermId id) const {
  return at(occurrences_, id, id < size() ? 1 : 0);
}

}  // namespace dateline
