#pragma once

#include "app/client/calls/calls.h"

#include <QUrl>
#include <QVariantList>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// A file brought into the registry: looked through first, with its rows beside what is wrong in them; then
/// imported, all or nothing; and taken back while nothing stands on it.
class ImportRun : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(QString kind MEMBER m_kind NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isChecked READ isChecked NOTIFY changed)
    Q_PROPERTY(bool isClean READ isClean NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY changed)
    Q_PROPERTY(int errors READ errors NOTIFY changed)
    /// { row, column, cell, value, message, isWarning }
    Q_PROPERTY(QVariantList problems READ problems NOTIFY changed)
    /// Headings of the file, and how many of its rows are held for showing.
    Q_PROPERTY(QStringList headings READ headings NOTIFY changed)
    Q_PROPERTY(int shownRows READ shownRows NOTIFY changed)
    /// Of what was imported; empty = not yet.
    Q_PROPERTY(QString batch READ batch NOTIFY changed)

public:
    static constexpr int kMostShownRows = 20'000;
    static constexpr qint64 kMostBytes = 32LL << 20;

    using QObject::QObject;
    [[nodiscard]] const QString& fileName() const { return m_fileName; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] bool isChecked() const { return m_checked; }
    [[nodiscard]] bool isClean() const { return m_checked && m_errors == 0; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int problemCount() const { return m_problemCount; }
    [[nodiscard]] int errors() const { return m_errors; }
    [[nodiscard]] const QVariantList& problems() const { return m_problems; }
    [[nodiscard]] const QStringList& headings() const { return m_headings; }
    [[nodiscard]] int shownRows() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] const QString& batch() const { return m_batch; }

    Q_INVOKABLE void choose(const QUrl& file);
    Q_INVOKABLE void run();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void forget();
    /// { value, text }: what files may hold.
    Q_INVOKABLE [[nodiscard]] static QVariantList kinds();
    /// Cells of a line shown, as the file has them.
    Q_INVOKABLE [[nodiscard]] QStringList line(int index) const;
    /// As a spreadsheet numbers the line.
    Q_INVOKABLE [[nodiscard]] int rowOfLine(int index) const;
    /// -1 where the row is not among those shown.
    Q_INVOKABLE [[nodiscard]] int lineOfRow(int row) const;
    /// What is wrong in a cell; empty = nothing.
    Q_INVOKABLE [[nodiscard]] QString problemAt(int row, const QString& heading) const;

Q_SIGNALS:
    void changed();
    void imported(int rows);
    void undone();

private:
    struct Line {
        int row = 0;
        QStringList cells;
    };
    struct Table {
        QStringList headings;
        std::vector<Line> lines;
        QByteArray bytes;
        QString problem;
    };
    [[nodiscard]] static Table readTable(const QString& path);
    /// Ledgers go their own way, which is open to the finance section too.
    [[nodiscard]] bool isLedger() const { return m_kind == QLatin1StringView("ledger"); }
    [[nodiscard]] QString way() const
    {
        return isLedger() ? QStringLiteral("ledgers") : QStringLiteral("imports");
    }
    void send(bool isDryRun);
    void takeChecked(const CallAnswer& answer, bool isDryRun);

    Calls* m_calls = nullptr;
    QString m_kind = QStringLiteral("assets");
    QString m_fileName;
    QString m_problem;
    QString m_batch;
    QByteArray m_bytes;
    QStringList m_headings;
    std::vector<Line> m_lines;
    QVariantList m_problems;
    int m_rows = 0;
    int m_problemCount = 0;
    int m_errors = 0;
    bool m_busy = false;
    bool m_checked = false;
};

} // namespace guanwu
