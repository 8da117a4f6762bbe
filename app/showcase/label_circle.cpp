#include "app/showcase/label_circle.h"

#include "scanner/payload.h"
#include "scanner/photograph.h"
#include "scanner/scan_worker.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// As many labels as a clerk gets into one picture at arm's length.
    constexpr std::size_t kLabelsInPicture = 6;

    Result<LumImage> drawnLabel(const TagLabel& label, const std::filesystem::path& folder)
    {
        const auto file = folder / (label.code + ".png");
        if (const auto written = writeLabelPng(label, file, labelDesign("60x40")); !written)
            return fail(written.error());
        return loadImage(file);
    }

    std::filesystem::path madeFolder(const std::filesystem::path& folder)
    {
        std::filesystem::create_directories(folder);
        return folder;
    }

} // namespace

CircleOutcome& CircleOutcome::operator+=(CircleOutcome other)
{
    labels += other.labels;
    pictures += other.pictures;
    tagsRead.merge(other.tagsRead);
    return *this;
}

Result<CircleOutcome> closeLabelCircle(std::span<const TagLabel> labels, const std::filesystem::path& folder,
    const std::string& name, const std::filesystem::path& readerProgram, std::uint64_t seed,
    const CircleProgress& progress)
{
    const auto labelFolder = madeFolder(folder / "labels");
    const auto photoFolder = madeFolder(folder / "photos");
    ScanWorker worker({readerProgram, std::chrono::seconds(10)});
    CircleOutcome out;
    while (!labels.empty()) {
        const auto taken = labels.first(std::min(labels.size(), kLabelsInPicture));
        labels = labels.subspan(taken.size());
        std::vector<LumImage> drawn;
        for (const TagLabel& label : taken) {
            auto image = drawnLabel(label, labelFolder);
            if (!image)
                return fail(image.error());
            drawn.push_back(std::move(*image));
        }
        const auto photo = photoFolder / (name + "-" + std::to_string(++out.pictures) + ".png");
        const auto scene
            = photographScene(drawn, mildConditions(), seed + static_cast<std::uint64_t>(out.pictures));
        if (const auto saved = savePng(scene.picture, photo); !saved)
            return fail(saved.error());
        out.labels += static_cast<std::int64_t>(taken.size());

        const auto reading = worker.readFile(photo);
        if (!reading && reading.error().subject == "scan.reader")
            return fail(reading.error());
        if (reading)
            for (const Symbol& symbol : reading->symbols)
                if (acceptedTag(symbol.text))
                    out.tagsRead.insert(symbol.text);
        progress(out.labels, out.labels + static_cast<std::int64_t>(labels.size()));
    }
    return out;
}

} // namespace guanwu
