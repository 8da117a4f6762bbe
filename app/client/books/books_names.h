#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What the pages of the books know without asking: columns, names, and how the answers of the server read.
class BooksNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList monthColumns READ monthColumns CONSTANT) ///< over the posted months of a unit
    Q_PROPERTY(QVariantList unitColumns READ unitColumns CONSTANT) ///< over GET /reconciliations
    Q_PROPERTY(QVariantList lineColumns READ lineColumns CONSTANT) ///< over the lines of a posted month
    Q_PROPERTY(QVariantList olderColumns READ olderColumns CONSTANT) ///< over GET /units/{code}/recoding
    Q_PROPERTY(QVariantList reasons READ reasons CONSTANT) ///< { value, text } of a difference

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList monthColumns() const;
    [[nodiscard]] QVariantList unitColumns() const;
    [[nodiscard]] QVariantList lineColumns() const;
    [[nodiscard]] QVariantList olderColumns() const;
    [[nodiscard]] QVariantList reasons() const;
    Q_INVOKABLE [[nodiscard]] static QString sideName(const QString& side);
    Q_INVOKABLE [[nodiscard]] static QString reasonName(const QString& reason);
    /// "1601 固定资产"
    Q_INVOKABLE [[nodiscard]] static QString accountName(const QString& account);
    /// The month before the one that holds today: the last that can be over.
    Q_INVOKABLE [[nodiscard]] static QString lastMonth();
    Q_INVOKABLE [[nodiscard]] static bool isMonth(const QString& text);

    /// { label, value, tone } of a posted month.
    Q_INVOKABLE [[nodiscard]] QVariantList monthRows(const QVariantMap& month) const;
    /// { title, debit, credit, amount } of the voucher, and { title, note, cards, taken, net, classKey } of
    /// the classes.
    Q_INVOKABLE [[nodiscard]] QVariantList voucherRows(const QVariantMap& month) const;
    Q_INVOKABLE [[nodiscard]] QVariantList classRows(const QVariantMap& month) const;
    /// What the identity of a month says: { text, note, icon, tone }.
    Q_INVOKABLE [[nodiscard]] QVariantMap identity(const QVariantMap& month) const;

    /// A class of the movements: { title, opening, closing, more, less, expected: { quantity, value }, ways:
    /// [{ name, quantity, value, isMore }], ties }, all classes together last.
    Q_INVOKABLE [[nodiscard]] QVariantList movementRows(const QVariantMap& answer) const;

    /// { label, value } of a card of an older edition.
    Q_INVOKABLE [[nodiscard]] QVariantList olderRows(const QVariantMap& card) const;
    /// { code, name, score, reason } of the classes that a card may get.
    Q_INVOKABLE [[nodiscard]] QVariantList suggestionRows(const QVariantMap& card) const;
};

} // namespace guanwu
