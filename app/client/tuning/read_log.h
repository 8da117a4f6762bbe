#pragma once

#include "app/client/camera/frame_decoder.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <qqmlregistration.h>

namespace guanwu {

/// What was read and when, the latest first.
class ReadLog : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a ScannerWatch")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    static constexpr qsizetype kMostRows = 200;
    enum Role { TimeRole = Qt::UserRole + 1, TextRole, FormatRole, StageRole };
    struct Row {
        QTime time;
        QString text;
        QString format;
        QString stage; ///< for people
    };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    void add(const Row& row);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QList<Row> m_rows;
};

} // namespace guanwu
