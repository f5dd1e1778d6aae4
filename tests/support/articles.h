// Articles for tests, whole and plausible; a test changes what it is about.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "common/index/manifest.h"
#include "common/index/stored_article.h"

namespace dateline {

// With every field filled: about AZ and CU, mentioning TR, of 2023-03-01, in English.
IndexedArticle an_article(const std::string& id);

// Every field of both is the same.
bool same(const IndexedArticle& one, const IndexedArticle& other);

// One line of JSON, with its end: {"id", "title", "text", "date", "source"}, as `add` reads it.
// Different ids and versions have different texts. The text has a word of its own for the id
// ("marker" and the id) and one for the version ("version" and the number).
std::string article_line(const std::string& id, int version = 1);

// Lines of the articles number `first` to `last`, whose ids are "a1", "a2", ...
std::string article_lines(int first, int last, int version = 1);

// A segment written without the indexer: Xapian database and columns, with a manifest's entry.
// The documents have no words, only ids. Docids go from 1 in the order of the articles.
SegmentEntry write_segment(const std::filesystem::path& index, std::uint64_t number,
                           const std::vector<IndexedArticle>& articles);

// What an index holds: the live articles' ids with their content hashes. Fails the test if the
// index cannot be opened or an id is there twice.
std::map<std::string, std::uint64_t> live_articles(const std::filesystem::path& index);

}  // namespace dateline
