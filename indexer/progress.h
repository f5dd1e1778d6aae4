// The line on the terminal that shows how far a long run is.
#pragma once

#include <chrono>
#include <string>

#include "indexer/add_run.h"

namespace dateline {

// "12,345 articles  45.2 MB/s  63 %  ETA 0:12"; the last two only when the total is known.
std::string progress_text(const AddProgress& progress, std::chrono::duration<double> elapsed);

// "1,234,567".
std::string with_commas(std::size_t number);

// "1 article", "1,234 articles"; `thing` takes an "s" where there is not one.
std::string counted(std::size_t number, const std::string& thing);

// Draws progress on standard error when that is a terminal, and nothing otherwise.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const AddProgress& progress);
  void clear();  // before anything else is written to the terminal

  std::chrono::duration<double> elapsed() const {
    return std::chrono::steady_clock::now() - start_;
  }

 private:
  bool on_terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace dateline
