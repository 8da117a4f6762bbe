#pragma once

#include "app/client/documents/document_draft.h"

#include <QObject>
#include <QVariantMap>
#include <qqmlregistration.h>

namespace guanwu {

/// Which class of 2022 each card is to get: what a person chose of the suggestions, until a change slip is
/// written of it.
class RecodeChoice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)

public:
    static constexpr int kMost = DocumentDraft::kMostLines;

    using QObject::QObject;
    [[nodiscard]] int count() const { return static_cast<int>(m_chosen.size()); }
    [[nodiscard]] int revision() const { return m_revision; }

    /// The same class once more takes it back.
    Q_INVOKABLE void choose(const QString& asset, const QString& code);
    /// The first suggestion of a card as the server lists it, where there is one.
    Q_INVOKABLE void chooseFirst(const QVariantMap& card);
    Q_INVOKABLE [[nodiscard]] QString chosen(const QString& asset) const { return m_chosen.value(asset); }
    Q_INVOKABLE void clear();
    /// What DocumentDesk writes: a change slip with the class of each line.
    Q_INVOKABLE [[nodiscard]] QVariantMap document(const QString& unit, const QString& unitName) const;

Q_SIGNALS:
    void changed();

private:
    void tell();

    QMap<QString, QString> m_chosen;
    int m_revision = 0;
};

} // namespace guanwu
