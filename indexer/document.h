// A built article as a Xapian document. Which terms, values and data a document has is decided here
// and nowhere else; common/index/schema.h has their names, FORMAT.md an example.
#pragma once

#include <xapian.h>

#include "indexer/article_builder.h"

namespace dateline {

// Every term fits Xapian's limits, so adding the document cannot fail for its sake.
Xapian::Document document_of(const BuiltArticle& built);

// Gives the document of an article without a year the date that `indexed` now has.
// REQUIRES: nothing but the date of the article has changed.
void redate(Xapian::Document& document, const IndexedArticle& indexed);

}  // namespace dateline
