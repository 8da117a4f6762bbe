#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace guanwu {

/// What a frame's time goes to, and what a symbol is read by; for people who tune.
enum class ScanStage : std::uint8_t {
    Search, ///< regions are looked for and followed; nothing is read
    QuickLook, ///< the first effort on a region
    SecondLook,
    DearLooks, ///< all further efforts
    WholeFrame, ///< its slices, which need no region
};
inline constexpr std::size_t kScanStages = 5;

using StageTimes = std::array<std::chrono::microseconds, kScanStages>;

/// Of a region's effort.
[[nodiscard]] constexpr ScanStage stageOf(int effort)
{
    return effort == 0 ? ScanStage::QuickLook : effort == 1 ? ScanStage::SecondLook : ScanStage::DearLooks;
}

} // namespace guanwu
