// What the help of dateline-search says besides its list of options.
#pragma once

namespace dateline {

inline constexpr const char* kAbout =
    "Answers queries with ranked passages from an index of news articles.";

inline constexpr const char* kFooter = R"(Examples:
  dateline-search query --index news.index "peace talks"
  dateline-search query --index news.index '"peace talks" baku -war' --from 2023
  dateline-search query --index news.index --country Cuba
  dateline-search batch --index news.index < queries.jsonl > answers.jsonl
  dateline-search show --index news.index ID
  dateline-search eval --index news.index --queries Q --qrels R

DATELINE_INDEX in the environment stands for --index.
Exit status: 0 passages found (batch: every line answered), 1 nothing found,
2 error.)";

inline constexpr const char* kQueryFooter = R"(Query:
  words                articles with any of them, the best first
  "a phrase"           only articles with these words in this order
  -word  -"a phrase"   no articles with these
  nothing              the newest articles
The shell takes quotes away: put a query with phrases into single quotes.

Dates are 2023, 2023-03, 2023-03-01, today, yesterday, today-7d (d, w, m, y).
Countries are ISO letters (AZ, AZE) or names in any language. Articles without a
date are left out where --from or --to is given, unless --undated includes them.

Examples:
  dateline-search query --index news.index '"peace talks" baku -war' --limit 3
  dateline-search query --index news.index budget --country AZ --from today-7d
  dateline-search query --index news.index "-war cuba" --format json
  dateline-search query --index news.index oil --cursor first

Exit status: 0 passages found, 1 nothing found, 2 error.)";

inline constexpr const char* kBatchFooter =
    R"(Each line of standard input is a request, each line of standard output its
answer, in the same order:
  {"id": 1, "query": "peace talks", "countries": ["AZ"], "from": "2023"}
Options given here hold for requests that do not say otherwise. The fields are
named like the options, with _ for -: query, countries, all_countries,
not_countries, from, to, as_of, undated, source, language, strict, interpret,
sort, expand, fold, recency, like, before_it, min_match, limit, per_article,
passage_words, context, max_chars, max_tokens, explain, facets, facet,
facet_prefix, facet_all, facet_groups, facet_limit, count, timeout_ms, fields,
cursor.
A queries.jsonl file of a BEIR collection can be piped in as it is.
A line that cannot be answered yields
  {"id": 1, "line": 1, "error": {"code": "request", "message": "..."}}
and the run goes on. All cores search; answers keep the order of requests.
A long run can be broken off and gone on with:
  dateline-search batch --index news.index --output answers.jsonl --resume \
      < queries.jsonl

Exit status: 0 every line answered, 2 some not.)";

inline constexpr const char* kVerifyFooter =
    R"(Looks for the quote word for word, then but for case, white space and marks,
then with differences, which it lists. "..." stands for words left out.

Examples:
  dateline-search verify --index news.index 'we will not be silent'
  dateline-search verify --index news.index --country AZ --format json \
      'peace ... by the end of the year'

Exit status: 0 found, though perhaps with differences, 1 not found, 2 error.)";

inline constexpr const char* kEvalFooter =
    R"(Ranks articles for each judged query and prints map, ndcg_cut_10,
recip_rank, P_10, recall_100, bpref and judged_10 as trec_eval -c defines them.
Each --compare adds the other run's means, a paired randomisation test and its
value corrected for all tests made (Holm). With --answer-key the same is said of
the share of queries with an answer in the first 1, 3, 5 and 10 passages.

Examples:
  dateline-search eval --index news.index --queries queries.jsonl \
      --qrels qrels.tsv --write-run ours.run --compare theirs.run
  dateline-search eval --index news.index --queries questions.jsonl \
      --qrels qrels.tsv --now-key date --from today-14d --to today \
      --answer-key answer

Exit status: 0 evaluated, 2 error.)";

inline constexpr const char* kServeFooter =
    R"(Answers GET / (a page to search with), GET and POST /search and /facets,
POST /search/batch, /verify and /mcp, GET /articles/ID, /openapi.json, /health,
/ready and /metrics until SIGTERM or SIGINT. The newest generation of the index
answers. searcher/serve/README.md has more.

Examples:
  dateline-search serve --index news.index
  curl 'http://127.0.0.1:7700/search?query=railway+freight&country=AZ'
  dateline-search serve --index news.index --keys keys.txt --listen 0.0.0.0:7700

Exit status: 0 ended by a signal, 2 error.)";

inline constexpr const char* kMcpFooter =
    R"(Gives agents the tools search, fetch, facets and verify. Programs that speak the
protocol start this command themselves; tell them, for example:

  {"command": "dateline-search", "args": ["mcp", "--index", "/news.index"]}

Exit status: 0 when the input ends, 2 error.)";

inline constexpr const char* kCompletionsAbout =
    "Print a script by which a shell completes commands and options";

inline constexpr const char* kCompletionsFooter =
    R"(Installed packages bring these scripts. Without one:
  bash   source <(dateline-search completions bash)
  zsh    source <(dateline-search completions zsh)
  fish   dateline-search completions fish | source

Exit status: 0 printed, 2 error.)";

inline constexpr const char* kManualAbout = "Print the manual page, in roff";

inline constexpr const char* kManualFooter =
    R"(Example:
  dateline-search manual | man -l -

Exit status: 0 printed, 2 error.)";

inline constexpr const char* kShowFooter =
    R"(Exit status: 0 shown, 2 no such article or another error.)";

}  // namespace dateline
