#pragma once

#include <QAbstractListModel>
#include <QJsonObject>
#include <QVariantList>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// Fields that somebody fills in, described by data: what the server asks for a document or an entry, or what
/// a page lists. Each is a map { token, label, editing, isRequired, choices, value, shown, before }.
class AskedFields : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList spec READ spec WRITE setSpec NOTIFY specChanged)
    Q_PROPERTY(int count READ count NOTIFY specChanged)
    /// Counts the edits; what depends on values depends on it.
    Q_PROPERTY(int revision READ revision NOTIFY edited)
    /// Everything needed is filled in.
    Q_PROPERTY(bool isFilled READ isFilled NOTIFY edited)

public:
    enum Role {
        Token = Qt::UserRole + 1,
        Label,
        Editing,
        Value,
        Shown,
        Problem,
        Required,
        Choices,
        Before, ///< what stands there now, for the eye
    };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] QVariantList spec() const { return m_spec; }
    /// What was filled in stays where the token stays.
    void setSpec(const QVariantList& spec);
    [[nodiscard]] int count() const { return static_cast<int>(m_fields.size()); }
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] bool isFilled() const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void set(const QString& token, const QString& value, const QString& shown = {});
    Q_INVOKABLE void setBefore(const QString& token, const QString& before);
    Q_INVOKABLE void setProblem(const QString& token, const QString& problem);
    Q_INVOKABLE [[nodiscard]] QString value(const QString& token) const;
    Q_INVOKABLE [[nodiscard]] bool has(const QString& token) const { return find(token) >= 0; }
    /// Says at each field what is wrong with it; true = nothing.
    Q_INVOKABLE bool check();
    /// Back to what the description says.
    Q_INVOKABLE void clear();
    /// Token → text of those that hold something; with `all` the empty ones too, as null.
    Q_INVOKABLE [[nodiscard]] QJsonObject filled(bool all = false) const;
    /// Those that differ from what the description says; an empty one is null.
    Q_INVOKABLE [[nodiscard]] QJsonObject changed() const;

Q_SIGNALS:
    void specChanged();
    void edited();

private:
    struct Field {
        QString token;
        QString label;
        QString editing;
        QString value;
        QString shown;
        QString first;
        QString before;
        QString problem;
        QVariantList choices;
        bool isRequired = false;
    };
    [[nodiscard]] int find(const QString& token) const;
    void tell(int row);

    QVariantList m_spec;
    std::vector<Field> m_fields;
    int m_revision = 0;
};

/// What is wrong with a text of this kind of field, as a sentence; empty = nothing.
[[nodiscard]] QString textProblem(const QString& editing, const QString& value);
/// The name of a choice, or the value itself.
[[nodiscard]] QString choiceText(const QVariantList& choices, const QString& value);

} // namespace guanwu
