#include "indexer/record.h"
