#pragma once

#include "app/showcase/showcase.h"

namespace guanwu {

/// Counts a frozen task the way its units would: some labels are really drawn, photographed and read,
/// handhelds' event files are written and ingested, doubts and surplus decided, and the sheets led to
/// verified.
class DemoCount {
public:
    DemoCount(const OpenTask& task, const ShowcaseOptions& options, const ShowcaseProgress& progress)
        : m_task(task)
        , m_options(options)
        , m_progress(progress)
    {
    }
    /// Each step may be repeated: events that are there are duplicates, what is decided is not asked again.
    [[nodiscard]] Result<void> run();

    [[nodiscard]] const CircleOutcome& circle() const { return m_circle; }
    [[nodiscard]] std::int64_t events() const { return m_events; }

private:
    [[nodiscard]] Result<void> photographLabels(const std::vector<CountSheet>& sheets);
    [[nodiscard]] Result<std::vector<std::filesystem::path>> writeEvents(
        const std::vector<CountSheet>& sheets);
    void takeFromPictures(std::vector<ScanEvent>& events) const;
    [[nodiscard]] Result<void> ingest(const std::vector<std::filesystem::path>& files);
    [[nodiscard]] Result<void> decide(const std::vector<CountSheet>& sheets);

    const OpenTask& m_task;
    const ShowcaseOptions& m_options;
    const ShowcaseProgress& m_progress;
    CircleOutcome m_circle;
    std::unordered_set<std::string> m_photographed; ///< tags whose labels were in a picture, read or not
    std::int64_t m_events = 0;
};

} // namespace guanwu
