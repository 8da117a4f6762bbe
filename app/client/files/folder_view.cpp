#include "app/client/files/folder_view.h"

#include <QCollator>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <QStorageInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    /// Of all choosers of the program: who saved a table there looks for the next file there.
    QString& lastFolder()
    {
        static QString folder;
        return folder;
    }

    QStringList patternsOf(const QStringList& filters)
    {
        QStringList out;
        for (const QString& filter : filters)
            out += filter.mid(filter.indexOf(u'(') + 1).chopped(1).split(u' ', Qt::SkipEmptyParts);
        return out;
    }

    QString standardPlace(QStandardPaths::StandardLocation location)
    {
        const QString path = QStandardPaths::writableLocation(location);
        return QFileInfo(path).isDir() ? path : QDir::homePath();
    }

    /// Where people keep files, and what is plugged in now.
    QVariantList placesNow()
    {
        QVariantList out;
        const auto add = [&out](const QString& path, const QString& text, const QString& icon) {
            out.push_back(QVariantMap {{u"value"_s, path}, {u"text"_s, text}, {u"icon"_s, icon}});
        };
        const QString home = QDir::homePath();
        for (const auto& [location, name] :
            {std::pair {QStandardPaths::DocumentsLocation, FolderView::tr("Documents")},
                {QStandardPaths::DownloadLocation, FolderView::tr("Downloads")},
                {QStandardPaths::DesktopLocation, FolderView::tr("Desktop")}})
            if (const QString path = standardPlace(location); path != home)
                add(path, name, u"archive"_s);
        add(home, FolderView::tr("Home"), u"home"_s);
        // Sticks and cards, where desktops mount them.
        const QList<QStorageInfo> volumes = QStorageInfo::mountedVolumes();
        for (const QStorageInfo& volume : volumes)
            if (volume.rootPath().startsWith("/media/"_L1) || volume.rootPath().startsWith("/run/media/"_L1))
                add(volume.rootPath(), volume.displayName(), u"export"_s);
        return out;
    }

} // namespace

FolderView::FolderView(QObject* parent)
    : QAbstractListModel(parent)
{
}

void FolderView::setStart(const QString& folder) { lastFolder() = folder; }

void FolderView::setFilters(const QStringList& filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    read();
}

void FolderView::setOnlyFolders(bool onlyFolders)
{
    if (onlyFolders == m_onlyFolders)
        return;
    m_onlyFolders = onlyFolders;
    read();
}

int FolderView::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant FolderView::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const QFileInfo& entry = m_entries[index.row()];
    switch (role) {
    case Name:
        return entry.fileName();
    case About: {
        const QString day = entry.lastModified().toString(u"yyyy-MM-dd HH:mm"_s);
        return entry.isDir() ? day
                             : day + u" · "_s
                + QLocale::c().formattedDataSize(entry.size(), 1, QLocale::DataSizeTraditionalFormat);
    }
    case IsFolder:
        return entry.isDir();
    default:
        return {};
    }
}

QHash<int, QByteArray> FolderView::roleNames() const
{
    return {{Name, "name"}, {About, "about"}, {IsFolder, "isFolder"}};
}

void FolderView::begin()
{
    m_places = placesNow();
    Q_EMIT begun();
    enter(QFileInfo(lastFolder()).isDir() ? lastFolder() : standardPlace(QStandardPaths::DocumentsLocation));
}

void FolderView::enter(const QString& folder)
{
    m_folder = QDir::cleanPath(folder);
    read();
}

void FolderView::up() { enter(QFileInfo(m_folder).path()); }

bool FolderView::isFolderAt(int row) const { return row >= 0 && row < count() && m_entries[row].isDir(); }

QString FolderView::nameAt(int row) const
{
    return row >= 0 && row < count() ? m_entries[row].fileName() : QString();
}

QString FolderView::pathOf(const QString& written, const QString& suffix) const
{
    QString name = written.trimmed();
    if (name.isEmpty())
        return {};
    if (!suffix.isEmpty() && !name.endsWith(u'.' + suffix, Qt::CaseInsensitive))
        name += u'.' + suffix;
    if (name == "~"_L1 || name.startsWith("~/"_L1))
        return QDir::cleanPath(QDir::homePath() + name.mid(1));
    return QDir::cleanPath(QDir(m_folder).absoluteFilePath(name));
}

QString FolderView::whyNotWritten(const QString& path) const
{
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    if (file.isDir())
        return tr("There is a folder of this name.");
    if (!folder.isDir())
        return tr("There is no folder %1.").arg(file.path());
    if (!folder.isWritable())
        return tr("Nothing can be written into this folder. Choose another one.");
    return {};
}

void FolderView::remember(const QString& path)
{
    lastFolder() = QFileInfo(path).isDir() ? path : QFileInfo(path).path();
}

void FolderView::read()
{
    if (m_folder.isEmpty())
        return;
    beginResetModel();
    const QDir folder(m_folder);
    m_problem = folder.isReadable() ? QString() : tr("This folder cannot be read.");
    m_entries = folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::NoSort);
    const qsizetype folders = m_entries.size();
    if (!m_onlyFolders)
        m_entries += folder.entryInfoList(patternsOf(m_filters), QDir::Files, QDir::NoSort);
    QCollator collator(QLocale(QLocale::Chinese));
    collator.setNumericMode(true);
    const auto byName = [&](const QFileInfo& a, const QFileInfo& b) {
        return collator.compare(a.fileName(), b.fileName()) < 0;
    };
    std::sort(m_entries.begin(), m_entries.begin() + folders, byName);
    std::sort(m_entries.begin() + folders, m_entries.end(), byName);
    endResetModel();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_folder_view.cpp"
