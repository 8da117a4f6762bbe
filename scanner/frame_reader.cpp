#include "scanner/frame_reader.h"

#include "scanner/image_ops.h"
#include "scanner/patch.h"
#include "scanner/region_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace guanwu {

namespace {

    using Clock = WorkClock;
    using enum SymbolFormat;

    constexpr std::int64_t kWorkingPixels = 3'000'000; // as for single pictures
    // The dearest try on bars may go on so long after the frame's budget, or it would never come to an end.
    constexpr std::chrono::milliseconds kDearTime {12};
    // Others seldom take so long; for a PDF417 it is worth it.
    constexpr std::chrono::milliseconds kLongTime {30};
    // A slice of the whole frame takes about this long.
    constexpr std::chrono::milliseconds kSliceTime {5};

    /// Where nothing is read for long, one frame in so many has a slice.
    constexpr int kQuietSlice = 5;

    /// What a slice looks for, and where: the whole frame reduced, or one of its tiles as it is.
    struct Slice {
        enum class Kind : std::uint8_t { Matrix, Linear, Stacked };
        static constexpr int kHalf = -1;
        static constexpr int kQuarter = -2; ///< what is near and blurred
        Kind kind {};
        int tile = kHalf; ///< 0 to 3, or all of the frame at that size
    };
    using enum Slice::Kind;
    constexpr std::array kSlices {Slice {Matrix, Slice::kHalf}, Slice {Matrix, Slice::kQuarter},
        Slice {Matrix, 0}, Slice {Matrix, 1}, Slice {Linear, Slice::kHalf}, Slice {Matrix, 2}, Slice {Matrix, 3},
        Slice {Stacked, Slice::kHalf}, Slice {Linear, 0}, Slice {Linear, 1}, Slice {Linear, 2}, Slice {Linear, 3}};

    /// Half of the frame either way and a little more, so that what lies on a border is whole in one of them.
    LumView tileOf(LumView picture, int tile)
    {
        constexpr double kShare = 0.6;
        const int width = static_cast<int>(picture.width * kShare);
        const int height = static_cast<int>(picture.height * kShare);
        const int left = tile % 2 == 0 ? 0 : picture.width - width;
        const int top = tile < 2 ? 0 : picture.height - height;
        return {picture.pixels + std::ptrdiff_t {top} * picture.stride + left, width, height, picture.stride};
    }

    std::vector<RawRead> readSlicePart(LumView part, Slice::Kind kind)
    {
        constexpr int kSmallestSide = 16; // pixels: no symbol has fewer
        if (part.width < kSmallestSide || part.height < kSmallestSide)
            return {};
        switch (kind) {
        case Matrix:
            return readOneScale(part, {QRCode, DataMatrix, Aztec}, Effort::Thorough);
        case Linear:
            return readOneScale(part, {Code128, Code39, EAN13}, Effort::Thorough);
        default:
            return readOneScale(part, {PDF417}, Effort::Quick);
        }
    }

} // namespace

/// The frame that is being read.
struct FrameReader::Frame {
    LumView picture; ///< in which regions are looked for
    double scale = 1; ///< pixels of the frame for one of it
    LumImage half;
    LumImage quarter;
    [[nodiscard]] FrameViews views(std::int64_t number) const { return {half, quarter, scale, number}; }
};

