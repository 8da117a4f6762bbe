// What people ask for while the registry grows: a card, a search, the wall of a campaign, a report of every
// line.
#include "app/reporting/make_report.h"
#include "app/system_clock.h"
#include "app/text/initials.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/cards/soci_card_search.h"
#include "schema/connection/session.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/soci_inventory_store.h"
#include "tests/bench/benches.h"
#include "tests/bench/raw_store.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace guanwu::bench {

namespace {

    constexpr std::int64_t kCards = 2'000;
    constexpr int kPages = 200;
    constexpr int kLooks = 20;
    /// A word of many names, one of few, and one of none.
    constexpr const char* kWords[] = {"打印机", "会议", "不会有的名字"};

    /// Lines `l` of the count that is measured.
    const std::string kOfTask = std::string(" WHERE l.sheet_id IN ") + BenchCity::kSheets;

    /// Spread over the whole registry, and not in the order in which they lie there.
    std::vector<std::string> someNumbers(const std::string& url, std::int64_t cards)
    {
        const auto session = BenchCity::connect(url);
        const std::int64_t every = std::max<std::int64_t>(1, cards / kCards);
        std::vector<std::string> numbers;
        const auto rows = session->bulk().stream("SELECT asset_no FROM asset ORDER BY id", {});
        for (std::int64_t at = 0; rows->next(); ++at)
            if (at % every == 0)
                numbers.emplace_back(rows->text(0));
        std::vector<std::string> spread;
        for (std::size_t from = 0; from < 37; ++from)
            for (std::size_t at = from; at < numbers.size(); at += 37)
                spread.push_back(numbers[at]);
        return spread;
    }

    /// Pages of a search as somebody turns them, in the whole city and in one unit.
    std::int64_t turnPages(const std::string& url)
    {
        const auto session = BenchCity::connect(url);
        PinyinInitials initials;
        SociCardSearch search(*session, Scope::everything(), std::ref(initials));
        CardFilter first;
        first.text = kWords[0];
        static_cast<void>(search.find(first, {}, 50)); // learns the names, which is a job of its own
        measureFromHere();
        std::int64_t pages = 0;
        for (const char* unit : {"", "U007"})
            for (const char* word : kWords) {
                CardFilter filter;
                filter.text = word;
                filter.unit = unit;
                std::optional<CardMark> after;
                for (int page = 0; page < kPages / 6; ++page, ++pages) {
                    const auto found = search.find(filter, after, 50);
                    if (!found)
                        throw std::runtime_error("benchmark: search failed");
                    after = found->next;
                }
            }
        measureToHere();
        return pages;
    }

    std::int64_t turnRawPages(const std::string& url)
    {
        const auto store = openRaw(url);
        std::int64_t pages = 0;
        for (const char* unit : {"", " AND unit_id = (SELECT id FROM unit WHERE code = 'U007')"})
            for (const char* word : kWords)
                for (int page = 0; page < kPages / 6; ++page, ++pages)
                    static_cast<void>(store->stream("SELECT id, asset_no, name FROM asset WHERE name LIKE '%"
                        + std::string(word) + "%'" + unit + " ORDER BY id LIMIT 50"));
        return pages;
    }

} // namespace

std::vector<Job> lookupJobs(BenchCity& city)
{
    const std::string url = city.registry();
    const auto numbers = std::make_shared<std::vector<std::string>>();
    const std::int64_t cards = city.cards();
    Job job {"look-up of 2,000 cards by number, each with all it points at, beside the bare row", 0, [] {},
        {}, [] {}, {}};
    job.ours = [=] {
        *numbers = someNumbers(url, cards);
        const auto session = BenchCity::connect(url);
        SociCardRepository repository(*session, Scope::everything());
        measureFromHere();
        for (const std::string& number : *numbers)
            if (!repository.find(number))
                throw std::runtime_error("benchmark: no card " + number);
        measureToHere();
        return static_cast<std::int64_t>(numbers->size());
    };
    job.raw = [=] {
        *numbers = someNumbers(url, cards);
        const auto store = openRaw(url);
        measureFromHere();
        for (const std::string& number : *numbers)
            if (store->stream(
                    "SELECT a.*, v.* FROM asset a JOIN asset_value v ON v.asset_id = a.id WHERE a.asset_no = '"
                    + number + "'")
                != 1)
                throw std::runtime_error("benchmark: no card " + number);
        measureToHere();
        return static_cast<std::int64_t>(numbers->size());
    };
    return {job};
}

