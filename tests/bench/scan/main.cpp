#include "scanner/decode.h"
#include "scanner/frame_reader.h"
#include "tests/bench/scan/goals.h"
#include "tests/bench/scan/scores.h"

#include <CLI/CLI.hpp>
#include <cstdio>

int main(int argc, char** argv)
{
    using namespace guanwu;
    using namespace guanwu::bench;
    FrameWish wish;
    wish.bands = {"easy", "medium", "hard", "extreme"};
    std::string suite = "bands";
    std::vector<std::string> formats;
    std::vector<std::string> decoders {"ours", "zxing", "zbar"};
    std::string folder;
    auto budget = static_cast<int>(DecodeOptions {}.budget.count());
    auto patience = static_cast<int>(DecodeOptions {}.patience.count());
    int shots = 0;
    bool tellMisses = false;
    CLI::App app(
        "reads the same pictures with our scanner, plain ZXing and zbar in one run: rates, misreads, CPU time of one core");
    app.add_option("folder", folder, "pictures with an expected.csv, instead of invented frames");
    app.add_option("--suite", suite, "goals: all of them as one table")
        ->check(CLI::IsMember({"bands", "sequence", "many", "empty", "small", "goals"}));
    app.add_option("--seed", wish.seed);
    app.add_option("--n", wish.perCell, "frames a cell");
    app.add_option("--bands", wish.bands)->delimiter(',');
    app.add_option("--formats", formats)->delimiter(',');
    app.add_option("--decoders", decoders, "ours, camera, zxing, zbar")->delimiter(',');
    app.add_option("--ms", budget, "of work a frame for ours");
    app.add_option("--patience", patience, "ms of work of ours without another find");
    app.add_option("--shots", shots, "of a sequence (8) or of an empty room (1)");
    app.add_flag("--full-hd", wish.fullHd, "frames of 1920 x 1080 even for one label");
    app.add_flag("--misses", tellMisses, "name what the first decoder did not read");
    CLI11_PARSE(app, argc, argv);

    try {
        for (const auto& row : kSymbolFormats)
            if (formats.empty() || std::find(formats.begin(), formats.end(), row.token) != formats.end())
                wish.formats.push_back(row.value);
        if (suite == "goals" && folder.empty()) {
            constexpr std::chrono::milliseconds kFrame = FrameOptions {}.budget;
            return printGoals(wish, std::chrono::milliseconds(budget), kFrame) == 0 ? 0 : 1;
        }
        std::vector<std::unique_ptr<Scanner>> scanners;
        for (const auto& name : decoders) {
            auto scanner = name == "ours" ? pictureScanner(std::chrono::milliseconds(budget), std::chrono::milliseconds(patience))
                : name == "camera"        ? cameraScanner(std::chrono::milliseconds(budget))
                : name == "zxing"         ? plainZxing()
                                          : plainZbar();
            if (scanner)
                scanners.push_back(std::move(scanner));
            else
                std::fprintf(stderr, "built without %s\n", name.c_str());
        }
        Scores scores(std::move(scanners), tellMisses);
        const FrameSink sink = [&](const TruthFrame& frame) { scores.add(frame); };
        if (!folder.empty())
            folderFrames(folder, sink);
        else if (suite == "bands")
            bandFrames(wish, sink);
        else if (suite == "sequence")
            sequenceFrames(wish, shots > 0 ? shots : 8, sink);
        else if (suite == "many")
            manyFrames(wish, sink);
        else if (suite == "empty")
            emptyFrames(wish, std::max(1, shots), sink);
        else
            smallFrames(wish, sink);
        scores.print();
        return scores.misreadsOf(0) == 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
