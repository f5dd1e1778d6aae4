// Writes the arrays of a gazetteer's image (gazetteer_image.h), one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/gazetteer_image.h"

namespace dateline {

// Each array starts at a multiple of 8 bytes; the letters come last of all.
class ImageWriter {
 public:
  // Where the next array will start.
  std::uint32_t next_place() const {
    return static_cast<std::uint32_t>((image_.size() + kAlignment - 1) / kAlignment * kAlignment);
  }

  template <typename Element>
  ArrayPlace add(const std::vector<Element>& elements) {
    const ArrayPlace place{next_place(), static_cast<std::uint32_t>(elements.size())};
    image_.resize(place.at);
    if (!elements.empty()) {
      image_.append(reinterpret_cast<const char*>(elements.data()),
                    elements.size() * sizeof(Element));
    }
    return place;
  }

  // Where the text stands among the letters.
  Letters add_letters(std::string_view text);

  // The whole image. To be called last.
  std::string finish(ImageHeader header);

 private:
  static constexpr std::size_t kAlignment = 8;
  std::string image_ = std::string(sizeof(ImageHeader), '\0');
  std::string letters_;
};

}  // namespace dateline
