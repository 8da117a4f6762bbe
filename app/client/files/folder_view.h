#pragma once

#include <QAbstractListModel>
#include <QFileInfo>
#include <QUrl>
#include <qqmlregistration.h>

namespace guanwu {

/// What lies in one folder of this machine: folders first, then the files that are wanted. Hidden ones are
/// left out.
class FolderView : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    /// "Tables (*.csv *.xlsx)": only such files are shown; none = every file.
    Q_PROPERTY(QStringList filters MEMBER m_filters WRITE setFilters NOTIFY changed)
    Q_PROPERTY(bool onlyFolders MEMBER m_onlyFolders WRITE setOnlyFolders NOTIFY changed)
    /// Why nothing of the folder is shown; empty = it could be read.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool isRoot READ isRoot NOTIFY changed)
    /// Where people keep files, and what was plugged in when the choice began: { value, text, icon }.
    Q_PROPERTY(QVariantList places READ places NOTIFY begun)

public:
    enum Role { Name = Qt::UserRole + 1, About, IsFolder };

    explicit FolderView(QObject* parent = nullptr);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    void setFilters(const QStringList& filters);
    void setOnlyFolders(bool onlyFolders);
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] bool isRoot() const { return m_folder == QLatin1String("/"); }
    [[nodiscard]] const QVariantList& places() const { return m_places; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Where a file was chosen last, else the documents of this person, is looked at again.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void enter(const QString& folder);
    Q_INVOKABLE void up();
    Q_INVOKABLE [[nodiscard]] bool isFolderAt(int row) const;
    Q_INVOKABLE [[nodiscard]] QString nameAt(int row) const;
    /// What somebody wrote (a name here, or a whole path) as a path that ends with the suffix; empty for
    /// nothing written.
    Q_INVOKABLE [[nodiscard]] QString pathOf(const QString& written, const QString& suffix) const;
    Q_INVOKABLE [[nodiscard]] bool isFile(const QString& path) const { return QFileInfo(path).isFile(); }
    Q_INVOKABLE [[nodiscard]] bool isFolder(const QString& path) const { return QFileInfo(path).isDir(); }
    Q_INVOKABLE [[nodiscard]] QUrl url(const QString& path) const { return QUrl::fromLocalFile(path); }
    /// Why no file can be written there; empty = one can.
    Q_INVOKABLE [[nodiscard]] QString whyNotWritten(const QString& path) const;
    /// Its folder is where the next choice begins.
    Q_INVOKABLE void remember(const QString& path);

    /// Where the next choice begins.
    static void setStart(const QString& folder);

Q_SIGNALS:
    void changed();
    void begun();

private:
    void read();

    QString m_folder;
    QStringList m_filters;
    QString m_problem;
    QFileInfoList m_entries;
    QVariantList m_places;
    bool m_onlyFolders = false;
};

} // namespace guanwu
