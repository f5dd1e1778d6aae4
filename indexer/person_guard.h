// Names of places that are somebody's name where they stand: "Vice-President Salvador Mesa",
// "Mr. Jordan", "Jack London", "Paris Hilton".
//
// There is no list of people; what gives a person away is the company of the name: a title, a
// given name or an initial before it, or another word with a capital at its side that is no place.
#pragma once

#include "indexer/place_mention.h"

namespace dateline {

// Drops the mentions that are persons. A name that once is a person is one in the whole part,
// unless a word such as "in" stands before it.
void drop_persons(PlacePart& part);

}  // namespace dateline
