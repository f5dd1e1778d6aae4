// How a fuzz target reports that a promise is broken: by a crash that the fuzzer records.
#pragma once

#include <cstdio>

#define DATELINE_REQUIRE(promise)                                                \
  do {                                                                           \
    if (!(promise)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise); \
      __builtin_trap();                                                          \
    }                                                                            \
  } while (false)
