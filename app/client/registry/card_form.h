#pragma once

#include "app/client/calls/calls.h"
#include "app/client/registry/field_list.h"

#include <QTimer>
#include <QVariantList>

namespace guanwu {

/// A card being entered, copied or changed. A change that somebody else was faster with is laid beside
/// theirs, field by field; a save whose answer was lost is sent again as the same one.
class CardForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    /// The unit of who enters a card.
    Q_PROPERTY(QString ownUnit MEMBER m_ownUnit NOTIFY changed)
    Q_PROPERTY(guanwu::FieldList* fields READ fields CONSTANT)
    /// Of the card that is changed; of a new one after it was saved.
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed)
    Q_PROPERTY(int changes READ changes NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The unit whose departments and people the form chooses from.
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    /// { value, name, text }: classes that a card of this name may belong to, while it has none.
    Q_PROPERTY(QVariantList classSuggestions READ classSuggestions NOTIFY suggested)
    /// { token, label, mine, theirs, takeMine }: what both sides changed.
    Q_PROPERTY(QVariantList conflicts READ conflicts NOTIFY changed)

public:
    explicit CardForm(QObject* parent = nullptr);
    [[nodiscard]] FieldList* fields() { return &m_fields; }
    [[nodiscard]] const QString& number() const { return m_number; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] int changes() const { return static_cast<int>(m_fields.changed().size()); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QString unit() const { return m_fields.value(QStringLiteral("unit")); }
    [[nodiscard]] const QVariantList& classSuggestions() const { return m_suggestions; }
    [[nodiscard]] QVariantList conflicts() const;

    Q_INVOKABLE void startNew();
    Q_INVOKABLE void startCopy(const QString& number);
    Q_INVOKABLE void startChange(const QString& number);
    Q_INVOKABLE void set(const QString& token, const QString& value, const QString& shown = {});
    Q_INVOKABLE void choose(const QString& token, bool mine);
    Q_INVOKABLE void save(const QString& reason);

Q_SIGNALS:
    void changed();
    void suggested();
    void saved(const QString& number);

private:
    struct Conflict {
        QString token;
        QString theirs;
        QString theirsShown;
        bool takeMine = true;
    };
    void read(const QString& number, bool isCopy);
    void fill(const QJsonObject& card, bool isCopy);
    void showFieldsOfKind();
    void take(const CallAnswer& answer);
    /// Asks which classes the name may mean, a moment after it was typed.
    void suggestClasses();
    void offer(const QVariantList& suggestions);
    void compare(const QJsonObject& current);
    void clear();
    void fail(const QString& problem);

    Calls* m_calls = nullptr;
    QString m_ownUnit;
    FieldList m_fields;
    QString m_number;
    QString m_etag;
    QString m_problem;
    QString m_requestKey; ///< of the save that is under way or was lost
    QJsonObject m_sent; ///< what it is the key of
    std::vector<Conflict> m_conflicts;
    QString m_kind;
    QTimer m_typing;
    QVariantList m_suggestions;
    int m_generation = 0;
    bool m_isNew = true;
    bool m_busy = false;
    bool m_ready = false;
};

} // namespace guanwu
