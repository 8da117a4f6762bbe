#include "app/showcase/demo_count.h"

#include "app/demo/campaign_script.h"
#include "app/exchange/events/event_ingest.h"
#include "app/exchange/events/event_json.h"
#include "app/labels/asset_labels.h"
#include "app/showcase/decide_sheet.h"
#include "reports/writers/replacing_file.h"

namespace guanwu {

namespace {

    constexpr Text kPhotographStep {"绘制标签、拍照、识读", "draw, photograph and read labels"};
    constexpr Text kScriptStep {"各单位盘点", "units count"};
    constexpr Text kIngestStep {"接收扫码记录", "ingest scan events"};
    constexpr Text kDecideStep {"处理疑点与盘盈", "decide doubts and surplus"};
    constexpr Text kAdvanceStep {"自查、审核、复核、核实", "check, review, verify"};

    /// The second Monday after New Year: the holidays are over and the books are those of the last day of the
    /// year.
    std::chrono::year_month_day firstCountingDay(std::chrono::year_month_day baseDate)
    {
        using namespace std::chrono;
        return year_month_day(sys_days((baseDate.year() + years(1)) / January / Monday[2]));
    }

} // namespace

Result<void> DemoCount::run()
{
    const auto sheets = m_task.store->sheets(m_task.task.id);
    if (auto done = photographLabels(sheets); !done)
        return done;
    const auto files = writeEvents(sheets);
    if (!files)
        return fail(files.error());
    if (auto done = ingest(*files); !done)
        return done;
    // Read again: the first events have moved them.
    if (auto done = decide(m_task.store->sheets(m_task.task.id)); !done)
        return done;
    return m_task.service->advance(m_task.task.taskNo, SheetState::Verified, {}, {},
        [&](std::int64_t done, std::int64_t total) { m_progress(kAdvanceStep, done, total); });
}

Result<void> DemoCount::photographLabels(const std::vector<CountSheet>& sheets)
{
    LabelRows rows(*m_task.session, Scope::everything());
    for (const CountSheet& sheet : sheets) {
        if (m_circle.labels >= m_options.photographed)
            break;
        const auto unitRows = rows.ofUnit(sheet.unitCode);
        if (!unitRows)
            return fail(unitRows.error());
        if (unitRows->empty())
            continue;
        const auto labels = labelsOf(*unitRows);
        if (!labels)
            return fail(labels.error());
        const std::int64_t before = m_circle.labels;
        const auto wanted = static_cast<std::size_t>(m_options.photographed - before);
        const auto photographed = std::span(*labels).first(std::min(labels->size(), wanted));
        auto circle = closeLabelCircle(photographed, m_options.folder, sheet.unitCode,
            m_options.readerProgram, m_options.city.seed, [&](std::int64_t done, std::int64_t) {
                m_progress(kPhotographStep, before + done, m_options.photographed);
            });
        if (!circle)
            return fail(circle.error());
        for (const TagLabel& label : photographed)
            m_photographed.insert(label.code);
        m_circle += std::move(*circle);
        // The same labels as the clerk would print them.
        const auto sheetFile = m_options.folder / "labels" / (sheet.unitCode + ".pdf");
        if (auto written = writeLabelSheet(std::span(*labels), sheetFile, labelDesign("a4")); !written)
            return written;
    }
    return {};
}

/// A code that the camera could not read is typed by hand, with the reason that typing needs.
void DemoCount::takeFromPictures(std::vector<ScanEvent>& events) const
{
    for (ScanEvent& event : events) {
        if (event.entry != EntryMode::Camera || !event.code || !m_photographed.contains(*event.code)
            || m_circle.tagsRead.contains(*event.code))
            continue;
        event.entry = EntryMode::Manual;
        event.reason = "照片中标签无法识读，手工录入";
    }
}

Result<std::vector<std::filesystem::path>> DemoCount::writeEvents(const std::vector<CountSheet>& sheets)
{
    const auto folder = m_options.folder / "events";
    std::filesystem::create_directories(folder);
    CampaignOptions campaign;
    campaign.seed = m_options.city.seed;
    campaign.firstDay = firstCountingDay(m_task.task.baseDate);

    std::vector<std::filesystem::path> files;
    std::vector<std::string> strangers; ///< from the unit before: things wander to the neighbours
    int clerk = 1;
    for (const CountSheet& sheet : sheets) {
        std::vector<ScriptAsset> assets;
        for (BookLine& line : m_task.store->book(sheet.id).lines)
            assets.push_back({std::move(line.assetNo), std::move(line.name), std::move(line.place),
                std::move(line.user), line.useState, line.quantity});
        PlannedCount count = planCount({sheet.unitCode, assets, strangers, clerk}, campaign);
        clerk += count.clerks;
        takeFromPictures(count.events);
        m_events += static_cast<std::int64_t>(count.events.size());

        files.push_back(folder / (sheet.unitCode + ".ndjson"));
        auto file = ReplacingFile::create(files.back());
        if (!file)
            return fail(file.error());
        for (const ScanEvent& event : count.events) {
            file->write(encodeEvent(event));
            file->write("\n");
        }
        file->commit();
        strangers.clear();
        if (!assets.empty() && files.size() % 20 == 0)
            strangers.push_back(assets.front().assetNo);
        m_progress(
            kScriptStep, static_cast<std::int64_t>(files.size()), static_cast<std::int64_t>(sheets.size()));
    }
    return files;
}

Result<void> DemoCount::ingest(const std::vector<std::filesystem::path>& files)
{
    EventIngest ingest(*m_task.store, m_task.task, false);
    std::int64_t done = 0;
    for (const auto& file : files) {
        std::optional<Error> rejected;
        const auto counts = ingest.ingest(
            file, [&](std::int64_t, const Error& error) { rejected = error; },
            [](std::int64_t, std::int64_t) {});
        if (!counts)
            return fail(counts.error());
        if (rejected)
            return fail(*rejected);
        m_progress(kIngestStep, ++done, static_cast<std::int64_t>(files.size()));
    }
    return {};
}

Result<void> DemoCount::decide(const std::vector<CountSheet>& sheets)
{
    std::int64_t done = 0;
    for (const CountSheet& sheet : sheets) {
        if (sheet.state < SheetState::Verified)
            if (auto decided = decideSheet(m_task, sheet); !decided)
                return decided;
        m_progress(kDecideStep, ++done, static_cast<std::int64_t>(sheets.size()));
    }
    return {};
}

} // namespace guanwu
