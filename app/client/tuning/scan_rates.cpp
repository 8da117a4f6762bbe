#include "app/client/tuning/scan_rates.h"

#include <algorithm>
#include <numeric>

namespace guanwu {

namespace {

    double millisecondsOf(const StageTimes& times)
    {
        return static_cast<double>(
                   std::accumulate(times.begin(), times.end(), std::chrono::microseconds {}).count())
            / 1000;
    }

} // namespace

void ScanRates::clear() { *this = {}; }

void ScanRates::shown(qint64 ms)
{
    if (m_begin < 0)
        m_begin = ms;
    m_shown.push_back(ms);
    while (m_shown.front() < ms - kSpanMs)
        m_shown.pop_front();
}

void ScanRates::read(const FrameReadout& readout, qint64 ms)
{
    const auto fresh = std::count_if(readout.regions.begin(), readout.regions.end(),
        [](const RegionInView& region) { return region.state == RegionInView::State::Read; });
    m_reads.push_back({ms, static_cast<int>(fresh), readout.times});
    while (m_reads.front().ms < ms - kSpanMs)
        m_reads.pop_front();
}

double ScanRates::perSecond(qint64 now, double count) const
{
    // The first seconds are short ones; less than half of one says nothing.
    const auto span = static_cast<double>(std::min(kSpanMs, now - m_begin)) / 1000;
    return m_begin < 0 || span < 0.5 ? 0 : count / span;
}

double ScanRates::shownPerSecond(qint64 now) const
{
    const auto recent = std::lower_bound(m_shown.begin(), m_shown.end(), now - kSpanMs);
    return perSecond(now, static_cast<double>(m_shown.end() - recent));
}

double ScanRates::readPerSecond(qint64 now) const
{
    return perSecond(now,
        static_cast<double>(std::count_if(
            m_reads.begin(), m_reads.end(), [&](const Read& read) { return read.ms >= now - kSpanMs; })));
}

double ScanRates::codesPerSecond(qint64 now) const
{
    double codes = 0;
    for (const Read& read : m_reads)
        codes += read.ms >= now - kSpanMs ? read.codes : 0;
    return perSecond(now, codes);
}

double ScanRates::quantile(double part) const
{
    if (m_reads.empty())
        return 0;
    std::vector<double> all;
    for (const Read& read : m_reads)
        all.push_back(millisecondsOf(read.times));
    const auto place
        = all.begin() + static_cast<std::ptrdiff_t>(std::lround(part * static_cast<double>(all.size() - 1)));
    std::nth_element(all.begin(), place, all.end());
    return *place;
}

double ScanRates::mean(ScanStage stage) const
{
    std::chrono::microseconds sum {};
    for (const Read& read : m_reads)
        sum += read.times[static_cast<std::size_t>(stage)];
    return m_reads.empty() ? 0
                           : static_cast<double>(sum.count()) / 1000 / static_cast<double>(m_reads.size());
}

} // namespace guanwu
