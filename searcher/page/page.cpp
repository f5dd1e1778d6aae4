#include "searcher/page/page.h"

#include <charconv>
#include <map>

#include "common/text/utf8.h"
#include "searcher/page/html.h"
#include "searcher/page/page_files.h"
#include "searcher/page/results_html.h"
#include "searcher/serve/problem.h"

namespace dateline {

namespace {

constexpr const char* kHtml = "text/html; charset=utf-8";

// `{{title}}`, `{{query}}` and `{{content}}` of page.html, all HTML already, in this order.
std::string filled_in(const std::string& title, const std::string& query,
                      const std::string& content) {
  std::string_view rest = page_html();
  std::string out;
  for (const auto& [name, value] :
       {std::pair<std::string_view, const std::string&>{"{{title}}", title},
        {"{{query}}", query},
        {"{{content}}", content}}) {
    const std::size_t at = rest.find(name);
    out.append(rest.substr(0, at)).append(value);
    rest.remove_prefix(at + name.size());
  }
  return out.append(rest);
}

PageResponse page(int status, const std::string& title, const PageParameters& parameters,
                  const std::string& content) {
  return {status, kHtml, filled_in(escaped(title), escaped(value_of(parameters, "q")), content)};
}

PageResponse failure(const Error& error, const PageParameters& parameters) {
  PageParameters words;
  for (const auto& parameter : parameters) {
    if (parameter.first == "q") words.push_back(parameter);
  }
  return page(status_of(error.kind), "Dateline", parameters,
              "<div class=\"nothing\" role=\"alert\"><h1>That did not work</h1>\n<p><bdi>" +
                  escaped(error.message) + "</bdi></p>\n<p><a href=\"" +
                  escaped(address_with(words, "article", "")) +
                  "\">Search without filters</a></p></div>\n");
}

PageResponse search_page(Searcher& searcher, const PageParameters& parameters,
                         const FilterContext& context, const RequestDraft& defaults) {
  const Result<RequestDraft> draft = draft_of(parameters, defaults);
  if (!draft) return failure(draft.error(), parameters);
  const Result<Request> request = resolve(*draft, context);
  if (!request) return failure(request.error(), parameters);
  const Result<Answer> answer = searcher.search(*request);
  if (!answer) return failure(answer.error(), parameters);
  std::map<std::string, Result<Article>> articles;
  const auto article_of = [&](const std::string& id) -> const Article* {
    const auto& article = articles.try_emplace(id, searcher.article(id)).first->second;
    return article ? &*article : nullptr;
  };
  const std::string& query = request->query;
  return page(200, query.empty() ? "Dateline" : query + " - Dateline", parameters,
              results_html(*answer, parameters, article_of));
}

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

// The passage that the address names, if the article has such bytes.
std::vector<Mark> marks_of(const PageParameters& parameters, std::string_view text) {
  const auto start = number_in(value_of(parameters, "start"));
  const auto end = number_in(value_of(parameters, "end"));
  if (!start || !end || *start >= *end || !is_bound(text, *start) || !is_bound(text, *end)) {
    return {};
  }
  return {{{*start, *end}, "cited", "passage"}};
}

// The address of the search that led to the article.
std::string way_back(const PageParameters& parameters) {
  PageParameters search;
  for (const auto& parameter : parameters) {
    const std::string& name = parameter.first;
    if (name != "article" && name != "start" && name != "end") search.push_back(parameter);
  }
  return address_with(search, "article", "");
}

PageResponse article_page(const Searcher& searcher, const PageParameters& parameters) {
  const Result<Article> article = searcher.article(value_of(parameters, "article"));
  if (!article) return failure(article.error(), parameters);
  const std::string title(name_of(article->title, article->id));
  std::string out = "<article class=\"whole\">\n<p><a id=\"back\" href=\"" +
                    escaped(way_back(parameters)) + "\">Back to the results</a></p>\n" +
                    "<h1 dir=\"auto\">" + escaped(title) + "</h1>\n<p class=\"facts\">" +
                    date_html(article->date);
  const std::string countries =
      countries_html(article->countries.about, article->countries.primary);
  if (!countries.empty()) out += "<span>" + countries + "</span>";
  if (!article->author.empty()) out += "<bdi>" + escaped(article->author) + "</bdi>";
  if (!article->source.empty()) out += "<bdi>" + escaped(article->source) + "</bdi>";
  const std::string_view link = safe_link(article->url);
  if (!link.empty()) {
    out += "<a rel=\"noopener noreferrer nofollow\" href=\"" + escaped(link) + "\">original</a>";
  }
  out += "</p>\n<div class=\"text\" lang=\"" + escaped(article->language) + "\">" +
         paragraphs(article->text, marks_of(parameters, article->text)) +
         "</div>\n<p class=\"facts\">Id: <bdi>" + escaped(article->id) + "</bdi></p>\n</article>\n";
  return page(200, title + " - Dateline", parameters, out);
}

}  // namespace

std::string_view page_policy() {
  return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
         "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

std::optional<PageResponse> page_response(Searcher& searcher, std::string_view path,
                                          const PageParameters& parameters,
                                          const FilterContext& context,
                                          const RequestDraft& defaults) {
  if (path == "/page.css")
    return PageResponse{200, "text/css; charset=utf-8", std::string(page_css())};
  if (path == "/page.js")
    return PageResponse{200, "text/javascript; charset=utf-8", std::string(page_js())};
  if (path != "/") return std::nullopt;
  if (!value_of(parameters, "article").empty()) return article_page(searcher, parameters);
  return search_page(searcher, parameters, context, defaults);
}

}  // namespace dateline
