#include "indexer/progress.h"

#include <cmath>
#include <cstdio>
#include <iostream>

#include <unistd.h>

namespace dateline {
namespace {

constexpr std::chrono::milliseconds kRedrawEvery{200};

std::string one_decimal(double number) {
  const long long tenths = std::llround(number * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(std::size_t number, const std::string& thing) {
  return with_commas(number) + ' ' + thing + (number == 1 ? "" : "s");
}

std::string progress_text(const AddProgress& progress, std::chrono::duration<double> elapsed) {
  const double seconds = std::max(elapsed.count(), 0.001);
  const double bytes_per_second = static_cast<double>(progress.bytes) / seconds;
  std::string text =
      with_commas(progress.records) + " articles  " + one_decimal(bytes_per_second / 1e6) + " MB/s";
  if (progress.total_bytes == 0 || progress.bytes == 0) return text;
  const std::uint64_t done = std::min(progress.bytes, progress.total_bytes);
  text += "  " + std::to_string(done * 100 / progress.total_bytes) + " %";
  const auto left =
      static_cast<std::size_t>(static_cast<double>(progress.total_bytes - done) / bytes_per_second);
  const std::string seconds_left = std::to_string(left % 60);
  text += "  ETA " + std::to_string(left / 60) + (left % 60 < 10 ? ":0" : ":") + seconds_left;
  return text;
}

ProgressLine::ProgressLine()
    : on_terminal_(::isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()),
      last_drawn_(start_) {}

void ProgressLine::show(const AddProgress& progress) {
  if (!on_terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_drawn_ < kRedrawEvery) return;
  last_drawn_ = now;
  drawn_ = true;
  std::cerr << "\r\033[K" << progress_text(progress, elapsed()) << std::flush;
}

void ProgressLine::clear() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

}  // namespace dateline
