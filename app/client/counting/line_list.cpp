#include "app/client/counting/line_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

int LineList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant LineList::data(const QModelIndex& index, int role) const
{
    if (!m_sheet || index.row() < 0 || index.row() >= count())
        return {};
    const BookLine& line = m_sheet->book()[m_lines[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case NumberRole:
        return QString::fromStdString(line.assetNo);
    case NameRole:
        return QString::fromStdString(line.name);
    case AboutRole: { // by what one finds it
        QStringList about;
        for (const std::string* part : {&line.assetNo, &line.model, &line.userName})
            if (!part->empty())
                about.push_back(QString::fromStdString(*part));
        return about.join(u" · "_s);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> LineList::roleNames() const
{
    return {{NumberRole, "number"}, {NameRole, "name"}, {AboutRole, "about"}};
}

void LineList::show(const LiveSheet& sheet, std::vector<std::size_t> lines)
{
    if (m_sheet == &sheet && m_lines == lines)
        return;
    // One line less is what a scan brings: the others stay where they are.
    if (m_sheet == &sheet && lines.size() + 1 == m_lines.size()) {
        const auto gone = static_cast<int>(
            std::mismatch(lines.begin(), lines.end(), m_lines.begin()).first - lines.begin());
        if (std::equal(lines.begin() + gone, lines.end(), m_lines.begin() + gone + 1)) {
            beginRemoveRows({}, gone, gone);
            m_lines = std::move(lines);
            endRemoveRows();
            Q_EMIT changed();
            return;
        }
    }
    beginResetModel();
    m_sheet = &sheet;
    m_lines = std::move(lines);
    endResetModel();
    Q_EMIT changed();
}

void LineList::clear()
{
    beginResetModel();
    m_sheet = nullptr;
    m_lines.clear();
    endResetModel();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_line_list.cpp"
