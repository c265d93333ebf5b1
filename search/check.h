// Compares what a snapshot keeps of each document in several places.
#pragma once

#include <string>
#include <vector>

#include "search/session.h"
#include "search/snapshot.h"

namespace szukajst::search {

// Each finding one sentence; no more than the first hundred. Reads the whole index.
std::vector<std::string> find_faults(const Snapshot& snapshot, const Session& session);

}  // namespace szukajst::search
