// Writes the world's names as a C++ source, when the program is built: compile_gazetteer OUT.cpp
#include <cstdio>
#include <fstream>
#include <iostream>

#include "indexer/world_names.h"

namespace {

// Octal, because its escapes end after three digits.
std::string literal_of(const std::string& bytes) {
  constexpr std::size_t kBytesALine = 40;
  std::string literal;
  literal.reserve(bytes.size() * 4 + bytes.size() / kBytesALine * 8);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at % kBytesALine == 0) literal += at == 0 ? "    \"" : "\"\n    \"";
    const auto byte = static_cast<unsigned char>(bytes[at]);
    literal += '\\';
    literal += static_cast<char>('0' + (byte >> 6));
    literal += static_cast<char>('0' + ((byte >> 3) & 7));
    literal += static_cast<char>('0' + (byte & 7));
  }
  return literal + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: compile_gazetteer OUT.cpp\n";
    return 2;
  }
  const std::string image = dateline::world_names().image();
  std::ofstream out(argv[1], std::ios::binary);
  out << "#include \"indexer/world_image.h\"\n\nnamespace dateline {\n\n"
      << "alignas(8) static constexpr char kImage[] =\n"
      << literal_of(image) << ";\n\nstd::string_view world_image() { return {kImage, "
      << image.size() << "}; }\n\n}  // namespace dateline\n";
  out.close();
  if (!out) std::cerr << "compile_gazetteer: cannot write " << argv[1] << '\n';
  return out ? 0 : 2;
}
