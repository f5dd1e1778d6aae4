// JSON forms of an article: as part of an answer, and whole for `show`. ANSWER.md describes both.
#pragma once

#include <span>
#include <string>

#include "common/article.h"
#include "common/json_writer.h"
#include "searcher/answer.h"
#include "searcher/passage_fields.h"

namespace dateline {

// What a citation needs: the `article` object of a passage, with those of its parts.
void write_json(JsonWriter& writer, const ArticleSummary& article,
                const PassageFields& fields = {});

// The fields of that object but its id, without the braces.
void write_citation(JsonWriter& writer, const ArticleSummary& article,
                    const PassageFields& fields = {});

// An array of codes.
void write_json(JsonWriter& writer, std::span<const CountryCode> countries);

// Everything the index holds of an article, with how its date and countries were found.
std::string to_json(const Article& article, JsonLayout layout);

// What that says beside id, title, url and text, without the braces.
void write_provenance(JsonWriter& writer, const Article& article);

}  // namespace dateline
