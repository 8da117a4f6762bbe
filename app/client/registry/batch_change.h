#pragma once

#include "app/client/calls/calls.h"
#include "app/client/registry/field_list.h"

#include <QJsonArray>
#include <QStringList>
#include <QVariantList>
#include <deque>
#include <functional>

namespace guanwu {

/// One set of fields for many cards: chosen, looked at, then done as it was looked at. Where the preview told
/// the whole of what changed, it can be taken back by the reverse changes.
class BatchChange : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    /// Asset numbers; where there are none, the cards that the filter finds.
    Q_PROPERTY(QStringList assets MEMBER m_assets NOTIFY changed)
    Q_PROPERTY(QVariantMap filter MEMBER m_filter NOTIFY changed)
    Q_PROPERTY(guanwu::FieldList* fields READ fields CONSTANT)
    /// { value, text } of the fields that can still be added.
    Q_PROPERTY(QVariantList choices READ choices NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isPreviewed READ isPreviewed NOTIFY changed)
    Q_PROPERTY(int changing READ changing NOTIFY changed)
    Q_PROPERTY(int unchanged READ unchanged NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    /// { number, name, fields: [{ label, before, after }] }
    Q_PROPERTY(QVariantList shown READ shown NOTIFY changed)
    /// { number, message }
    Q_PROPERTY(QVariantList refusals READ refusals NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)

public:
    explicit BatchChange(QObject* parent = nullptr);
    [[nodiscard]] FieldList* fields() { return &m_fields; }
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] bool isPreviewed() const { return !m_digest.isEmpty(); }
    [[nodiscard]] int changing() const { return m_changing; }
    [[nodiscard]] int unchanged() const { return m_unchanged; }
    [[nodiscard]] int refused() const { return m_refused; }
    [[nodiscard]] QVariantList shown() const;
    [[nodiscard]] const QVariantList& refusals() const { return m_refusals; }
    [[nodiscard]] bool canUndo() const { return !m_reverse.empty(); }

    Q_INVOKABLE void begin();
    Q_INVOKABLE void add(const QString& token);
    Q_INVOKABLE void remove(const QString& token);
    Q_INVOKABLE void set(const QString& token, const QString& value, const QString& shown = {});
    Q_INVOKABLE void preview(const QString& reason);
    Q_INVOKABLE void apply();
    Q_INVOKABLE void undo();

Q_SIGNALS:
    void changed();
    void applied(int cards);
    void undone(int cards);

private:
    /// Cards that get the same old values back.
    struct Reverse {
        QStringList assets;
        QJsonObject fields;
    };
    [[nodiscard]] QJsonObject body() const;
    void forgetPreview();
    void takePreview(const QJsonObject& answer);
    void rememberReverse();
    void undoNext(int done);
    void send(const QString& path, const QJsonObject& json, const QString& key,
        std::function<void(const CallAnswer&)> take);
    void fail(const CallAnswer& answer);

    Calls* m_calls = nullptr;
    QStringList m_assets;
    QVariantMap m_filter;
    FieldList m_fields;
    QString m_reason;
    QString m_problem;
    QString m_digest;
    QString m_requestKey;
    QJsonArray m_shown;
    QVariantList m_refusals;
    std::deque<Reverse> m_reverse;
    int m_changing = 0;
    int m_unchanged = 0;
    int m_refused = 0;
    bool m_busy = false;
};

} // namespace guanwu