FrameReading FrameReader::read(LumView original)
{
    if (original.pixels == nullptr || original.width <= 0 || original.height <= 0)
        return {};
    const auto begin = Clock::now();
    ++m_frame;
    m_times = {};
    LumImage reduced;
    Frame frame {original, 1, {}, {}};
    while (std::int64_t {frame.picture.width} * frame.picture.height > kWorkingPixels) {
        reduced = halved(frame.picture);
        frame.picture = reduced;
        frame.scale *= 2;
    }
    frame.half = halved(frame.picture);
    frame.quarter = halved(frame.half);

    Cells cells = cellsOf(frame.picture);
    const auto shift = m_motion.next(cells);
    if (!shift) {
        m_slicesSinceCut = 0;
        m_lastRead = m_frame;
    }
    auto regions = findAllRegions(frame.picture, std::move(cells), frame.half);
    if (!isQuiet() && m_sightings.believed().empty()) {
        const auto faint = findFaintTags(frame.half, regions);
        regions.insert(regions.end(), faint.begin(), faint.end());
    }
    m_tracks.follow(regions, shift, m_frame);
    m_sightings.follow(frame.views(m_frame), shift ? std::optional(*shift * frame.scale) : std::nullopt);

    // Few regions are worth more tries than many.
    constexpr int kTries = 30;
    constexpr int kFewestRounds = 1;
    constexpr int kMostRounds = 10;
    const auto unread = std::count_if(m_tracks.all().begin(), m_tracks.all().end(),
        [&](const RegionTrack& track) { return !m_sightings.covers(track.region.middle * frame.scale, m_frame); });
    m_rounds = std::clamp(kTries / std::max(1, static_cast<int>(unread)), kFewestRounds, kMostRounds);

    addTime(ScanStage::Search, begin);
    const auto end = begin + m_options.budget;
    readRegions(frame, true, end - kSliceTime);
    // The first look at a new scene takes what time there is; after that the whole frame is looked at bit by
    // bit.
    const auto newScene = [&] { return m_slicesSinceCut < static_cast<int>(kSlices.size()); };
    const auto idleEnd = begin + m_options.idleBudget;
    if (const auto slice = std::exchange(m_unconfirmed, std::nullopt))
        readSlice(frame, *slice);
    if (isQuiet() ? m_frame % kQuietSlice == 0 : Clock::now() < idleEnd - kSliceTime / 2 || m_frame % 2 == 0)
        readNextSlice(frame);
    readRegions(frame, false, end);
    while (newScene() && Clock::now() < end - kSliceTime)
        readNextSlice(frame);
    readHopeless(frame, idleEnd);
    return {m_sightings.believed(), regionsInView(frame), m_times};
}

void FrameReader::addTime(ScanStage stage, Clock::time_point since)
{
    m_times[static_cast<std::size_t>(stage)]
        += std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - since);
}

bool FrameReader::isHopeless(const RegionTrack& track) const
{
    // What hardly looks like a symbol gets two tries; the dearer ones when there is nothing else to do.
    constexpr int kTriesOfUnlikely = 2;
    if (track.promise < kFairPromise)
        return track.tries >= std::min(kTriesOfUnlikely, effortsFor(track.region));
    // Bars and rows of them are rare: each frame is a new chance.
    constexpr std::int64_t kFramesToFuse = 10;
    const bool isNew = m_frame - track.firstSeen < kFramesToFuse;
    const bool mayGrow = track.memory.grows() || track.region.kind == Region::Kind::Stacked;
    return track.rounds() >= m_rounds && !(isNew && mayGrow);
}

bool FrameReader::isQuiet() const
{
    constexpr std::int64_t kFramesTillQuiet = 20;
    return m_frame - m_lastRead > kFramesTillQuiet && m_sightings.believed().empty();
}

void FrameReader::readRegions(const Frame& frame, bool isQuick, Clock::time_point until)
{
    // What hardly looks like a symbol waits until the others were tried twice; what looks like bars from one
    // end to the other waits half as long as what may be print.
    const auto turn = [](const RegionTrack& track) {
        constexpr int kLater = 2;
        if (track.promise < kFairPromise)
            return track.tries + kLater;
        return track.promise >= kBarsPromise && track.region.kind != Region::Kind::Matrix ? track.tries / 2
                                                                                          : track.tries;
    };
    const auto before = [&](const RegionTrack& a, const RegionTrack& b) {
        if (turn(a) != turn(b))
            return turn(a) < turn(b);
        return a.firstSeen != b.firstSeen ? a.firstSeen < b.firstSeen : a.promise > b.promise;
    };
    // Noise on clutter comes and goes: where nothing is read for long, what is new waits until it has stayed.
    const auto isFleeting = [&, isQuiet = isQuiet()](const RegionTrack& track) {
        constexpr std::int64_t kFramesToStay = 4;
        const bool mayWait = track.tries > 0 || track.promise < kFairPromise;
        return isQuiet && mayWait && m_frame - track.firstSeen < kFramesToStay;
    };
    while (Clock::now() < until) {
        RegionTrack* next = nullptr;
        for (RegionTrack& track : m_tracks.all()) {
            const PointF middle = track.region.middle * frame.scale;
            if (track.lastSeen != m_frame || isHopeless(track) || isFleeting(track)
                || track.triesNow >= effortsFor(track.region)
                || (isQuick && (track.tries > 0 || track.promise < kFairPromise))
                || m_sightings.covers(middle, m_frame) || m_sightings.readIn(middle, m_frame))
                continue;
            if (next == nullptr || before(track, *next))
                next = &track;
        }
        if (next == nullptr)
            return;
        const bool isBars = next->region.kind == Region::Kind::Bars;
        tryRegion(frame, *next, until + (isBars ? kDearTime : kLongTime));
    }
}

