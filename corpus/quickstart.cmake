# What `cmake --workflow --preset quickstart` runs after building: index this folder, ask a question.
# Run with cmake -P; INDEXER, SEARCHER and INDEX are paths.
set(query "agreement signed between the two countries")

function(run)
  list(JOIN ARGN " " line)
  message("\n$ ${line}")
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/.. RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "failed with status ${status}")
  endif()
endfunction()

run(${INDEXER} add --index ${INDEX} corpus)
run(${SEARCHER} query --index ${INDEX} --limit 3 ${query})
