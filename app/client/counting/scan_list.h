#pragma once

#include "core/inventory/scan_event.h"

#include <QAbstractListModel>
#include <deque>
#include <qqmlregistration.h>

namespace guanwu {

/// One thing that was scanned, and what was said of it since.
struct ScanRow {
    std::string eventId; ///< of the sighting or the surplus
    std::string amendment; ///< id of the event that states condition, user and photos; empty = nothing stated
    std::string code; ///< as read; empty = a surplus without a tag
    std::optional<std::string> place;
    std::optional<Condition> condition;
    std::optional<std::string> user;
    std::vector<std::string> photos;
    EntryMode entry = EntryMode::Camera;
    std::string reason;
    bool isSurplus = false; ///< entered as one
    QString key; ///< of VerdictStyle, as are the next three
    QString word;
    QString icon;
    QString tone;
    QString name;
    QString detail; ///< where it belongs, who counted it before
    QString time;
    QString userName;
    QString conditionName;
    QString note;
};

/// The last scans, the newest first; a bounded number.
class ScanList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a Counting")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role {
        EventRole = Qt::UserRole + 1,
        CodeRole,
        WordRole,
        IconRole,
        ToneRole,
        NameRole,
        DetailRole,
        TimeRole,
        UserRole,
        ConditionRole,
        NoteRole,
        SaidRole, ///< word, condition, user and note in one line
        PhotosRole
    };
    static constexpr std::size_t kMost = 100;

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    void add(ScanRow row);
    void clear();
    /// Null when it is not in the list (any more).
    [[nodiscard]] const ScanRow* find(const std::string& eventId) const;
    /// The newest with this code; null = none.
    [[nodiscard]] const ScanRow* findCode(const std::string& code) const;
    [[nodiscard]] const ScanRow* newest() const { return m_rows.empty() ? nullptr : &m_rows.front(); }
    void change(const std::string& eventId, const std::function<void(ScanRow&)>& change);
    void remove(const std::string& eventId);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] int rowOf(const std::string& eventId) const; ///< -1 = none

    std::deque<ScanRow> m_rows;
};

} // namespace guanwu
