#include "language/fading.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace szukajst::language {
namespace {

TEST(Fading, FreesWhatAMemoHeldALittleAtATime) {
  using Map = std::unordered_map<int, std::shared_ptr<int>>;
  const auto counted = std::make_shared<int>(0);
  Map map;
  for (int i = 0; i < 1000; ++i) map.emplace(i, counted);
  Fading<Map> fading;
  fading.empty(map, 1000);
  EXPECT_EQ(map.size(), 1000U) << "not more than it may hold";
  fading.empty(map, 999);
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(counted.use_count(), 1001);
  fading.fade();
  EXPECT_GT(counted.use_count(), 1);
  EXPECT_LT(counted.use_count(), 1001);
  for (int i = 0; i < 100; ++i) fading.fade();
  EXPECT_EQ(counted.use_count(), 1);
}

}  // namespace
}  // namespace szukajst::language