std::vector<Job> learnJobs(BenchCity& city)
{
    const std::string url = city.registry();
    const std::int64_t cards = city.cards();
    Job job {"the names learnt by the first search after an import, per card, beside the names read", 0,
        [] {}, {}, [] {}, {}};
    job.prepareOurs = [url] {
        inChild([&] {
            const auto store = openRaw(url);
            for (const char* table : {"search_gram", "search_name", "search_progress"})
                store->run("DELETE FROM " + std::string(table));
            return std::int64_t {0};
        });
    };
    job.ours = [url, cards] {
        const auto session = BenchCity::connect(url);
        PinyinInitials initials;
        CardFilter filter;
        filter.text = kWords[0];
        if (!SociCardSearch(*session, Scope::everything(), std::ref(initials)).find(filter, {}, 50))
            throw std::runtime_error("benchmark: search failed");
        return cards;
    };
    job.raw = [url, cards] {
        const auto store = openRaw(url);
        for (const char* table : {"asset", "person", "place"})
            static_cast<void>(store->stream("SELECT DISTINCT name FROM " + std::string(table)));
        return cards;
    };
    return {job};
}

std::vector<Job> searchJobs(BenchCity& city)
{
    const std::string url = city.registry();
    Job job {
        "search by a word of the name, 50 cards a page, turning pages, beside the first page of a bare LIKE",
        0, [] {}, {}, [] {}, {}};
    job.ours = [url] { return turnPages(url); };
    job.raw = [url] { return turnRawPages(url); };
    return {job};
}

std::vector<Job> wallJobs(BenchCity& city)
{
    const std::string url = city.counted();
    inChild([&] {
        BenchCity::project(url);
        return std::int64_t {0};
    });
    Job job {"the wall of a campaign, per unit shown, beside the bare counters of its sheets", 0, [] {}, {},
        [] {}, {}};
    job.ours = [url] {
        const auto session = BenchCity::connect(url);
        const auto task = SociInventoryStore(*session, Scope::everything()).findTask(BenchCity::kTask);
        if (!task)
            throw std::runtime_error("benchmark: no task");
        CampaignView view(*session, Scope::everything());
        std::int64_t units = 0;
        for (int look = 0; look < kLooks; ++look)
            units += static_cast<std::int64_t>(view.progress(*task, systemNow()).sheets.size());
        return units;
    };
    job.raw = [url] {
        const auto store = openRaw(url);
        std::int64_t rows = 0;
        for (int look = 0; look < kLooks; ++look)
            rows += store->stream(
                "SELECT c.sheet_id, SUM(c.line_count) FROM sheet_counter c JOIN count_sheet s ON s.id = c.sheet_id "
                "JOIN inventory_task t ON t.id = s.task_id WHERE t.task_no = 'BENCH' GROUP BY c.sheet_id");
        return rows;
    };
    return {job};
}

std::vector<Job> reportJobs(BenchCity& city)
{
    const std::string url = city.counted();
    inChild([&] {
        BenchCity::project(url);
        return std::int64_t {0};
    });
    const auto file = city.folder() / "detail.csv";
    Job job {
        "the inventory detail of every unit as CSV, beside the same lines streamed", 0, [] {}, {}, [] {}, {}};
    job.ours = [url, file] {
        const auto session = BenchCity::connect(url);
        ReportRequest request;
        request.name = "inventory-detail";
        request.task = BenchCity::kTask;
        request.asOf = CityOptions().baseDate;
        request.hasHead = false;
        const auto written = makeReport(*session, Scope::everything(), {"bench", {}}, request, toFile(file),
            [](std::int64_t, std::int64_t) {});
        if (!written)
            throw std::runtime_error("benchmark: " + written.error().subject);
        measureToHere();
        return openRaw(url)->stream("SELECT l.asset_id FROM sheet_line l" + kOfTask);
    };
    job.raw = [url] {
        return openRaw(url)->stream(
            std::string(
                "SELECT l.*, r.* FROM sheet_line l LEFT JOIN sheet_result r ON r.sheet_id = l.sheet_id AND ")
            + "r.asset_id = l.asset_id" + kOfTask + " ORDER BY l.sheet_id, l.asset_no");
    };
    return {job};
}

} // namespace guanwu::bench
