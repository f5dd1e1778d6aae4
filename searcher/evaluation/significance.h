// Is one run better than another, or was it luck?
#pragma once

#include <span>
#include <vector>

namespace dateline {

// The paired randomisation test (Fisher; for retrieval: Smucker, Allan, Carterette, CIKM 2007), two
// sided: how often the mean difference would be at least as large if each query's difference had
// either sign by chance. 20,000 draws from a fixed seed, so equal input gives an equal answer.
// REQUIRES: both are of the same queries in the same order.
double paired_p_value(std::span<const double> left, std::span<const double> right);

// Holm's correction of several tests made at once ("A simple sequentially rejective multiple test
// procedure", 1979): the adjusted values, in the order given.
std::vector<double> holm(std::span<const double> p_values);

}  // namespace dateline
