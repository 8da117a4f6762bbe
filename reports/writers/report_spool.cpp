#include "reports/writers/report_spool.h"

#include <cerrno>
#include <system_error>

namespace guanwu {

namespace {

    [[noreturn]] void throwErrno()
    {
        throw std::system_error(errno, std::generic_category(), "report spool");
    }

    void put(std::FILE* file, const void* bytes, std::size_t size)
    {
        if (size != 0 && std::fwrite(bytes, size, 1, file) != 1)
            throwErrno();
    }

    void take(std::FILE* file, void* bytes, std::size_t size)
    {
        if (size != 0 && std::fread(bytes, size, 1, file) != 1)
            throwErrno();
    }

    std::int64_t takeNumber(std::FILE* file)
    {
        std::int64_t number = 0;
        take(file, &number, sizeof number);
        return number;
    }

    /// A cell without its alternative's index: one number, or a length and the bytes of a text.
    struct CellSpooler {
        std::FILE* file;

        void operator()(std::monostate) const { }
        void operator()(const std::string& text) const
        {
            (*this)(static_cast<std::int64_t>(text.size()));
            put(file, text.data(), text.size());
        }
        void operator()(std::int64_t number) const { put(file, &number, sizeof number); }
        void operator()(Money money) const { (*this)(money.fen()); }
        void operator()(Area area) const { (*this)(area.hundredths()); }
        void operator()(Percent rate) const { (*this)(rate.hundredths); }
        void operator()(std::chrono::year_month_day day) const
        {
            (*this)(std::int64_t {std::chrono::sys_days(day).time_since_epoch().count()});
        }
    };

    void takeText(std::FILE* file, Cell& cell)
    {
        std::string text(static_cast<std::size_t>(takeNumber(file)), '\0');
        take(file, text.data(), text.size());
        cell = std::move(text);
    }

    void takeCell(std::FILE* file, Cell& cell)
    {
        std::uint8_t alternative = 0;
        take(file, &alternative, 1);
        switch (alternative) {
        case 1:
            return takeText(file, cell);
        case 2:
            cell = takeNumber(file);
            return;
        case 3:
            cell = Money::fromFen(takeNumber(file));
            return;
        case 4:
            cell = Area::fromHundredths(takeNumber(file));
            return;
        case 5:
            cell = Percent {takeNumber(file)};
            return;
        case 6:
            cell = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(takeNumber(file))));
            return;
        default:
            cell = std::monostate {};
        }
    }
    static_assert(std::variant_size_v<Cell> == 7, "takeCell names the alternatives by index");

} // namespace

ReportSpool::ReportSpool()
    : m_file(std::tmpfile())
{
    if (!m_file)
        throwErrno();
}

void ReportSpool::append(const ReportRow& row, double height)
{
    put(m_file.get(), &height, sizeof height);
    put(m_file.get(), &row.role, sizeof row.role);
    put(m_file.get(), &row.sheet, sizeof row.sheet);
    const auto count = static_cast<std::uint32_t>(row.cells.size());
    put(m_file.get(), &count, sizeof count);
    for (const auto& cell : row.cells) {
        const auto alternative = static_cast<std::uint8_t>(cell.index());
        put(m_file.get(), &alternative, 1);
        std::visit(CellSpooler {m_file.get()}, cell);
    }
    ++m_left;
}

void ReportSpool::rewind()
{
    if (std::fflush(m_file.get()) != 0 || std::fseek(m_file.get(), 0, SEEK_SET) != 0)
        throwErrno();
}

bool ReportSpool::next(ReportRow& row, double& height)
{
    if (m_left == 0)
        return false;
    --m_left;
    std::uint32_t count = 0;
    take(m_file.get(), &height, sizeof height);
    take(m_file.get(), &row.role, sizeof row.role);
    take(m_file.get(), &row.sheet, sizeof row.sheet);
    take(m_file.get(), &count, sizeof count);
    row.cells.resize(count);
    for (auto& cell : row.cells)
        takeCell(m_file.get(), cell);
    return true;
}

} // namespace guanwu
