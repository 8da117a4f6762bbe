#include "app/registers/entry_rows.h"

#include "app/registers/register_report.h"
#include "app/text/explain.h"
#include "core/registers/entry_stream.h"
#include "core/registers/gifts.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    Column columnOf(const RegisterField& field)
    {
        const std::string heading(field.nameZh);
        switch (field.value) {
        case RegisterValue::Money: {
            Column column = moneyColumn(heading);
            if (field.isPrice)
                column.total = Total::None;
            return column;
        }
        case RegisterValue::Date:
            return dateColumn(heading);
        case RegisterValue::Whole: {
            Column column = countColumn(heading, field.width);
            if (field.isPrice)
                column.total = Total::None;
            return column;
        }
        case RegisterValue::Area: {
            Column column = textColumn(heading, field.width);
            column.kind = CellKind::Area;
            column.unit = "㎡";
            column.total = Total::Sum;
            return column;
        }
        default:
            return textColumn(heading, field.width);
        }
    }

    Cell cellOf(const RegisterField& field, const RegisterEntry& entry)
    {
        const std::string value = entry.text(field.token);
        if (value.empty())
            return {};
        if (value == kCovered)
            return value;
        switch (field.value) {
        case RegisterValue::Money:
            return entry.money(field.token).value_or(Money());
        case RegisterValue::Area:
            return Area::parse(value).value_or(Area());
        case RegisterValue::Date:
            return entry.day(field.token).value_or(Day {});
        case RegisterValue::Whole:
            return entry.whole(field.token);
        default:
            return shownText(field, value, true);
        }
    }

    bool isChosen(const ShownEntry& row, const EntryChoice& choice)
    {
        if (row.entry.isVoid() || (choice.onlyFindings && row.findings.empty()))
            return false;
        if (choice.year && giftYear(row.entry) != *choice.year)
            return false;
        return choice.units.empty()
            || std::find(choice.units.begin(), choice.units.end(), row.entry.unit.code) != choice.units.end();
    }

    std::string findingsText(const ShownEntry& row)
    {
        std::string out;
        for (const Error& error : row.findings) {
            out += out.empty() ? "" : "；";
            out += explain(error, Language::ZhCn);
        }
        return out;
    }

    std::string unitText(const RegisterEntry& entry)
    {
        return entry.department.name.empty() ? entry.unit.name
                                             : entry.unit.name + " " + entry.department.name;
    }

    bool isPrinted(const RegisterField& field, const EntryChoice& choice)
    {
        const auto& wanted = choice.fields;
        return field.width > 0
            && (wanted.empty() || std::find(wanted.begin(), wanted.end(), field.token) != wanted.end());
    }

    class EntryRows final : public RowSource {
    public:
        EntryRows(RegisterService& service, const RegisterType& type, const RegisterFilter& filter,
            EntryChoice choice)
            : m_stream(service, type, filter)
            , m_type(type)
            , m_choice(std::move(choice))
        {
            if (!m_choice.isByUnit)
                return;
            // What is sent to the units in a year is little: it is put in order here.
            while (const ShownEntry* row = m_stream.next())
                if (isChosen(*row, m_choice))
                    m_sorted.push_back(*row);
            std::stable_sort(m_sorted.begin(), m_sorted.end(), [](const ShownEntry& a, const ShownEntry& b) {
                return a.entry.unit.code < b.entry.unit.code;
            });
        }
        bool next(ReportRow& row) override
        {
            const ShownEntry* entry = following();
            if (!entry)
                return false;
            row.cells[0] = ++m_serial;
            setText(row.cells[1], entry->entry.entryNo);
            setText(row.cells[2], unitText(entry->entry));
            std::size_t at = 3;
            if (!m_type.parent.empty())
                setText(row.cells[at++], entry->entry.parentNo);
            for (const RegisterField& field : m_type.fields)
                if (isPrinted(field, m_choice))
                    row.cells[at++] = cellOf(field, entry->entry);
            const RegisterState* state = m_type.state(entry->entry.state);
            setText(row.cells[at++], state ? state->nameZh : std::string_view());
            setText(row.cells[at], findingsText(*entry));
            return true;
        }

    private:
        const ShownEntry* following()
        {
            if (m_choice.isByUnit)
                return m_place < m_sorted.size() ? &m_sorted[m_place++] : nullptr;
            while (const ShownEntry* row = m_stream.next())
                if (isChosen(*row, m_choice))
                    return row;
            return nullptr;
        }

        EntryStream m_stream;
        const RegisterType& m_type;
        EntryChoice m_choice;
        std::vector<ShownEntry> m_sorted;
        std::size_t m_place = 0;
        std::int64_t m_serial = 0;
    };

    /// Everything as text, under the headings that an import takes.
    class PlainRows final : public RowSource {
    public:
        PlainRows(RegisterService& service, const RegisterType& type, const RegisterFilter& filter)
            : m_stream(service, type, filter)
            , m_type(type)
        {
        }
        bool next(ReportRow& row) override
        {
            const ShownEntry* shown = m_stream.next();
            if (!shown)
                return false;
            const RegisterEntry& entry = shown->entry;
            const std::string_view head[]
                = {entry.entryNo, entry.state, entry.unit.code, entry.department.name, entry.parentNo};
            std::size_t at = 0;
            for (const std::string_view text : head)
                setText(row.cells[at++], text);
            for (const RegisterField& field : m_type.fields)
                setText(row.cells[at++], entry.text(field.token));
            return true;
        }

    private:
        EntryStream m_stream;
        const RegisterType& m_type;
    };

} // namespace

StreamedReport entryReport(Report head, RegisterService& service, const RegisterType& type,
    const RegisterFilter& filter, EntryChoice choice)
{
    head.columns = {repeatedColumn("序号", CellKind::Integer, 5),
        repeatedColumn("登记编号", CellKind::Text, 15), textColumn("单位", 16)};
    if (!type.parent.empty())
        head.columns.push_back(textColumn("所属编号", 15));
    for (const RegisterField& field : type.fields)
        if (isPrinted(field, choice)) {
            head.columns.push_back(columnOf(field));
            head.columns.back().mayStayOut = !field.isRequired;
        }
    head.columns.push_back(textColumn("状态", 10));
    head.columns.push_back(textColumn("说明事项", 24));
    return {std::move(head), std::make_unique<EntryRows>(service, type, filter, std::move(choice))};
}

StreamedReport registerTable(RegisterService& service, const RegisterType& type, const RegisterFilter& filter)
{
    Report report;
    report.title = type.nameZh;
    report.isPlainTable = true;
    for (const std::string_view heading : {"entry_no", "state", "unit", "department", "parent"})
        report.columns.push_back(textColumn(std::string(heading), 16));
    for (const RegisterField& field : type.fields)
        report.columns.push_back(textColumn(std::string(field.token), field.width > 0 ? field.width : 12));
    return {std::move(report), std::make_unique<PlainRows>(service, type, filter)};
}

} // namespace guanwu
