#pragma once

#include <cstdint>

namespace guanwu {

/// Makes 64-bit ids that grow with time and need no database: 41 bits milliseconds since 2020, 10 bits node,
/// 12 bits running number. Nothing depends on which database node was asked (design decision 1). Not
/// thread-safe.
class IdMaker {
public:
    /// `node` 0 to 1023, one per running process.
    explicit IdMaker(unsigned node);
    /// A node for programs that nobody gave a number: the first drawn at random, then one after the other.
    [[nodiscard]] static IdMaker withRandomNode();
    [[nodiscard]] std::int64_t next();

private:
    std::int64_t m_node;
    std::int64_t m_millisecond = 0;
    std::int64_t m_running = 0;
};

} // namespace guanwu
