// The parts of the page that show an answer.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/answer.h"
#include "searcher/page/page_state.h"

namespace dateline {

// The stored article of a passage, for what its summary leaves out; null if it cannot be had.
using ArticleOf = std::function<const Article*(const std::string& id)>;

// What to call an article: its title, or else its id, of a path or an address the last part.
std::string_view name_of(std::string_view title, std::string_view id);

// "May 2021", "28 February, year unknown", with how sure that is where it is not, as HTML.
std::string date_html(const DateFinding& finding);

// "Azerbaijan, Cuba": the foremost first, as HTML.
std::string countries_html(const std::vector<CountryCode>& about,
                           const std::optional<CountryCode>& primary);

// The filters beside the results, the results, and what leads to more of them.
std::string results_html(const Answer& answer, const PageParameters& parameters,
                         const ArticleOf& article_of);

}  // namespace dateline
