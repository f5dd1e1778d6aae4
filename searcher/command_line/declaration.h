// What the options of a command are declared with. Includes CLI11; for options.cpp and the files
// beside this one that declare options.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include <CLI/CLI.hpp>

#include "common/command_line/describe.h"
#include "common/result.h"
#include "searcher/command_line/typed_options.h"
#include "searcher/request_uses.h"

namespace dateline {

// All of it must outlive the parsing: options write to `typed` then.
struct Declaration {
  CLI::App& command;
  TypedOptions& typed;
  OptionChoices& choices;
  std::initializer_list<Use> uses;  // what the command makes requests for

  // The few values that an option can have, for shells to complete and manual pages to list.
  void offer(const CLI::Option* option, std::span<const std::string_view> few) const {
    choices[option].assign(few.begin(), few.end());
  }
};

// Keeps the first error.
inline void note(TypedOptions& typed, const Result<void>& set) {
  if (!set && !typed.error) typed.error = set.error();
}

}  // namespace dateline
