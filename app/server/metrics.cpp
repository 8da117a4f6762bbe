#include "app/server/metrics.h"

#include <algorithm>

namespace guanwu {

namespace {

    void line(std::string& out, std::string_view name, std::string_view labels, std::uint64_t value)
    {
        out.append("guanwu_")
            .append(name)
            .append(labels)
            .append(" ")
            .append(std::to_string(value))
            .append("\n");
    }

    void heading(std::string& out, std::string_view name, std::string_view kind)
    {
        out.append("# TYPE guanwu_").append(name).append(" ").append(kind).append("\n");
    }

    std::string label(std::string_view name, const std::string& value)
    {
        return std::string("{").append(name).append("=\"").append(value).append("\"}");
    }

} // namespace

void Metrics::request(int status, std::chrono::microseconds took)
{
    ++m_byClass[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
    const auto milliseconds = took.count() / 1000;
    const auto bucket
        = std::find_if(kBuckets.begin(), kBuckets.end(), [&](int end) { return milliseconds < end; });
    ++m_byTime[static_cast<std::size_t>(bucket - kBuckets.begin())];
    m_microseconds += static_cast<std::uint64_t>(took.count());
}

void Metrics::ingested(std::uint64_t batches, std::uint64_t events)
{
    ++m_commits;
    m_batches += batches;
    m_events += events;
}

std::string Metrics::text(const Gauges& gauges) const
{
    std::string out;
    heading(out, "requests_total", "counter");
    for (std::size_t i = 1; i < m_byClass.size(); ++i)
        line(out, "requests_total", label("status", std::to_string(i) + "xx"), m_byClass[i]);

    heading(out, "request_seconds", "histogram");
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < m_byTime.size(); ++i) {
        sum += m_byTime[i];
        const std::string end = i < kBuckets.size()
            ? std::to_string(kBuckets[i] / 1000) + "." + std::to_string(1000 + kBuckets[i] % 1000).substr(1)
            : "+Inf";
        line(out, "request_seconds_bucket", label("le", end), sum);
    }
    line(out, "request_seconds_count", "", sum);
    out.append("guanwu_request_seconds_sum ")
        .append(std::to_string(m_microseconds / 1'000'000))
        .append(".")
        .append(std::to_string(1'000'000 + m_microseconds % 1'000'000).substr(1))
        .append("\n");

    heading(out, "ingest_commits_total", "counter");
    line(out, "ingest_commits_total", "", m_commits);
    heading(out, "ingest_batches_total", "counter");
    line(out, "ingest_batches_total", "", m_batches);
    heading(out, "ingest_events_total", "counter");
    line(out, "ingest_events_total", "", m_events);

    heading(out, "connections", "gauge");
    line(out, "connections", "", gauges.connections);
    heading(out, "waiting", "gauge");
    line(out, "waiting", label("lane", "quick"), gauges.waitingQuick);
    line(out, "waiting", label("lane", "password"), gauges.waitingPassword);
    line(out, "waiting", label("lane", "long"), gauges.waitingLong);
    line(out, "waiting", label("lane", "events"), gauges.waitingEvents);
    return out;
}

} // namespace guanwu
