#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace guanwu::fuzz {

/// What reads a stranger's bytes. Returns whatever they are; a broken promise ends the process.
struct Target {
    std::string_view name; ///< and of the folder with its corpus
    void (*run)(std::span<const std::uint8_t> bytes);
};

[[nodiscard]] std::span<const Target> targets();

} // namespace guanwu::fuzz
