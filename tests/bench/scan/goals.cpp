#include "tests/bench/scan/goals.h"

#include "scanner/decode.h"
#include "tests/bench/scan/scores.h"

#include <cstdio>

namespace guanwu::bench {

namespace {

    /// One line of the table: the share of a family's symbols that was read, in percent, or a time.
    struct GoalRow {
        const char* measure;
        const char* family; ///< as Scores names it
        const char* goal;
        enum class Kind : std::uint8_t { Rate, Time } kind = Kind::Rate;
    };

    class Table {
    public:
        explicit Table(std::chrono::milliseconds pictureBudget, std::chrono::milliseconds frameBudget)
            : m_pictureBudget(pictureBudget)
            , m_frameBudget(frameBudget)
        {
            std::printf("%-44s %12s %16s %16s %16s\n", "", "goal", "ours", "zxing", "zbar");
        }

        enum class Ours : std::uint8_t { Picture, Camera };

        /// Frames of one suite, read by ours as single pictures or as those of a camera.
        void add(Ours ours, std::initializer_list<GoalRow> rows,
            const std::function<void(const FrameSink&)>& suite)
        {
            std::vector<std::unique_ptr<Scanner>> scanners;
            scanners.push_back(ours == Ours::Camera
                    ? cameraScanner(m_frameBudget)
                    : pictureScanner(m_pictureBudget, DecodeOptions {}.patience));
            scanners.push_back(plainZxing());
            if (auto zbar = plainZbar())
                scanners.push_back(std::move(zbar));
            Scores scores(std::move(scanners), false);
            suite([&](const TruthFrame& frame) { scores.add(frame); });
            for (const GoalRow& row : rows) {
                std::printf("%-44s %12s", row.measure, row.goal);
                for (const Scores::Summary& sum : scores.summaries(row.family))
                    if (row.kind == GoalRow::Kind::Rate)
                        std::printf("  %5.1f %% of %4d", sum.rate, sum.expected);
                    else
                        std::printf("  %6.1f / %6.1f / %6.1f", sum.median, sum.ninetyFifth, sum.longest);
                std::printf("\n");
            }
            std::fflush(stdout); // the next suite takes minutes
            m_misreads += scores.misreadsOf(0);
        }

        [[nodiscard]] int misreads() const { return m_misreads; }

    private:
        std::chrono::milliseconds m_pictureBudget;
        std::chrono::milliseconds m_frameBudget;
        int m_misreads = 0;
    };

} // namespace

int printGoals(
    const FrameWish& wish, std::chrono::milliseconds pictureBudget, std::chrono::milliseconds frameBudget)
{
    using enum GoalRow::Kind;
    using enum Table::Ours;
    Table table(pictureBudget, frameBudget);
    const auto with = [&](std::vector<std::string> bands, int perCell) {
        FrameWish part = wish;
        part.bands = std::move(bands);
        part.perCell = std::max(1, perCell);
        return part;
    };
    table.add(Picture,
        {{"one label, easy, any rotation: % read", "easy", ">= 99"}, {"one label, medium", "medium", ">= 90"},
            {"one label, hard", "hard", ">= 40"}, {"one label, extreme", "extreme", ">= 4"},
            {"one label, all bands: ms median / p95 / max", "ALL", "25 / 40 / 60", Time}},
        [&](const FrameSink& sink) {
            bandFrames(with({"easy", "medium", "hard", "extreme"}, wish.perCell), sink);
        });
    table.add(Picture,
        {{"1 to 30 labels in 1920 x 1080, easy", "many easy", ">= 99"},
            {"1 to 30 labels in 1920 x 1080, medium", "many medium", ">= 92"},
            {"1 to 30 labels: ms median / p95 / max", "ALL", "25 / 40 / 60", Time}},
        [&](const FrameSink& sink) {
            manyFrames(with({"easy", "medium"}, wish.perCell / 4), sink);
        });
    table.add(Camera,
        {{"in the first of 8 frames, medium", "medium @1", ""},
            {"by the eighth, medium", "medium @8", ">= 99"},
            {"in the first of 8 frames, hard", "hard @1", ""}, {"by the eighth, hard", "hard @8", ">= 65"},
            {"8 frames: ms a frame, median / p95 / max", "ALL", "25 / 40 / 60", Time}},
        [&](const FrameSink& sink) {
            sequenceFrames(with({"medium", "hard"}, wish.perCell / 2), 8, sink);
        });
    FrameWish small = with({}, wish.perCell / 4);
    small.formats = {SymbolFormat::QRCode, SymbolFormat::DataMatrix, SymbolFormat::Code128};
    table.add(Picture,
        {{"modules of 1.0 px, Code 128", "1.00 px/Code128", ">= 90"},
            {"modules of 1.25 px, QR", "1.25 px/QRCode", ">= 90"},
            {"modules of 1.25 px, Data Matrix", "1.25 px/DataMatrix", ">= 90"}},
        [&](const FrameSink& sink) { smallFrames(small, sink); });
    constexpr int kShots = 70; // the later half counts as steady
    table.add(Camera,
        {{"rooms without a label, steady: ms median / p95 / max", "empty steady", "<= 12", Time}},
        [&](const FrameSink& sink) { emptyFrames(with({}, wish.perCell / 10), kShots, sink); });
    std::printf("%-44s %12s %6d\n", "misreads of ours", "0", table.misreads());
    return table.misreads();
}

} // namespace guanwu::bench
