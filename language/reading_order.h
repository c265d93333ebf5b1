// Which of a form's readings is likeliest, where nothing is known of the words around it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "language/lexicon.h"

namespace szukajst::language {

// Gives each its likelihood and puts the likeliest first, a lemma's readings together: by how common the
// lemma is, what share of it stands in such a form (`shares`, one for each; see form_share.h), and the part
// of speech. `capitalised`: the form began with a capital, so a proper name is likelier. `log_frequency`
// gives a lemma's.
void sort_readings(std::vector<Reading>& readings, std::span<const double> shares, bool capitalised,
                   const std::function<double(const std::string&)>& log_frequency);

}  // namespace szukajst::language
