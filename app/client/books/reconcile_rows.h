#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// The table of a reconciliation as its page shows it: 账账, 账卡, 账实 and 账证 beside each other, and below
/// each line what explains it and what nothing explains.
class ReconcileRows : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QStringList figureNames READ figureNames CONSTANT) ///< headings of what is compared
    Q_PROPERTY(QVariantList comparisons READ comparisons CONSTANT) ///< { key, text } of the four

public:
    using QObject::QObject;
    [[nodiscard]] QStringList figureNames() const;
    [[nodiscard]] QVariantList comparisons() const;

    /// A line: { title, account, classCode, accountNo, figures: [text], cells: [{ key, side, text, state }],
    /// items: […], rests: […], isSound }. `state` of a cell: none (not compared), agrees, explained, open.
    Q_INVOKABLE [[nodiscard]] QVariantList linesOf(const QVariantMap& table) const;
    /// { text, icon, tone } of the whole table.
    Q_INVOKABLE [[nodiscard]] QVariantMap verdict(const QVariantMap& table) const;
    /// What POST …/items takes, of what the records suggest.
    Q_INVOKABLE [[nodiscard]] static QJsonObject confirmed(const QVariantMap& item);
};

} // namespace guanwu
