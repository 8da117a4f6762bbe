#pragma once

#include "app/client/calls/calls.h"

#include <QStringList>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// A report as it stands on the screen: its head, its first rows, the totals of all of them, and whether its
/// figures tie.
class ReportView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// The head: who made it, the day or the month, the unit of money, notes.
    Q_PROPERTY(QString head READ head NOTIFY changed)
    /// What is shown are the lines behind a figure of what was shown before.
    Q_PROPERTY(bool isInside READ isInside NOTIFY changed)
    /// The figure that was opened, as a file of its lines asks for it; empty = the report itself.
    Q_PROPERTY(QString cell READ cell NOTIFY changed)
    Q_PROPERTY(QVariantMap parameters READ parameters NOTIFY changed) ///< that what is shown was asked with
    /// Of a report that is a paper: { heading, paragraphs: { text, figures: { number, value, cell } },
    /// tables, charts }
    Q_PROPERTY(QVariantList sections READ sections NOTIFY changed)
    /// { heading, isNumber, width (in digits) }
    Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)
    /// Headings above the columns: { text, first, count }; those without one are left out.
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(int rowCount READ rowCount NOTIFY changed) ///< of the report
    Q_PROPERTY(int shownRows READ shownRows NOTIFY changed)
    Q_PROPERTY(QStringList totals READ totals NOTIFY changed)
    Q_PROPERTY(bool checksHold READ checksHold NOTIFY changed)
    /// { holds, text }
    Q_PROPERTY(QVariantList checks READ checks NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isThere() const { return !m_told.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString head() const;
    [[nodiscard]] bool isInside() const { return !m_before.isEmpty(); }
    [[nodiscard]] const QString& cell() const { return m_cell; }
    [[nodiscard]] QVariantMap parameters() const { return m_parameters.toVariantMap(); }
    [[nodiscard]] const QVariantList& sections() const { return m_sections; }
    [[nodiscard]] const QVariantList& columns() const { return m_columns; }
    [[nodiscard]] const QVariantList& groups() const { return m_groups; }
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int shownRows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const QStringList& totals() const { return m_totals; }
    [[nodiscard]] bool checksHold() const;
    [[nodiscard]] QVariantList checks() const;

    /// Parameter → value.
    Q_INVOKABLE void show(const QString& report, const QJsonObject& parameters);
    Q_INVOKABLE void again(); ///< what is shown may have changed
    Q_INVOKABLE void forget();
    /// The figure of a row (of the totals for -1) that opens lines; empty = it opens none.
    Q_INVOKABLE [[nodiscard]] QString cellAt(int row, int column) const;
    /// The lines behind a figure of a report that is not shown itself.
    Q_INVOKABLE void showLines(const QString& report, const QJsonObject& parameters, const QString& cell);
    /// Shows the lines behind a figure, until back().
    Q_INVOKABLE void open(const QString& cell);
    Q_INVOKABLE void back();
    Q_INVOKABLE [[nodiscard]] QStringList row(int index) const { return m_rows.value(index).cells; }
    /// It repeats part of the row above.
    Q_INVOKABLE [[nodiscard]] bool isPart(int index) const { return m_rows.value(index).isPart; }

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QStringList cells;
        QString key; ///< of a row whose figures open lines
        bool isPart = false;
    };
    struct Shown {
        QJsonObject told;
        QString cell;
    };
    void ask(const QString& cell);
    void take(const QJsonObject& told);
    void takeDocument(const QJsonObject& document);

    Calls* m_calls = nullptr;
    QString m_report;
    QJsonObject m_parameters;
    QString m_cell;
    QList<Shown> m_before; ///< what was opened from, the first first
    QVariantList m_sections;
    QString m_totalsKey;
    QJsonObject m_told;
    QString m_problem;
    QVariantList m_columns;
    QVariantList m_groups;
    QList<Row> m_rows;
    QStringList m_totals;
    int m_generation = 0;
    bool m_busy = false;
};

} // namespace guanwu
