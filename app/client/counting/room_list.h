#pragma once

#include "core/inventory/live_sheet.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace guanwu {

/// The rooms of a sheet and how far each is; those that match what is searched for.
class RoomList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a Counting")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int done READ done NOTIFY changed)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)

public:
    enum Role { CodeRole = Qt::UserRole + 1, NameRole, ExpectedRole, SeenRole, StraysRole, ClosedRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int total() const { return static_cast<int>(m_rooms.size()); }
    /// Rooms with nothing left to look for, or closed.
    [[nodiscard]] int done() const;
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString& search);

    void load(const LiveSheet& sheet);
    /// Brings all rooms up to date where they stand: a list that is being scrolled stays as it is.
    void refreshAll(const LiveSheet& sheet);
    /// Brings one room up to date; one that is on no line of the book is added.
    void refresh(const LiveSheet& sheet, const QString& code);
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString& code) const;

Q_SIGNALS:
    void changed();

private:
    struct Room {
        QString code;
        QString name;
        RoomProgress progress;
    };
    [[nodiscard]] bool matches(const Room& room) const;
    void filter();
    [[nodiscard]] std::size_t indexOf(const QString& code) const; ///< of the first that is not before it
    [[nodiscard]] bool isAt(std::size_t index, const QString& code) const;

    std::vector<Room> m_rooms; ///< by code
    std::vector<std::size_t> m_shown;
    QString m_search;
};

} // namespace guanwu
