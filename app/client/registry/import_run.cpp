#include "app/client/registry/import_run.h"

#include "app/client/session/words.h"
#include "app/exchange/tables/table_reader.h"
#include "app/text/explain.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString explained(const Error& error) { return QString::fromStdString(explain(error, shownLanguage())); }

    QStringList cellsOf(const TableRow& row)
    {
        QStringList out;
        for (const std::string_view cell : row.cells)
            out.push_back(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        return out;
    }

} // namespace

ImportRun::Table ImportRun::readTable(const QString& path)
{
    Table out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        out.problem = tr("The file cannot be read: %1").arg(file.errorString());
        return out;
    }
    if (file.size() > kMostBytes) {
        out.problem = tr("Files of more than 32 MiB are imported on the server, with guanwu import.");
        return out;
    }
    out.bytes = file.readAll();
    TableOptions options;
    options.readerProgram = QCoreApplication::applicationDirPath().toStdString() + "/guanwu-reader";
    const auto table = openTable(path.toStdString(), options);
    if (!table) {
        out.problem = explained(table.error());
        return out;
    }
    TableRow row;
    while (out.lines.size() < kMostShownRows) {
        const auto more = (*table)->next(row);
        if (!more || !*more)
            break; // what is wrong with the file, the check says
        if (out.headings.isEmpty())
            out.headings = cellsOf(row);
        else
            out.lines.push_back({static_cast<int>(row.row), cellsOf(row)});
    }
    return out;
}

QVariantList ImportRun::kinds()
{
    const auto kind = [](const QString& value, const QString& text) {
        return QVariantMap {{u"value"_s, value}, {u"text"_s, text}};
    };
    return {kind(u"assets"_s, tr("Cards")), kind(u"places"_s, tr("Places")), kind(u"people"_s, tr("People")),
        kind(u"units"_s, tr("Units")), kind(u"ledger"_s, tr("Ledger balances"))};
}

void ImportRun::choose(const QUrl& file)
{
    if (m_busy)
        return;
    forget();
    m_fileName = QFileInfo(file.toLocalFile()).fileName();
    m_busy = true;
    Q_EMIT changed();
    QtConcurrent::run(&ImportRun::readTable, file.toLocalFile()).then(this, [this](Table table) {
        m_busy = false;
        m_problem = table.problem;
        m_headings = table.headings;
        m_lines = std::move(table.lines);
        m_bytes = table.bytes;
        if (m_problem.isEmpty())
            send(true);
        else
            Q_EMIT changed();
    });
}

void ImportRun::forget()
{
    m_fileName.clear();
    m_problem.clear();
    m_batch.clear();
    m_bytes.clear();
    m_headings.clear();
    m_lines.clear();
    m_problems.clear();
    m_rows = m_problemCount = m_errors = 0;
    m_checked = false;
    Q_EMIT changed();
}

void ImportRun::run()
{
    if (isClean() && m_batch.isEmpty())
        send(false);
}

void ImportRun::send(bool isDryRun)
{
    if (m_busy)
        return;
    Call call;
    call.method = "POST";
    call.path = callPath({way()});
    call.query = callQuery(QVariantMap {{u"kind"_s, isLedger() ? QString() : m_kind},
        {u"dry_run"_s, isDryRun ? u"true"_s : u"false"_s}, {u"name"_s, m_fileName}});
    call.bytes = m_bytes;
    call.type = tableType(m_fileName);
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this, isDryRun](const CallAnswer& answer) {
        m_busy = false;
        if (!answer.isOk())
            m_problem = answer.status == 0 && !isDryRun
                ? tr("No answer came. Look at the list of imports before you send the file again.")
                : answer.problem;
        else
            takeChecked(answer, isDryRun);
        Q_EMIT changed();
        if (!m_batch.isEmpty() && !isDryRun && answer.isOk())
            Q_EMIT imported(m_rows);
    });
}

void ImportRun::takeChecked(const CallAnswer& answer, bool isDryRun)
{
    const QJsonObject json = answer.json();
    m_checked = true;
    m_rows = json["rows"_L1].toInt();
    m_problemCount = json["problem_count"_L1].toInt();
    m_problems.clear();
    int found = 0;
    for (const auto& one : json["problems"_L1].toArray()) {
        const bool isWarning = one["severity"_L1].toString() == "warning"_L1;
        found += isWarning ? 0 : 1;
        m_problems.push_back(QVariantMap {{u"row"_s, one["row"_L1].toInt()},
            {u"column"_s, one["column"_L1].toString()}, {u"value"_s, one["value"_L1].toString()},
            {u"message"_s, one["message"_L1].toString()}, {u"isWarning"_s, isWarning}});
    }
    m_errors = json["errors"_L1].toInt(found);
    if (!isDryRun)
        m_batch = json["batch"_L1].toString();
}

void ImportRun::undo()
{
    if (m_busy || m_batch.isEmpty())
        return;
    Call call;
    call.method = "DELETE";
    call.path = callPath({way(), m_batch});
    m_busy = true;
    Q_EMIT changed();
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        if (answer.isOk())
            m_batch.clear();
        Q_EMIT changed();
        if (answer.isOk())
            Q_EMIT undone();
    });
}

QStringList ImportRun::line(int index) const
{
    return index >= 0 && index < shownRows() ? m_lines[static_cast<std::size_t>(index)].cells : QStringList();
}

int ImportRun::rowOfLine(int index) const
{
    return index >= 0 && index < shownRows() ? m_lines[static_cast<std::size_t>(index)].row : 0;
}

int ImportRun::lineOfRow(int row) const
{
    const auto found = std::lower_bound(
        m_lines.begin(), m_lines.end(), row, [](const Line& line, int wanted) { return line.row < wanted; });
    return found == m_lines.end() || found->row != row ? -1 : static_cast<int>(found - m_lines.begin());
}

QString ImportRun::problemAt(int row, const QString& heading) const
{
    for (const QVariant& one : m_problems) {
        const QVariantMap map = one.toMap();
        if (map[u"row"_s].toInt() == row && map[u"column"_s].toString() == heading)
            return map[u"message"_s].toString();
    }
    return {};
}

} // namespace guanwu

#include "moc_import_run.cpp"
