#pragma once

#include "app/client/camera/frame_decoder.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace guanwu {

/// The tags in the frame that was read last, each with its outline and what is said of it.
class TagsInView : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a LiveCamera")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    /// What is said of a code: a word, an icon of Guanwu.Controls, a colour of Theme by its name.
    struct Saying {
        QString word;
        QString icon;
        QString tone;
    };
    enum Role { TextRole = Qt::UserRole + 1, CornersRole, WordRole, IconRole, ToneRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_tags.size()); }

    void show(const QList<CodeInFrame>& tags);
    /// Holds for the code as long as it may come into view again.
    void say(const QString& code, const Saying& saying);
    void forgetSayings();

Q_SIGNALS:
    void changed();

private:
    QList<CodeInFrame> m_tags;
    QHash<QString, Saying> m_sayings;
};

} // namespace guanwu
