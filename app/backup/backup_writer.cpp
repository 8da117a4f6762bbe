#include "app/backup/backup_file.h"
#include "app/backup/row_text.h"

#include <nlohmann/json.hpp>

namespace guanwu {

using nlohmann::ordered_json;

BackupWriter::BackupWriter(ReplacingFile& file, BackupHead head)
    : m_packed([&file](std::string_view packed) { file.write(packed); })
{
    m_summary.head = std::move(head);
    line(ordered_json {{"guanwu_backup", 1}, {"schema", m_summary.head.schema}, {"made_at", m_summary.head.madeAt}}
            .dump());
}

void BackupWriter::line(const std::string& text)
{
    m_packed.write(text);
    m_packed.write("\n");
}

void BackupWriter::beginTable(const RegistryTable& table)
{
    m_table = &table;
    m_tally = {};
    line(ordered_json {{"table", table.name}, {"columns", table.columns}}.dump());
}

void BackupWriter::row(const RowStream& row)
{
    m_line.clear();
    appendRowText(m_line, row, *m_table);
    m_digest.add(m_line);
    m_packed.write(m_line);
    ++m_tally.rows;
}

void BackupWriter::endTable()
{
    m_tally.sm3 = m_digest.takeHex();
    line("\\.");
    line(ordered_json {{"rows", m_tally.rows}, {"sm3", m_tally.sm3}}.dump());
    m_wholeDigest.add(m_table->name + m_tally.sm3);
    m_summary.whole.rows += m_tally.rows;
    m_summary.tables[m_table->name] = m_tally;
}

BackupSummary BackupWriter::finish()
{
    m_summary.whole.sm3 = m_wholeDigest.takeHex();
    line(ordered_json {{"tables", m_summary.tables.size()}, {"rows", m_summary.whole.rows},
        {"sm3", m_summary.whole.sm3}}
            .dump());
    m_packed.finish();
    return m_summary;
}

} // namespace guanwu
