# Checks that an installation has all that its users look for, and that it runs.
#
#   cmake -DBUILD=build/release -DPREFIX=DIR -P tests/install_check.cmake     DIR is made anew
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(program IN ITEMS dateline-index dateline-search)
  foreach(file IN ITEMS
      bin/${program}
      share/bash-completion/completions/${program}
      share/zsh/site-functions/_${program}
      share/fish/vendor_completions.d/${program}.fish
      share/man/man1/${program}.1)
    if(NOT EXISTS ${PREFIX}/${file})
      message(SEND_ERROR "${file} is not installed")
      continue()
    endif()
    file(SIZE ${PREFIX}/${file} size)
    if(size EQUAL 0)
      message(SEND_ERROR "${file} is empty")
    endif()
  endforeach()
  execute_process(COMMAND ${PREFIX}/bin/${program} manual OUTPUT_VARIABLE page COMMAND_ERROR_IS_FATAL ANY)
  file(READ ${PREFIX}/share/man/man1/${program}.1 installed)
  if(NOT page STREQUAL installed)
    message(SEND_ERROR "the manual of ${program} that is installed is not the one it prints")
  endif()
endforeach()
foreach(file IN ITEMS LICENSE NOTICE README.md searcher/QUERY.md)
  if(NOT EXISTS ${PREFIX}/share/doc/dateline/${file})
    message(SEND_ERROR "${file} is not installed")
  endif()
endforeach()
file(REMOVE_RECURSE ${PREFIX})
