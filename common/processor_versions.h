// The few loops that most of the time of a search goes into are compiled twice: for every processor
// of the architecture and for x86-64-v3 (AVX2 and the bit instructions, in servers since 2013). The
// loader chooses. Where the compiler cannot, there is the first version only; both compute the same
// to the last bit (-ffp-contract=off).
#pragma once

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define DATELINE_PROCESSOR_VERSIONS __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define DATELINE_PROCESSOR_VERSIONS
#endif
