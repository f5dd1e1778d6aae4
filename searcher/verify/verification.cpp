#include "searcher/verify/verification.h"

namespace dateline {

const char* name_of(Likeness likeness) {
  if (likeness == Likeness::kExact) return "exact";
  return likeness == Likeness::kFolded ? "folded" : "different";
}

const char* verdict_of(const Verification& verification) {
  if (verification.exact > 0) return "exact";
  if (verification.folded > 0) return "folded";
  return verification.different > 0 ? "different" : "absent";
}

}  // namespace dateline
