// Which terms and values the document of an article has, beside its words, is decided here and
// nowhere else; common/index/schema.h has their names, FORMAT.md an example.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/index/stored_article.h"
#include "indexer/glass_database.h"

namespace dateline {

// Terms without a frequency, each once: id, language, source, dates, countries. Every one fits
// Xapian's limits.
std::vector<std::string> boolean_terms(const IndexedArticle& indexed);

// What the value slots hold, by their number; "" is none.
std::vector<std::string> slot_values(const IndexedArticle& indexed);

// Terms and values of all documents of a segment, turned around.
class DocumentFields {
 public:
  // REQUIRES: docids ascend.
  void add(std::uint32_t docid, const IndexedArticle& indexed);

  // The docids of each term, ascending.
  const std::map<std::string, std::vector<std::uint32_t>>& terms() const { return terms_; }
  std::span<const GlassValues> slots() const { return slots_; }

 private:
  std::map<std::string, std::vector<std::uint32_t>> terms_;
  std::vector<GlassValues> slots_;
};

}  // namespace dateline
