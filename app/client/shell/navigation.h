#pragma once

#include "app/client/session/client_session.h"

namespace guanwu {

/// Where one can go, by what the role may do.
class Navigation : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::ClientSession* session READ session WRITE setSession NOTIFY changed)
    /// { key, title, icon, page }: the first is where one begins.
    Q_PROPERTY(QVariantList destinations READ destinations NOTIFY changed)
    Q_PROPERTY(QString first READ first NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] ClientSession* session() const { return m_session; }
    void setSession(ClientSession* session);
    [[nodiscard]] QVariantList destinations() const;
    [[nodiscard]] QString first() const;
    /// The QML file of a destination, empty = there is none of this key.
    Q_INVOKABLE [[nodiscard]] QString pageOf(const QString& key) const;

Q_SIGNALS:
    void changed();

private:
    ClientSession* m_session = nullptr;
};

} // namespace guanwu
