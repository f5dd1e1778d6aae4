// The `terms` file of a segment: every (language, term) that its articles have, numbered. Articles
// are analysed in their own language, and the same letters are different terms in two languages.
// A term's number, its id, is small where it is frequent: 0 occurs most often. The other files of
// the segment speak of terms by id only. FORMAT.md has the bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/file.h"
#include "common/result.h"
#include "common/text/word_numbers.h"

namespace dateline {

using TermId = std::uint32_t;

// Collects the terms of a segment while its articles are read. Ids depend on all of them, so terms
// have provisional numbers until then.
class TermsBuilder {
 public:
  // Counts one occurrence and returns the term's provisional number: 0, 1, 2, ... in order of first
  // occurrence. `language` as Columns::language() numbers it.
  // REQUIRES: docids ascend; the term has 1 to 250 bytes.
  std::uint32_t add(std::uint32_t docid, std::uint32_t language, std::string_view term) {
    const std::uint32_t number = this->number(language, term);
    count(docid, number);
    return number;
  }

  // The two halves of add(). A term that is never counted does not come into the file.
  std::uint32_t number(std::uint32_t language, std::string_view term);
  void count(std::uint32_t docid, std::uint32_t number);

  // Of a provisional number; holds until the next call of add() or number().
  std::string_view term(std::uint32_t number) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }

  struct Finished {
    std::string file;                        // the bytes of the file
    std::vector<TermId> ids;                 // by provisional number
    std::vector<std::uint32_t> occurrences;  // by id
  };
  // `uuid` is that of the segment's database.
  Finished finish(std::string_view uuid) const;

 private:
  struct Counts {
    std::uint32_t occurrences = 0;
    std::uint32_t articles = 0;
    std::uint32_t last_docid = 0;
  };
  std::vector<WordNumbers> numbers_;  // by language
  std::vector<std::string> keys_;     // by provisional number, see terms.cpp
  std::vector<Counts> counts_;
};

// Reads a mapped terms file. Thread-safe. Any id may be asked for; a damaged file reads as wrong
// terms or none, never as memory beyond it (`dateline-index check` finds the damage).
class Terms {
 public:
  // Fails with kCorrupt if the file is not the terms of the database `uuid`.
  static Result<Terms> open(const std::filesystem::path& path, std::string_view uuid);
  // The same of bytes that outlive the object. REQUIRES: bytes.data() is aligned to 8.
  static std::optional<Terms> over(std::string_view bytes, std::string_view uuid);

  std::uint32_t size() const { return static_cast<std::uint32_t>(id_of_rank_.size()); }
  std::optional<TermId> find(std::uint32_t language, std::string_view term) const;

  // Of an id; "" and 0 if there is none such.
  std::string term(TermId id) const;
  std::uint32_t language(TermId id) const;
  std::uint32_t articles(TermId id) const;     // articles with the term, deleted ones included
  std::uint32_t occurrences(TermId id) const;  // in them, titles and bodies

  // Calls visit(id, term) for the terms of a language that begin with `prefix`, in the order of
  // their bytes, until it returns false.
  template <typename Visit>
  void for_each_from(std::uint32_t language, std::string_view prefix, Visit visit) const;

 private:
  static constexpr std::uint32_t kBlock = 16;  // terms that are coded together

  // Walks the terms in the order of their keys, from the first of a block on.
  class Cursor {
   public:
    Cursor(const Terms& terms, std::uint32_t block);
    bool next();  // false at the end, and where the file is damaged
    std::uint32_t rank() const { return next_rank_ - 1; }
    const std::string& key() const { return key_; }

   private:
    const Terms* terms_;
    std::uint32_t next_rank_;
    std::string_view rest_;
    std::string key_;
  };

  friend class TermsBuilder;
  static std::string key_of(std::uint32_t language, std::string_view term);
  std::string_view first_key(std::uint32_t block) const;
  // The first term whose key is not less; nothing if there is none.
  std::optional<Cursor> lower_bound(const std::string& key) const;
  std::string key(TermId id) const;

  std::optional<MappedFile> file_;
  std::span<const std::uint32_t> block_start_;  // in keys_
  std::span<const std::uint32_t> id_of_rank_, rank_of_id_;
  std::span<const std::uint32_t> articles_, occurrences_;  // of those that occur twice or more
  std::string_view keys_;
};

template <typename Visit>
void Terms::for_each_from(std::uint32_t language, std::string_view prefix, Visit visit) const {
  const std::string start = key_of(language, prefix);
  auto cursor = lower_bound(start);
  while (cursor && cursor->key().starts_with(start)) {
    const std::string_view term = std::string_view(cursor->key()).substr(sizeof language);
    if (!visit(id_of_rank_[cursor->rank()], term) || !cursor->next()) return;
  }
}

}  // namespace dateline
