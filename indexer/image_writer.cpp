#include "indexer/image_writer.h"

#include <cstring>
#include <utility>

namespace dateline {

Letters ImageWriter::add_letters(std::string_view text) {
  const Letters place{static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint32_t>(text.size())};
  letters_ += text;
  return place;
}

std::string ImageWriter::finish(ImageHeader header) {
  header.letters = {static_cast<std::uint32_t>(image_.size()),
                    static_cast<std::uint32_t>(letters_.size())};
  image_ += letters_;
  std::memcpy(image_.data(), &header, sizeof header);
  return std::move(image_);
}

}  // namespace dateline
