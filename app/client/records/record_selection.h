#pragma once

#include "app/client/records/paged_records.h"

#include <QMap>
#include <QPointer>
#include <optional>

namespace guanwu {

/// Rows that were picked, by what they are rather than where they stand, so that they stay picked while the
/// list is sorted or its pages go.
class RecordSelection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::PagedRecords* records READ records WRITE setRecords NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QStringList ids READ ids NOTIFY changed)
    /// Grows with each change; what shows whether a row is picked depends on it.
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(int most MEMBER kMost CONSTANT)

public:
    static constexpr int kMost = 5000; ///< what a change of many cards takes

    using QObject::QObject;
    [[nodiscard]] PagedRecords* records() const { return m_records; }
    void setRecords(PagedRecords* records);
    [[nodiscard]] int count() const { return static_cast<int>(m_picked.size()); }
    [[nodiscard]] QStringList ids() const { return m_picked.keys(); }
    [[nodiscard]] QList<QJsonObject> picked() const { return m_picked.values(); }
    [[nodiscard]] int revision() const { return m_revision; }
    Q_INVOKABLE [[nodiscard]] bool holds(int row) const;

    Q_INVOKABLE void toggle(int row);
    /// From the row toggled last to this one, rows that were not brought yet too.
    Q_INVOKABLE void extendTo(int row);
    /// As many from the top as can be picked.
    Q_INVOKABLE void pickAll();
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void tell();

    QPointer<PagedRecords> m_records;
    QMap<QString, QJsonObject> m_picked;
    int m_anchor = 0;
    std::optional<std::pair<int, int>> m_rest; ///< rows that are still to come
    int m_revision = 0;
};

} // namespace guanwu
