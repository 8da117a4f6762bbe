#pragma once

#include "app/client/registry/field_kinds.h"

#include <QAbstractListModel>
#include <QJsonObject>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// Fields of a card to be filled in: what stood there, what stands there now, and what is wrong with it.
class FieldList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a form has one")
    Q_PROPERTY(int count READ count NOTIFY edited)

public:
    enum Role {
        Token = Qt::UserRole + 1,
        Label,
        Group,
        Editing, ///< as in editingName()
        Value,
        Shown, ///< of a reference: what it is called
        Problem,
        Locked, ///< cannot be changed here
        Changed,
        Required,
        Choices,
        Before,
    };

    struct Field {
        QString token;
        QString value;
        QString shown;
        QString before;
        QString problem;
        bool isLocked = false;
        bool isRequired = false;
    };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int count() const { return static_cast<int>(m_fields.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setFields(std::vector<Field> fields);
    [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }
    Q_INVOKABLE [[nodiscard]] QString value(const QString& token) const;
    [[nodiscard]] bool has(const QString& token) const { return find(token) != nullptr; }
    /// Clears the problem of the field.
    void set(const QString& token, const QString& value, const QString& shown);
    void setProblem(const QString& token, const QString& problem);
    void clearProblems();
    void add(const Field& field);
    void remove(const QString& token);
    /// What stands in the card by now; what was not changed here becomes that too.
    void rebase(const QString& token, const QString& value, const QString& shown);
    /// Those that differ from what stood there; an empty one is null.
    [[nodiscard]] QJsonObject changed() const;
    /// The field that a refusal is about: named by it, or the only one that holds what it names.
    [[nodiscard]] QString fieldOf(const QJsonObject& error) const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] const Field* find(const QString& token) const;
    void tell(const QString& token);

    std::vector<Field> m_fields;
};

} // namespace guanwu
