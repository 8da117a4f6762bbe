#pragma once

#include "app/client/documents/document_view.h"
#include "app/client/forms/asked_fields.h"
#include "app/client/forms/change_call.h"

namespace guanwu {

/// Something that is done with a document: what it asks for, and the call that does it.
class DocumentMoveForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::DocumentView* view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(bool isDangerous READ isDangerous NOTIFY changed)
    Q_PROPERTY(guanwu::AskedFields* fields READ fields CONSTANT)
    Q_PROPERTY(guanwu::ChangeCall* call READ call CONSTANT)

public:
    /// Up to so many lines are asked for one by one; of more, once for all of them.
    static constexpr int kMostApart = 5;

    explicit DocumentMoveForm(QObject* parent = nullptr);
    [[nodiscard]] DocumentView* view() const { return m_view; }
    void setView(DocumentView* view);
    [[nodiscard]] const QString& action() const { return m_action; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool isDangerous() const { return m_action == QStringLiteral("reject"); }
    [[nodiscard]] AskedFields* fields() { return &m_fields; }
    [[nodiscard]] ChangeCall* call() { return &m_call; }

    Q_INVOKABLE void begin(const QString& action);
    Q_INVOKABLE void send();

Q_SIGNALS:
    void changed();
    void moved(const QString& action);

private:
    void addStage(QVariantList& out, const QString& stage) const;
    [[nodiscard]] QVariantList asked() const;
    [[nodiscard]] QJsonObject body() const;

    QPointer<DocumentView> m_view;
    QString m_action;
    AskedFields m_fields;
    ChangeCall m_call;
};

} // namespace guanwu
