// JSON forms of an article: as part of an answer, and whole for `show`. ANSWER.md describes both.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "common/article.h"
#include "searcher/answer.h"

namespace dateline {

// What a citation needs: the `article` object of a passage.
nlohmann::ordered_json to_json(const ArticleSummary& article);

// Everything the index holds of an article, with how its date and countries were found.
nlohmann::ordered_json to_json(const Article& article);

}  // namespace dateline
