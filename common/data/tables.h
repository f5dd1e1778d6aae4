// The tables of common/data/*.tsv as text, embedded when the program is built. Each file says at
// its top what its columns are and where its facts come from; table_rows() in common/tsv.h reads
// them.
#pragma once

#include <string_view>

namespace dateline {

std::string_view ambiguous_tsv();
std::string_view calendar_words_tsv();
std::string_view cities_tsv();
std::string_view contested_tsv();
std::string_view countries_tsv();
std::string_view encounter_words_tsv();
std::string_view furniture_tsv();
std::string_view language_words_tsv();
std::string_view organisations_tsv();
std::string_view person_words_tsv();
std::string_view phrases_tsv();
std::string_view places_tsv();
std::string_view regions_tsv();

}  // namespace dateline