void FrameReader::readHopeless(const Frame& frame, Clock::time_point until)
{
    while (Clock::now() < until) {
        RegionTrack* oldest = nullptr;
        for (RegionTrack& track : m_tracks.all())
            if (track.lastSeen == m_frame && track.triesNow == 0 && isHopeless(track)
                && !m_sightings.covers(track.region.middle * frame.scale, m_frame)
                && (oldest == nullptr || track.lastTried < oldest->lastTried))
                oldest = &track;
        if (oldest == nullptr)
            return;
        tryRegion(frame, *oldest, until + kDearTime);
    }
}

void FrameReader::tryRegion(const Frame& frame, RegionTrack& track, Clock::time_point until)
{
    const PointF middle = track.region.middle * frame.scale;
    m_sightings.checked(middle, m_frame);
    const int effort = track.nextEffort();
    track.memory.begin(m_frame);
    ++track.triesNow;
    track.lastTried = m_frame;
    const auto begin = Clock::now();
    add(frame, readRegion(frame.picture, track.region, effort, until, track.memory), stageOf(effort),
        frame.scale);
    addTime(stageOf(effort), begin);
    // What was read this way once is read this way again, when its turn comes. A neighbour that was read
    // along the way does not count: this region would be tried the same way for ever.
    if (!m_sightings.readIn(middle, m_frame))
        ++track.tries;
}

void FrameReader::readNextSlice(const Frame& frame)
{
    ++m_slicesSinceCut;
    readSlice(frame, m_slice++);
}

void FrameReader::readSlice(const Frame& frame, int number)
{
    const Slice slice = kSlices[static_cast<std::size_t>(number) % kSlices.size()];
    const bool isTile = slice.tile >= 0;
    const bool isQuarter = slice.tile == Slice::kQuarter;
    const LumView part = isTile ? tileOf(frame.picture, slice.tile)
        : isQuarter             ? LumView(frame.quarter)
                                : LumView(frame.half);
    const PointF origin = isTile ? originOf(part, frame.picture) : PointF {};
    const auto begin = Clock::now();
    const auto reads = readSlicePart(part, slice.kind);
    add(frame, reads, ScanStage::WholeFrame, frame.scale * (isTile ? 1 : isQuarter ? 4 : 2), origin);
    addTime(ScanStage::WholeFrame, begin);
    // What a second frame has to confirm is looked for in the next one, not after a whole turn.
    if (std::any_of(reads.begin(), reads.end(),
            [&](const RawRead& read) { return !m_sightings.isBelieved(read.symbol); }))
        m_unconfirmed = number;
}

void FrameReader::add(
    const Frame& frame, std::vector<RawRead> reads, ScanStage stage, double scale, PointF origin)
{
    if (!reads.empty())
        m_lastRead = m_frame;
    for (RawRead& read : reads) {
        Quad quad = quadOf(read.symbol.corners);
        for (PointF& corner : quad)
            corner = (corner + origin) * scale;
        read.symbol.corners = rounded(quad);
        m_sightings.add(std::move(read), stage, frame.views(m_frame));
    }
}

std::vector<RegionInView> FrameReader::regionsInView(const Frame& frame) const
{
    std::vector<RegionInView> out;
    for (const RegionTrack& track : m_tracks.all()) {
        if (track.lastSeen != m_frame)
            continue;
        Quad quad = track.region.quad();
        for (PointF& corner : quad)
            corner = corner * frame.scale;
        using enum RegionInView::State;
        const PointF middle = track.region.middle * frame.scale;
        RegionInView region {rounded(quad), track.region.kind, isHopeless(track) ? Hopeless : Waiting};
        if (m_sightings.covers(middle, m_frame)) {
            region.state = m_sightings.readIn(middle, m_frame) ? Read : Tracked;
            region.stage = m_sightings.stageAt(middle);
        }
        out.push_back(region);
    }
    return out;
}

} // namespace guanwu
