#include "common/index/xapian_reason.h"

namespace dateline {

std::string reason_of(const Xapian::Error& error) {
  const char* system = error.get_error_string();
  return system == nullptr ? error.get_msg() : error.get_msg() + " (" + system + ")";
}

}  // namespace dateline
