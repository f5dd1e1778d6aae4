// Adds what the countries call themselves to the names known in every language: "Deutschland",
// "日本".
#pragma once

#include "indexer/gazetteer_builder.h"

namespace dateline {

// The names that ICU and language_words.tsv give a country in the languages written there. Left out
// are those that something else in the gazetteer is called, except towns; those of fewer than five
// Latin letters, and those listed as `native` in ambiguous.tsv. Short names with an accent need it.
// To be called when all other names are in.
void add_native_names(GazetteerBuilder& names);

}  // namespace dateline
