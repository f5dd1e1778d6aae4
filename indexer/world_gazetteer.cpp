#include "indexer/world_gazetteer.h"

#include "indexer/world_image.h"

namespace dateline {

const Gazetteer& world_gazetteer() {
  static const Gazetteer gazetteer(world_image());
  return gazetteer;
}

}  // namespace dateline
