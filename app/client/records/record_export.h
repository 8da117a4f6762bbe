#pragma once

#include "app/client/records/paged_records.h"
#include "app/client/records/record_columns.h"
#include "app/client/records/record_selection.h"

#include <QUrl>
#include <memory>

namespace guanwu {

/// Writes what a table shows into a CSV file: its columns, its filter, all of its rows or those picked. Rows
/// come page by page; the file appears when it is complete.
class RecordExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::PagedRecords* records MEMBER m_records NOTIFY changed)
    Q_PROPERTY(guanwu::RecordColumns* columns MEMBER m_columns NOTIFY changed)
    Q_PROPERTY(guanwu::RecordSelection* selection MEMBER m_selection NOTIFY changed)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The file, once it is there.
    Q_PROPERTY(QUrl written READ written NOTIFY changed)
    Q_PROPERTY(QString writtenPath READ writtenPath NOTIFY changed)

public:
    static constexpr int kRowsAPage = 500;

    explicit RecordExport(QObject* parent = nullptr);
    ~RecordExport() override;

    [[nodiscard]] bool isRunning() const { return m_file != nullptr; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QUrl& written() const { return m_written; }
    [[nodiscard]] QString writtenPath() const { return m_written.toLocalFile(); }

    Q_INVOKABLE void start(const QUrl& file);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();

private:
    struct File;
    void next(const QString& after);
    void write(const QList<QJsonObject>& rows);
    void finish();
    void fail(const QString& problem);

    PagedRecords* m_records = nullptr;
    RecordColumns* m_columns = nullptr;
    RecordSelection* m_selection = nullptr;
    std::unique_ptr<File> m_file;
    QUrl m_target;
    QUrl m_written;
    QString m_problem;
    int m_rows = 0;
    int m_generation = 0;
};

} // namespace guanwu
