#include "scanner/sightings.h"

#include "scanner/read_collector.h"

#include <algorithm>

namespace guanwu {

namespace {

    // A label may be exchanged for another of the same shape: now and then it is read again.
    constexpr std::int64_t kFramesUntilCheck = 24;
    constexpr int kFramesLost = 4;
    constexpr double kReach = 12; // pixels beside the place that the picture's shift lets expect
    constexpr double kDetailReach = 3; // pixels of the half
    constexpr double kSame = 0.75;
    constexpr double kSameDetail = 0.8;
    constexpr std::int64_t kFramesUntilNextDoubt = 3;
    constexpr double kSameAfterCut = 0.9;

    Quad scaled(const Quad& quad, double by) { return {quad[0] * by, quad[1] * by, quad[2] * by, quad[3] * by}; }

    QuadLook lookOf(LumView quarter, const Quad& quad) { return {quarter, quad, 14}; }
    QuadLook detailOf(LumView half, const Quad& quad) { return {half, quad, 28}; }

    bool overlap(const Quad& a, const Quad& b) { return contains(a, middleOf(b)) || contains(b, middleOf(a)); }

} // namespace

void SeenSymbols::follow(const FrameViews& frame, std::optional<PointF> shift)
{
    const PointF moved = shift.value_or(PointF {});
    const double half = 2 * frame.scale;
    const double quarter = 4 * frame.scale;
    std::erase_if(m_seen, [&](Sighting& sighting) {
        for (PointF& corner : sighting.quad)
            corner = corner + moved;
        const Quad expected = scaled(sighting.quad, 1 / quarter);
        const PointF middle = middleOf(expected);
        if (middle.x < 0 || middle.y < 0 || middle.x >= frame.quarter.width
            || middle.y >= frame.quarter.height)
            return true;
        const auto found = sighting.look.find(frame.quarter, expected, kReach / quarter);
        if (found.likeness < (shift ? kSame : kSameAfterCut))
            return ++sighting.lost > kFramesLost || !shift;
        const auto near = sighting.detail.find(frame.half, scaled(found.quad, 2), kDetailReach);
        // Blurred by a movement, or another label in the same place: only reading it tells.
        if (near.likeness < kSameDetail)
            sighting.lastChecked
                = std::min(sighting.lastChecked, frame.number - kFramesUntilCheck + kFramesUntilNextDoubt);
        sighting.lost = 0;
        sighting.quad = scaled(near.quad, half);
        sighting.look = lookOf(frame.quarter, scaled(near.quad, 0.5));
        sighting.detail = detailOf(frame.half, near.quad);
        return false;
    });
}

void SeenSymbols::add(RawRead read, ScanStage stage, const FrameViews& views)
{
    const std::int64_t frame = views.number;
    const Quad quad = quadOf(read.symbol.corners);
    const QuadLook look = lookOf(views.quarter, scaled(quad, 1 / (4 * views.scale)));
    const QuadLook detail = detailOf(views.half, scaled(quad, 1 / (2 * views.scale)));
    const auto same = std::find_if(m_seen.begin(), m_seen.end(), [&](const Sighting& other) {
        return other.read.symbol.format == read.symbol.format && other.read.symbol.text == read.symbol.text;
    });
    if (same != m_seen.end()) {
        same->frames += same->lastRead < frame ? 1 : 0;
        same->read.lines += read.lines;
        same->lastRead = same->lastChecked = frame;
        same->lost = 0;
        same->stage = stage;
        same->quad = quad;
        same->look = look;
        same->detail = detail;
        return;
    }
    const bool isWeak = isWeakFormat(read.symbol.format);
    // Another text where one was: the label was exchanged. Weak reads have to win by their number.
    if (!isWeak)
        std::erase_if(m_seen, [&](const Sighting& other) {
            return other.read.symbol.format == read.symbol.format && other.lastRead < frame
                && overlap(other.quad, quad);
        });
    m_seen.push_back({std::move(read), quad, look, detail, frame, frame, stage});
}

bool SeenSymbols::isBelieved(const Sighting& sighting) const
{
    if (!isWeakFormat(sighting.read.symbol.format))
        return true;
    if (sighting.frames < 2 || sighting.read.lines < kNeededLines)
        return false;
    return std::none_of(m_seen.begin(), m_seen.end(), [&](const Sighting& rival) {
        return rival.read.symbol.format == sighting.read.symbol.format
            && rival.read.symbol.text != sighting.read.symbol.text
            && 2 * rival.frames > sighting.frames && overlap(rival.quad, sighting.quad);
    });
}

bool SeenSymbols::isBelieved(const Symbol& symbol) const
{
    return std::any_of(m_seen.begin(), m_seen.end(), [&](const Sighting& sighting) {
        return sighting.read.symbol.format == symbol.format && sighting.read.symbol.text == symbol.text
            && isBelieved(sighting);
    });
}

std::vector<Symbol> SeenSymbols::believed() const
{
    std::vector<Symbol> symbols;
    for (const Sighting& sighting : m_seen)
        if (isBelieved(sighting)) {
            symbols.push_back(sighting.read.symbol);
            symbols.back().corners = rounded(sighting.quad);
        }
    return symbols;
}

bool SeenSymbols::covers(PointF place, std::int64_t frame) const
{
    return std::any_of(m_seen.begin(), m_seen.end(), [&](const Sighting& sighting) {
        return sighting.lost == 0 && isBelieved(sighting) && frame - sighting.lastChecked < kFramesUntilCheck
            && contains(sighting.quad, place);
    });
}

bool SeenSymbols::readIn(PointF place, std::int64_t frame) const
{
    return std::any_of(m_seen.begin(), m_seen.end(), [&](const Sighting& sighting) {
        return sighting.lastRead == frame && contains(sighting.quad, place);
    });
}

ScanStage SeenSymbols::stageAt(PointF place) const
{
    const auto there = std::find_if(m_seen.begin(), m_seen.end(),
        [&](const Sighting& sighting) { return isBelieved(sighting) && contains(sighting.quad, place); });
    return there == m_seen.end() ? ScanStage::Search : there->stage;
}

void SeenSymbols::checked(PointF place, std::int64_t frame)
{
    for (Sighting& sighting : m_seen)
        if (isBelieved(sighting) && contains(sighting.quad, place))
            sighting.lastChecked = frame;
}

} // namespace guanwu
