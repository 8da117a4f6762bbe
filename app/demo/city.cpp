#include "app/demo/city.h"

#include "app/demo/asset_rows.h"
#include "app/demo/register_rows.h"
#include "app/exchange/column_tables.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    constexpr int kLeastUnits = 10, kMostUnits = 2000;
    constexpr std::int64_t kMostAssets = 10'000'000;
    constexpr std::chrono::year kFirstYear {2016}; // certificates began in 2015

    class CityWriter {
    public:
        CityWriter(const City& city, std::filesystem::path folder)
            : m_city(city)
            , m_folder(std::move(folder))
        {
        }

        /// Writes one file with what `rows` puts into it. After an error nothing more is written.
        template <class Rows>
        void write(ImportKind kind, std::span<const ColumnSpec> columns, const Rows& rows)
        {
            if (m_error)
                return;
            CityFile& file = m_files[m_written];
            file.kind = kind;
            file.path = m_folder / (std::string(tokenRow(kImportKinds, kind).token) + ".csv");
            auto table = TableFile::create(file.path, columns);
            if (!table) {
                m_error = table.error();
                return;
            }
            rows(m_city, *table);
            table->commit();
            file.rows = table->rows();
            ++m_written;
        }

        Result<CityFiles> finish()
        {
            if (m_error)
                return tl::unexpected(*m_error);
            return std::move(m_files);
        }

    private:
        const City& m_city;
        std::filesystem::path m_folder;
        CityFiles m_files;
        std::size_t m_written = 0;
        std::optional<Error> m_error;
    };

} // namespace

Result<CityFiles> writeCity(
    const CityOptions& options, const std::filesystem::path& folder, const CityProgress& progress)
{
    const auto bad = [](std::string_view subject, std::int64_t limit) {
        return fail(ErrorCode::InvalidArgument, subject, std::to_string(limit));
    };
    if (options.units < kLeastUnits || options.units > kMostUnits)
        return bad("demo.units", options.units < kLeastUnits ? kLeastUnits : kMostUnits);
    if (options.assets > kMostAssets)
        return bad("demo.assets", kMostAssets);
    if (!options.baseDate.ok() || options.baseDate.year() < kFirstYear
        || options.baseDate.year() > std::chrono::year {2099})
        return fail(ErrorCode::InvalidArgument, "demo.base_date",
            options.baseDate.ok() ? formatDate(options.baseDate) : std::string());
    const City city = planCity(options);
    if (options.assets < leastAssets(city))
        return bad("demo.assets", leastAssets(city));

    CityWriter writer(city, folder);
    writer.write(ImportKind::Units, kUnitColumns, writeUnits);
    writer.write(ImportKind::Places, kPlaceColumns, writePlaces);
    writer.write(ImportKind::People, kPersonColumns, writePeople);
    writer.write(ImportKind::Rooms, kRoomColumns, writeRooms);
    writer.write(ImportKind::Assets, kAssetColumns,
        [&](const City& planned, TableFile& table) { writeAssets(planned, table, progress); });
    writer.write(ImportKind::Certificates, kCertificateColumns, writeCertificates);
    writer.write(ImportKind::Allocations, kAllocationColumns, writeAllocations);
    writer.write(ImportKind::Repairs, kRepairColumns, writeRepairs);
    writer.write(ImportKind::Occupants, kOccupantColumns, writeOccupants);
    return writer.finish();
}

} // namespace guanwu
