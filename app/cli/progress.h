#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace guanwu {

/// Progress of long work on standard error: a bar that redraws itself on a terminal, a plain line every few
/// seconds otherwise, nothing for work that is over at once.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void update(std::int64_t done, std::int64_t total);
    /// Starts the next stage under a new name.
    void stage(std::string what);

private:
    void clear();

    std::string m_what;
    bool m_terminal;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace guanwu
