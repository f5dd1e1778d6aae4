#include "common/article.h"

namespace dateline {

const char* to_string(Confidence confidence) {
  switch (confidence) {
    case Confidence::kNone:
      return "none";
    case Confidence::kGuess:
      return "guess";
    case Confidence::kLikely:
      return "likely";
    case Confidence::kSure:
      return "sure";
  }
  return "none";
}

}  // namespace dateline
