// The same goal elsewhere: goals of other documents whose wordings are nearly the same.
#pragma once

#include <cstddef>

#include "gazetteer/gazetteer.h"
#include "search/deadline.h"
#include "search/request.h"
#include "search/snapshot.h"

namespace szukajst::search {

// `goal`: its ordinal in the segment. Where time is up, what was found until then.
AlikeGoals find_alike(std::size_t segment, std::size_t goal, const Snapshot& snapshot,
                      const gazetteer::Gazetteer& gazetteer, Deadline& deadline);

}  // namespace szukajst::search
