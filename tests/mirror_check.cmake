# Checks that every source has tests of its name: indexer/byline.cpp those of
# tests/indexer/byline_test.cpp.
#
#   cmake -DROOT=. -P tests/mirror_check.cmake
cmake_minimum_required(VERSION 3.25)

# Sources that are tested through another one, and through which.
set(TESTED_THROUGH
  "common/index/columns_writer by common/index/columns_test"
  "common/index/sketches_writer by common/index/sketches_test"
  "indexer/groups_file by indexer/find_groups_test"
  "common/text/compile_calendar by common/text/calendar_names_test"
  "indexer/canonical_text by indexer/corpus_test"
  "indexer/footer by indexer/corpus_test"
  "indexer/furniture by indexer/corpus_test"
  "indexer/layout by indexer/corpus_test"
  "indexer/page_reader by indexer/corpus_test"
  "indexer/compile_gazetteer by indexer/world_names_test"
  "searcher/command_line/advice by searcher/options_test"
  "searcher/command_line/check_options by searcher/options_test"
  "searcher/command_line/command_formats by searcher/options_test"
  "searcher/command_line/declare_commands by searcher/options_test"
  "searcher/command_line/declare_request by searcher/options_test"
  "searcher/command_line/shell_pages by searcher/options_test"
  "searcher/article_filter by searcher/facets_test"
  "searcher/feedback_voters by searcher/feedback_test"
  "searcher/article_words by searcher/passage_finder_test"
  "searcher/page/results_html by searcher/page/page_test"
  "searcher/phrases by searcher/search_test"
  "searcher/serve/connection by searcher/serve/http_server_test"
  "searcher/serve/service by end_to_end/serve_test"
  "searcher/facet_values by searcher/facets_test"
  "searcher/facet_counts by searcher/facets_test"
  "searcher/exhaustive_scores by searcher/top_k_test"
  "searcher/list_cursor by searcher/top_k_test"
  "searcher/live_articles by searcher/matcher_test"
  "searcher/range_bounds by searcher/top_k_test"
  "searcher/range_scorer by searcher/top_k_test"
  "searcher/short_lists by searcher/top_k_test"
  "searcher/hit_finders by searcher/passages_test"
  "searcher/requirements by searcher/search_test"
  "searcher/place_reader by searcher/condition_matcher_test"
  "searcher/word_postings by searcher/fast_answer_test"
  "searcher/condition_terms by searcher/condition_matcher_test"
  "searcher/numbered_words by searcher/matcher_test"
  "searcher/query_arranger by searcher/query_parser_test"
  "searcher/query_lexer by searcher/query_parser_test"
  "searcher/query_node by searcher/query_parser_test"
  "searcher/query_operators by searcher/query_parser_test"
  "searcher/query_suffixes by searcher/query_parser_test"
  "searcher/query_text by searcher/query_parser_test"
  "searcher/query_tree_parser by searcher/query_parser_test"
  "searcher/article_summary by searcher/passages_test"
  "searcher/verify/quote_finder by searcher/verify/verify_test"
  "searcher/verify/verification by searcher/verify/verify_test"
  "searcher/verify/verification_json by searcher/verify/verify_test"
  "searcher/verify/verification_text by searcher/verify/verify_test"
  "searcher/interpret/query_words by searcher/interpret/place_words_test"
  "searcher/interpret/time_forms by searcher/interpret/time_words_test"
  "searcher/interpret/time_tokens by searcher/interpret/time_words_test"
  "searcher/query_terms by searcher/matcher_test"
)

cmake_path(ABSOLUTE_PATH ROOT NORMALIZE)
file(GLOB_RECURSE sources RELATIVE ${ROOT}
  ${ROOT}/common/*.cpp ${ROOT}/indexer/*.cpp ${ROOT}/searcher/*.cpp)
foreach(source IN LISTS sources)
  cmake_path(REMOVE_EXTENSION source OUTPUT_VARIABLE name)
  set(has_test FALSE)
  if(EXISTS ${ROOT}/tests/${name}_test.cpp)
    set(has_test TRUE)
  endif()
  set(through ${TESTED_THROUGH})
  list(FILTER through INCLUDE REGEX "^${name} by ")
  if(has_test AND through)
    message(WARNING "tests/mirror_check.cmake need not list ${name} any more")
  elseif(NOT has_test AND NOT through AND NOT source MATCHES "/main\\.cpp$")
    message(SEND_ERROR "${source} has no tests: tests/${name}_test.cpp is missing")
  endif()
endforeach()

foreach(entry IN LISTS TESTED_THROUGH)
  if(NOT entry MATCHES "^(.+) by (.+)$")
    message(SEND_ERROR "not of the form 'SOURCE by TEST': ${entry}")
  elseif(NOT EXISTS ${ROOT}/${CMAKE_MATCH_1}.cpp)
    message(SEND_ERROR "${CMAKE_MATCH_1}.cpp is listed but does not exist")
  elseif(NOT EXISTS ${ROOT}/tests/${CMAKE_MATCH_2}.cpp)
    message(SEND_ERROR "tests/${CMAKE_MATCH_2}.cpp is to test ${CMAKE_MATCH_1}, but does not exist")
  endif()
endforeach()
