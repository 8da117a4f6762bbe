#include "app/client/records/record_export.h"

#include "app/client/session/words.h"
#include "app/text/explain.h"
#include "core/values/money.h"
#include "reports/writers/csv_writer.h"
#include "reports/writers/replacing_file.h"

#include <system_error>

using namespace Qt::StringLiterals;

namespace guanwu {

struct RecordExport::File {
    explicit File(ReplacingFile open)
        : file(std::move(open))
        , csv([this](std::string_view bytes) { file.write(bytes); })
    {
    }
    ReplacingFile file;
    CsvWriter csv;
    std::vector<RecordColumn> columns;
    QUrlQuery query;
};

RecordExport::RecordExport(QObject* parent)
    : QObject(parent)
{
}

RecordExport::~RecordExport() = default;

void RecordExport::start(const QUrl& target)
{
    if (isRunning() || !m_records || !m_columns)
        return;
    m_problem.clear();
    m_written.clear();
    m_rows = 0;
    ++m_generation;
    auto file = ReplacingFile::create(target.toLocalFile().toStdString());
    if (!file)
        return fail(QString::fromStdString(explain(file.error(), shownLanguage())));
    m_target = target;
    m_file = std::make_unique<File>(std::move(*file));
    m_file->columns = m_columns->shownColumns();
    for (const RecordColumn& column : m_file->columns)
        m_file->csv.appendText(column.title.toStdString());
    m_file->csv.endRow();
    const bool isPicked = m_selection && m_selection->count() > 0;
    if (const SortedRows* sorted = m_records->sortedHere(); isPicked || sorted) {
        if (isPicked)
            write(m_selection->picked());
        for (int row = 0; !isPicked && isRunning() && row < sorted->count(); ++row)
            write({sorted->row(row)});
        if (isRunning())
            finish();
    } else
        next({});
    Q_EMIT changed();
}

void RecordExport::next(const QString& after)
{
    m_records->calls()
        ->get(m_records->path(), m_records->pageQuery(after, kRowsAPage))
        .then(this, [this, generation = m_generation](const CallAnswer& answer) {
            if (generation != m_generation || !isRunning())
                return;
            if (!answer.isOk())
                return fail(answer.problem);
            const auto [rows, behind] = m_records->readPage(answer);
            write(rows);
            if (!isRunning())
                return;
            if (behind.isEmpty())
                finish();
            else
                next(behind);
            Q_EMIT changed();
        });
}

void RecordExport::write(const QList<QJsonObject>& rows)
{
    try {
        for (const QJsonObject& row : rows) {
            for (const RecordColumn& column : m_file->columns) {
                const QJsonValue value = valueAt(row, column.key);
                const bool isHundredths
                    = column.kind == "money"_L1 || column.kind == "gap"_L1 || column.kind == "area"_L1;
                const auto money = isHundredths && value.isString()
                    ? Money::parseYuan(value.toString().toStdString())
                    : Result<Money>(tl::unexpected(Error {}));
                if (money)
                    m_file->csv.appendHundredths(money->fen());
                else if (column.kind == "due"_L1)
                    m_file->csv.appendText(
                        value.toString().toStdString()); // how far it is depends on the reader's day
                else if (value.isDouble() && column.kind == "number"_L1)
                    m_file->csv.appendNumber(static_cast<std::int64_t>(value.toDouble()));
                else
                    m_file->csv.appendText(shownValue(column, value).toStdString());
            }
            m_file->csv.endRow();
        }
        m_rows += static_cast<int>(rows.size());
    } catch (const std::system_error& error) {
        fail(tr("The file could not be written: %1").arg(QString::fromLocal8Bit(error.what())));
    }
}

void RecordExport::finish()
{
    try {
        m_file->csv.flush();
        m_file->file.commit();
        m_file.reset();
        m_written = m_target;
    } catch (const std::system_error& error) {
        fail(tr("The file could not be written: %1").arg(QString::fromLocal8Bit(error.what())));
    }
}

void RecordExport::cancel()
{
    ++m_generation;
    m_file.reset();
    Q_EMIT changed();
}

void RecordExport::forget()
{
    m_problem.clear();
    m_written.clear();
    Q_EMIT changed();
}

void RecordExport::fail(const QString& problem)
{
    m_file.reset();
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_record_export.cpp"
