// Writes JSON from front to back, without a tree in memory: an answer of a thousand passages is a
// megabyte of text and should take about as long as copying it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

enum class JsonLayout : std::uint8_t {
  kOneLine,   // no white space at all
  kIndented,  // two spaces a level; arrays of plain values stay on one line
};

// The calls must make up one value: a key before each value in an object, none in an array, each
// begin with its end. Strings that are not UTF-8 get U+FFFD for what is not.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout) : layout_(layout) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& begin_plain_array();  // of plain values or of plain arrays, ended by end_array()

  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::size_t value);
  JsonWriter& number(
      double value);  // the fewest digits that read back the same; null if not finite
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a value that is JSON text already

  // What was written; the writer is empty afterwards.
  std::string take();

 private:
  void begin_value();
  void begin(char bracket);
  void end(char bracket);
  void break_line();

  JsonLayout layout_;
  std::string out_;
  std::size_t depth_ = 0;        // of objects and arrays that are open
  std::size_t plain_depth_ = 0;  // of plain arrays among them
  bool after_value_ = false;     // a comma is due before the next
  bool after_key_ = false;
};

}  // namespace dateline
