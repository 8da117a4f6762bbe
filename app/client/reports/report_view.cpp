#include "app/client/reports/report_view.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QStringList textsOf(const QJsonValue& list)
    {
        QStringList out;
        for (const auto& one : list.toArray())
            out.push_back(one.toString());
        return out;
    }

} // namespace

void ReportView::show(const QString& report, const QJsonObject& parameters)
{
    if (!m_calls || report.isEmpty())
        return;
    m_report = report;
    m_parameters = parameters;
    m_before.clear();
    ask({});
}

void ReportView::again()
{
    if (m_calls && isThere() && !isInside())
        ask({});
}

void ReportView::showLines(const QString& report, const QJsonObject& parameters, const QString& cell)
{
    if (!m_calls)
        return;
    forget();
    m_report = report;
    m_parameters = parameters;
    ask(cell);
}

void ReportView::open(const QString& cell)
{
    if (m_calls && isThere() && !cell.isEmpty())
        ask(cell);
}

void ReportView::back()
{
    if (m_before.isEmpty())
        return;
    ++m_generation; // what is on its way is not wanted any more
    m_busy = false;
    m_problem.clear();
    const Shown before = m_before.takeLast();
    m_cell = before.cell;
    take(before.told);
    Q_EMIT changed();
}

void ReportView::ask(const QString& cell)
{
    QJsonObject query = m_parameters;
    query[u"cell"_s] = cell;
    m_busy = true;
    Q_EMIT changed();
    // An answer that something newer was asked after is not shown.
    m_calls->get(callPath({u"reports"_s, m_report}), callQuery(query))
        .then(this, [this, cell, generation = ++m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk()) {
                if (!cell.isEmpty() && isThere())
                    m_before.push_back({m_told, m_cell});
                m_cell = cell;
                take(answer.json());
            }
            Q_EMIT changed();
        });
}

void ReportView::forget()
{
    ++m_generation;
    m_busy = false;
    m_problem.clear();
    m_before.clear();
    m_cell.clear();
    take({});
    Q_EMIT changed();
}

QString ReportView::cellAt(int row, int column) const
{
    const QString key = row < 0 ? m_totalsKey : m_rows.value(row).key;
    const QStringList cells = row < 0 ? m_totals : m_rows.value(row).cells;
    if (key.isEmpty() || cells.value(column).isEmpty()
        || !m_columns.value(column).toMap()[u"opens"_s].toBool())
        return {};
    return key + u'@' + QString::number(column + 1);
}

QString ReportView::head() const
{
    if (!isThere())
        return {};
    QStringList out;
    const QString preparer = m_told["preparer"_L1].toString();
    if (!preparer.isEmpty())
        out.push_back(tr("Prepared by: %1").arg(preparer));
    if (const QString period = m_told["period"_L1].toString(); !period.isEmpty())
        out.push_back(period);
    out.push_back(m_told["money"_L1].toString() == "wan"_L1 ? tr("Amounts in 10,000 yuan") : tr("Amounts in yuan"));
    // A paper says its sentences itself.
    return (m_sections.isEmpty() ? out + textsOf(m_told["notes"_L1]) : out).join(u"　"_s);
}

QString ReportView::title() const { return m_told["title"_L1].toString(); }

int ReportView::rowCount() const { return m_told["row_count"_L1].toInt(); }

bool ReportView::checksHold() const { return m_told["checks_hold"_L1].toBool(true); }

QVariantList ReportView::checks() const { return m_told["checks"_L1].toArray().toVariantList(); }

void ReportView::take(const QJsonObject& told)
{
    m_told = told;
    m_columns.clear();
    m_groups.clear();
    m_rows.clear();
    QString above;
    for (const auto& one : told["columns"_L1].toArray()) {
        const QJsonObject column = one.toObject();
        const QString unit = column["unit"_L1].toString();
        const QString heading = column["heading"_L1].toString();
        const QString kind = column["kind"_L1].toString();
        if (const QString group = column["group"_L1].toString(); group.isEmpty() || group != above) {
            above = group;
            if (!group.isEmpty())
                m_groups.push_back(QVariantMap {{u"text"_s, group}, {u"first"_s, m_columns.size()}, {u"count"_s, 0}});
        }
        if (!above.isEmpty()) {
            QVariantMap group = m_groups.back().toMap();
            group[u"count"_s] = group[u"count"_s].toInt() + 1;
            m_groups.back() = group;
        }
        m_columns.push_back(
            QVariantMap {{u"heading"_s, unit.isEmpty() ? heading : heading + u"（"_s + unit + u"）"_s},
                {u"isNumber"_s, kind != "text"_L1 && kind != "date"_L1},
                {u"opens"_s, column["opens"_L1].toBool()}, {u"width"_s, column["width"_L1].toDouble()}});
    }
    for (const auto& one : told["rows"_L1].toArray())
        m_rows.push_back({textsOf(one.toObject()["cells"_L1]), one.toObject()["key"_L1].toString(),
            one.toObject()["of_which"_L1].toBool()});
    m_totals = textsOf(told["totals"_L1]);
    m_totalsKey = told["totals_key"_L1].toString();
    m_sections.clear();
    if (const QJsonObject document = told["document"_L1].toObject(); !document.isEmpty())
        takeDocument(document);
}

void ReportView::takeDocument(const QJsonObject& document)
{
    static const QRegularExpression mark(u"\\[(\\d+)\\]"_s);
    const QJsonArray figures = document["figures"_L1].toArray();
    for (const auto& one : document["sections"_L1].toArray()) {
        QVariantMap section = one.toObject().toVariantMap();
        QVariantList paragraphs;
        for (const QString& text : textsOf(one.toObject()["paragraphs"_L1])) {
            QVariantList cited;
            for (auto at = mark.globalMatch(text); at.hasNext();) {
                const int number = at.next().captured(1).toInt();
                const QJsonObject figure = figures[number - 1].toObject();
                if (!figure["cell"_L1].toString().isEmpty())
                    cited.push_back(
                        QVariantMap {{u"number"_s, number}, {u"value"_s, figure["value"_L1].toString()},
                            {u"source"_s, figure["source"_L1].toString()},
                            {u"cell"_s, figure["cell"_L1].toString()}});
            }
            paragraphs.push_back(QVariantMap {{u"text"_s, text}, {u"figures"_s, cited}});
        }
        section[u"paragraphs"_s] = paragraphs;
        m_sections.push_back(section);
    }
}

} // namespace guanwu

#include "moc_report_view.cpp"
