// The only place that asks what day it is. Nothing that dates an article may call it: it is for
// what people say about themselves, such as "the last seven days".
#pragma once

#include "common/date.h"

namespace dateline {

// The calendar day here and now, in the local time zone.
Date local_today();

}  // namespace dateline
