#include "tests/fuzz/targets.h"

#include "app/exchange/events/event_batch.h"
#include "app/exchange/tables/csv_reader.h"
#include "app/exchange/tables/sheet_protocol.h"
#include "app/packing/gzip.h"
#include "app/reader/ods_content.h"
#include "app/reader/xlsx_sheet.h"
#include "app/server/request_body.h"
#include "core/cards/clean_photo.h"
#include "scanner/image.h"
#include "scanner/payload.h"
#include "tests/unit/exchange/zip_writer.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace guanwu::fuzz {

namespace {

    using Bytes = std::span<const std::uint8_t>;

    std::string_view textOf(Bytes bytes)
    {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    void promise(bool kept)
    {
        if (!kept)
            std::abort();
    }

    /// What is read is written, and read again the same.
    void event(Bytes bytes)
    {
        EventDecoder decoder;
        const std::string line(textOf(bytes));
        const auto read = decoder.decode(line);
        if (!read)
            return;
        const std::string written = encodeEvent(*read);
        EventDecoder again;
        const auto reread = again.decode(written);
        promise(reread.has_value() && encodeEvent(*reread) == written);
    }

    void readBatch(const std::string& ndjson)
    {
        CountSheet sheet;
        sheet.unitCode = "U001";
        sheet.state = SheetState::Counting;
        const SheetsByUnit sheets = byUnit({sheet});
        EventReader reader(sheets, anyActor(), Instant {});
        const auto batch = EventBatch::read(ndjson, reader);
        if (!batch)
            return;
        promise(ndjson.size() <= EventBatch::kMaxBytes);
        promise(batch->events().size() + batch->rejected().size() <= EventBatch::kMaxEvents);
        const std::vector<AppendOutcome> stored(batch->events().size(), AppendOutcome::Stored);
        promise(batch->outcomes(stored).size() == batch->events().size() + batch->rejected().size());
    }

    void batch(Bytes bytes) { readBatch(std::string(textOf(bytes))); }

    /// The body of a sync as it comes over the wire.
    void packedBatch(Bytes bytes)
    {
        const auto unpacked = gunzip(textOf(bytes), EventBatch::kMaxBytes);
        if (!unpacked)
            return;
        promise(unpacked->size() <= EventBatch::kMaxBytes);
        readBatch(*unpacked);
    }

    /// A text is an asset tag, a place or foreign; what it is taken for says the same when it is printed.
    void label(Bytes bytes)
    {
        const std::string text(textOf(bytes));
        const Payload payload = parsePayload(text);
        if (const auto* place = std::get_if<PlaceCode>(&payload))
            promise(place->payload() == text);
        else if (const auto* tag = std::get_if<AssetTag>(&payload))
            promise(acceptedTag(text) == *tag);
        else
            promise(!acceptedTag(text) && std::get<ForeignText>(payload).text == text);
    }

    /// The bytes as a file without a name.
    class MemoryFile {
    public:
        explicit MemoryFile(Bytes bytes)
            : m_descriptor(memfd_create("fuzz", 0))
        {
            promise(m_descriptor >= 0
                && write(m_descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
        }
        MemoryFile(const MemoryFile&) = delete;
        MemoryFile& operator=(const MemoryFile&) = delete;
        ~MemoryFile() { close(m_descriptor); }
        [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

    private:
        int m_descriptor;
    };

    void csv(Bytes bytes)
    {
        const MemoryFile file(bytes);
        auto source = TextSource::open(file.path(), std::nullopt);
        if (!source)
            return;
        CsvReader reader(std::move(*source));
        TableRow row;
        for (std::int64_t last = 0;;) {
            const auto more = reader.next(row);
            if (!more || !*more)
                return;
            promise(row.row > last && row.cells.size() <= kMaxRowCells);
            last = row.row;
        }
    }

    /// Rows go where nobody reads them.
    class NoRows {
    public:
        [[nodiscard]] RowSink& sink() { return m_sink; }
        NoRows() = default;
        NoRows(const NoRows&) = delete;
        NoRows& operator=(const NoRows&) = delete;
        ~NoRows()
        {
            m_sink.finish();
            close(m_nowhere);
        }

    private:
        int m_nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        RowSink m_sink {m_nowhere};
    };

    /// As the child reads it: the content decides what it is.
    void readArchive(std::string_view bytes)
    {
        const auto archive = ZipArchive::open(bytes);
        if (!archive)
            return;
        NoRows rows;
        InflateBudget budget;
        budget.left = 8 << 20U; // a fuzzer wants answers soon
        if (archive->find("content.xml") != nullptr)
            static_cast<void>(readOds(*archive, budget, rows.sink()));
        else
            static_cast<void>(readXlsx(*archive, budget, rows.sink()));
    }

    void spreadsheet(Bytes bytes) { readArchive(textOf(bytes)); }
    /// What lies in the archive, where checksums would keep a fuzzer out.
    void xlsxSheet(Bytes bytes)
    {
        readArchive(test::zipOf(test::xlsxParts(std::string(textOf(bytes)))));
    }
    void xlsxStrings(Bytes bytes)
    {
        readArchive(test::zipOf(test::xlsxParts(
            test::sheetXml(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c></row>)"),
            {{"xl/sharedStrings.xml", std::string(textOf(bytes))}, {"xl/styles.xml", std::string(textOf(bytes))}})));
    }
    void odsTable(Bytes bytes) { readArchive(test::zipOf({{"content.xml", std::string(textOf(bytes))}})); }

    void sheetFrame(Bytes bytes)
    {
        SheetFrame frame;
        if (decodeSheetFrame(textOf(bytes), frame))
            if (const auto* row = std::get_if<SheetRow>(&frame))
                promise(row->cells.size() <= kMaxRowCells);
    }

    /// A picture is decoded or refused; a photo that was cleaned is clean.
    void image(Bytes bytes)
    {
        if (bytes.size() > 1U << 16U) // the size is a limit of its own, and pixels cost time
            return;
        static_cast<void>(decodeImage(bytes));
        const auto clean = cleanPhoto(textOf(bytes));
        if (!clean)
            return;
        const auto again = cleanPhoto(*clean);
        promise(again.has_value() && *again == *clean);
    }

    void configuration(Bytes bytes)
    {
        CLI::App app;
        std::string db;
        std::string listen;
        std::vector<std::string> names;
        app.add_option("--db", db);
        CLI::App* serve = app.add_subcommand("serve");
        serve->add_option("--listen", listen);
        serve->add_option("--name", names);
        app.set_config("--config");
        app.allow_config_extras(CLI::config_extras_mode::error);
        const MemoryFile file(bytes);
        try {
            std::vector<std::string> arguments {file.path(), "--config"};
            app.parse(arguments);
        } catch (const CLI::ParseError&) {
        }
    }

    constexpr RouteField kFields[] {
        {"asset_no", FieldKind::Text, FieldNeed::Required, {}}, {"version", FieldKind::Integer, FieldNeed::Optional, {}},
        {"late", FieldKind::Boolean, FieldNeed::Optional, {}}, {"values", FieldKind::Object, FieldNeed::Optional, {}},
        {"units", FieldKind::List, FieldNeed::Optional, {}}};

    void body(Bytes bytes)
    {
        const auto parsed = parseBody(textOf(bytes), kFields);
        if (!parsed)
            return;
        promise(parsed->contains("asset_no") && (*parsed)["asset_no"].is_string());
        promise(parseBody(parsed->dump(), kFields) == *parsed);
    }

    void query(Bytes bytes)
    {
        static_cast<void>(parseQuery(textOf(bytes), kFields));
        static_cast<void>(percentDecoded(textOf(bytes), false));
    }

    constexpr Target kTargets[] {{"event", event}, {"batch", batch}, {"packed_batch", packedBatch}, {"label", label},
        {"csv", csv}, {"spreadsheet", spreadsheet}, {"xlsx_sheet", xlsxSheet}, {"xlsx_strings", xlsxStrings},
        {"ods_table", odsTable}, {"sheet_frame", sheetFrame}, {"image", image}, {"configuration", configuration},
        {"body", body}, {"query", query}};

} // namespace

std::span<const Target> targets() { return kTargets; }

} // namespace guanwu::fuzz
