#include "app/cli/progress.h"

#include <cstdio>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr int kBarWidth = 30;
    constexpr std::chrono::milliseconds kRedraw {100};
    constexpr std::chrono::seconds kPlainLine {5};

} // namespace

Progress::Progress(std::string what)
    : m_what(std::move(what))
    , m_terminal(isatty(STDERR_FILENO) == 1)
    , m_next(
          std::chrono::steady_clock::now() + (m_terminal ? kRedraw : std::chrono::milliseconds(kPlainLine)))
{
}

Progress::~Progress() { clear(); }

void Progress::stage(std::string what)
{
    clear();
    m_what = std::move(what);
}

void Progress::update(std::int64_t done, std::int64_t total)
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next || total <= 0)
        return;
    m_next = now + (m_terminal ? kRedraw : std::chrono::milliseconds(kPlainLine));
    const int percent = static_cast<int>(done * 100 / total);
    if (!m_terminal) {
        std::fprintf(stderr, "%s %d %%\n", m_what.c_str(), percent);
        return;
    }
    const int filled = static_cast<int>(done * kBarWidth / total);
    std::string bar;
    for (int i = 0; i < kBarWidth; ++i)
        bar += i < filled ? "█" : "░";
    std::fprintf(stderr, "\r%s %s %3d %%\x1b[K", bar.c_str(), m_what.c_str(), percent);
    std::fflush(stderr);
    m_drawn = true;
}

void Progress::clear()
{
    if (m_drawn)
        std::fputs("\r\x1b[K", stderr);
    m_drawn = false;
}

} // namespace guanwu
