#include "app/showcase/running_count.h"

#include "app/demo/running_script.h"
#include "app/exchange/events/event_json.h"
#include "app/showcase/decide_sheet.h"
#include "schema/cards/attachments.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>

namespace guanwu {

namespace {

    constexpr Text kRunningStep {"另一项清查：各单位正在盘点", "a second campaign: units are counting"};
    constexpr std::size_t kPictures = 6;
    constexpr std::size_t kEventsAtOnce = 5'000;

    std::string bytesOf(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// Some of the photographs of labels: the demo has no other pictures.
    std::vector<std::string> pictures(const std::filesystem::path& folder)
    {
        std::vector<std::filesystem::path> files;
        if (std::filesystem::exists(folder))
            for (const auto& entry : std::filesystem::directory_iterator(folder))
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::vector<std::string> out;
        for (const auto& file : files)
            if (out.size() < kPictures)
                out.push_back(bytesOf(file));
        return out;
    }

    /// Hangs pictures on a unit, as its clerks would send them.
    Result<std::vector<std::string>> sendPictures(
        Session& session, UnitId unit, const std::vector<std::string>& pictures, Instant now)
    {
        std::vector<std::string> hashes;
        Attachments attachments(session, Scope::ofUnit(unit));
        for (const std::string& bytes : pictures) {
            const auto stored = attachments.store(bytes, "clerk01", now);
            if (!stored)
                return fail(stored.error());
            hashes.push_back(stored->hash);
        }
        return hashes;
    }

    class RunningCount {
    public:
        RunningCount(const OpenTask& task, const ShowcaseOptions& options, Instant now)
            : m_task(task)
            , m_options(options)
            , m_now(now)
            , m_pictures(pictures(options.folder / "photos"))
        {
        }

        Result<void> run(const ShowcaseProgress& progress)
        {
            const auto sheets = m_task.store->sheets(m_task.task.id);
            std::vector<std::vector<ScriptAsset>> assets;
            std::vector<std::size_t> sizes;
            for (const CountSheet& sheet : sheets) {
                assets.push_back(assetsOf(sheet));
                sizes.push_back(assets.back().size());
            }
            const auto plan = planRunning(sizes);
            const auto total = static_cast<std::int64_t>(sheets.size());
            for (std::size_t i = 0; i < sheets.size(); ++i) {
                progress(kRunningStep, static_cast<std::int64_t>(i), total);
                // Things wander to the neighbours.
                std::vector<std::string> strangers;
                if (i > 0 && i % 15 == 0 && !assets[i - 1].empty())
                    strangers.push_back(assets[i - 1].front().assetNo);
                if (sheets[i].state == SheetState::Frozen)
                    if (auto done = count(sheets[i], assets[i], strangers, plan[i]); !done)
                        return done;
            }
            m_task.service->project(m_task.task, [](std::int64_t, std::int64_t) {});
            // In the order of the states: the task is where its slowest sheet is.
            if (auto done = sign(sheets, plan); !done)
                return done;
            progress(kRunningStep, total, total);
            return {};
        }

    private:
        std::vector<ScriptAsset> assetsOf(const CountSheet& sheet)
        {
            std::vector<ScriptAsset> out;
            for (BookLine& line : m_task.store->book(sheet.id).lines)
                out.push_back({std::move(line.assetNo), std::move(line.name), std::move(line.place),
                    std::move(line.user), line.useState, line.quantity});
            return out;
        }

        Result<void> count(const CountSheet& sheet, const std::vector<ScriptAsset>& assets,
            const std::vector<std::string>& strangers, RunningUnit unit)
        {
            if (unit.pace == RunningPace::NotBegun || assets.empty())
                return {};
            CampaignOptions campaign;
            campaign.seed = m_options.city.seed + 1; // other finds than in the finished campaign
            PlannedCount planned = planCount({sheet.unitCode, assets, strangers, m_clerk}, campaign);
            m_clerk += planned.clerks;
            std::vector<std::string> photos;
            if (unit.pace != RunningPace::Begun && !m_pictures.empty()) {
                auto sent = sendPictures(*m_task.session, sheet.unit, m_pictures, m_now);
                if (!sent)
                    return fail(sent.error());
                photos = std::move(*sent);
            }
            std::vector<IncomingEvent> incoming;
            std::deque<std::string> bodies;
            for (RunningEvent& arrived :
                runningEvents(std::move(planned), unit, m_now, photos, m_options.city.seed)) {
                IncomingEvent& one = incoming.emplace_back();
                one.sheet = sheet.id;
                one.body = bodies.emplace_back(encodeEvent(arrived.event));
                one.event = std::move(arrived.event);
                one.receivedAt = arrived.arrivedAt;
            }
            // The last hour of a sheet is a ring: it is to hear of the latest last.
            std::stable_sort(incoming.begin(), incoming.end(),
                [](const auto& a, const auto& b) { return a.receivedAt < b.receivedAt; });
            for (std::span<const IncomingEvent> rest = incoming; !rest.empty();) {
                const auto piece = rest.first(std::min(rest.size(), kEventsAtOnce));
                static_cast<void>(m_task.store->append(m_task.task.id, piece));
                rest = rest.subspan(piece.size());
            }
            m_counted.push_back(sheet.unitCode);
            return {};
        }

        Result<void> sign(const std::vector<CountSheet>& before, const std::vector<RunningUnit>& plan)
        {
            const auto fresh = m_task.store->sheets(m_task.task.id);
            std::vector<std::string> toSign;
            std::vector<std::string> toReview;
            for (std::size_t i = 0; i < before.size(); ++i) {
                const bool isReviewed = plan[i].pace == RunningPace::Reviewed;
                if (!isReviewed && plan[i].pace != RunningPace::Signed)
                    continue;
                // What somebody has opened again in an earlier run stays open.
                if (std::find(m_counted.begin(), m_counted.end(), before[i].unitCode) == m_counted.end())
                    continue;
                if (auto decided = decideSheet(m_task, fresh[i]); !decided)
                    return decided;
                (isReviewed ? toReview : toSign).push_back(before[i].unitCode);
            }
            if (auto done = advance(SheetState::UnitChecked, toSign); !done)
                return done;
            return advance(SheetState::DeptReviewed, toReview);
        }

        Result<void> advance(SheetState to, const std::vector<std::string>& units)
        {
            if (units.empty()) // no names would be all of them
                return {};
            return m_task.service->advance(
                m_task.task.taskNo, to, units, {}, [](std::int64_t, std::int64_t) {});
        }

        const OpenTask& m_task;
        const ShowcaseOptions& m_options;
        Instant m_now;
        std::vector<std::string> m_pictures;
        std::vector<std::string> m_counted; ///< units, in this run
        int m_clerk = 1;
    };

} // namespace

Result<void> runUnfinishedCount(
    const OpenTask& task, const ShowcaseOptions& options, Instant now, const ShowcaseProgress& progress)
{
    return RunningCount(task, options, now).run(progress);
}

} // namespace guanwu
