#pragma once

#include "core/inventory/live_sheet.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace guanwu {

/// Some lines of a book, as a clerk looks for the things.
class LineList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a Counting")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role { NumberRole = Qt::UserRole + 1, NameRole, AboutRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }

    /// The sheet must outlive what is shown of it: clear() first.
    void show(const LiveSheet& sheet, std::vector<std::size_t> lines);
    void clear();

Q_SIGNALS:
    void changed();

private:
    const LiveSheet* m_sheet = nullptr;
    std::vector<std::size_t> m_lines;
};

} // namespace guanwu
