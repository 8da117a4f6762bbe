#pragma once

#include <QJsonObject>
#include <QObject>
#include <QVariantMap>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

class PagedRecords;

/// A column of a table of records; a key with a slash goes into an object. `kind`: text, money (yuan as
/// text), gap (money that should be none), number, area (m² as text), token (named by `names`), date, due (a
/// day with how far it is), instant (milliseconds or ISO text), flag, findings (objects with a `message`),
/// class (the first of the classes of 2022 that are suggested).
struct RecordColumn {
    QString key;
    QString title;
    QString kind;
    int width = 120;
    bool isShown = true;
    QVariantMap names {};
    /// What is said where there is no heading: with %1 for the value, of a flag its word. Nothing of an empty
    /// one.
    QString brief {};
    QString doneKey {}; ///< of a day that is due: once this holds something it is due no more
};

/// The columns of one table: which are shown, how wide, in which order. What people chose is kept in a file
/// of the user under the name of the table.
class RecordColumns : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    /// { key, title, kind, width, isShown, names }, as the program has them; with what was chosen when read.
    Q_PROPERTY(QVariantList all READ all WRITE setAll NOTIFY changed)
    Q_PROPERTY(QVariantList shown READ shown NOTIFY changed)
    Q_PROPERTY(int totalWidth READ totalWidth NOTIFY widthsChanged)

public:
    static constexpr int kNarrowest = 56;
    static constexpr int kWidest = 1200;

    using QObject::QObject;
    [[nodiscard]] const QString& file() const { return m_file; }
    void setFile(const QString& file);
    [[nodiscard]] const QString& name() const { return m_name; }
    void setName(const QString& name);
    [[nodiscard]] QVariantList all() const;
    void setAll(const QVariantList& columns);
    [[nodiscard]] QVariantList shown() const;
    [[nodiscard]] int totalWidth() const;
    [[nodiscard]] std::vector<RecordColumn> shownColumns() const;

    /// The last column that is shown cannot be hidden.
    Q_INVOKABLE void show(const QString& key, bool shown);
    Q_INVOKABLE void setWidth(const QString& key, int width);
    Q_INVOKABLE [[nodiscard]] int widthOf(const QString& key) const;
    /// Left by -1, right by 1, among all columns.
    Q_INVOKABLE void move(const QString& key, int by);
    Q_INVOKABLE void reset();
    /// Texts of the columns shown.
    Q_INVOKABLE [[nodiscard]] QStringList cells(guanwu::PagedRecords* records, int row) const;
    /// Names of the colours of those cells; empty = the ordinary one. The words say the same.
    Q_INVOKABLE [[nodiscard]] QStringList tones(guanwu::PagedRecords* records, int row) const;
    Q_INVOKABLE [[nodiscard]] QString tone(guanwu::PagedRecords* records, int row, const QString& key) const;
    /// Texts of the keys that hold something, one after the other.
    Q_INVOKABLE [[nodiscard]] QString joined(
        guanwu::PagedRecords* records, int row, const QStringList& keys) const;
    /// As a person reads the value of a key; also of one that is no column.
    [[nodiscard]] QString text(const QJsonObject& record, const QString& key) const;
    [[nodiscard]] QString briefly(const QJsonObject& record, const QString& key) const;

Q_SIGNALS:
    void changed();
    void widthsChanged();

private:
    [[nodiscard]] QString group() const { return QLatin1StringView("tables/") + m_name; }
    [[nodiscard]] RecordColumn* find(const QString& key);
    [[nodiscard]] const RecordColumn* find(const QString& key) const;
    void recall();
    void remember() const;

    QString m_file;
    QString m_name;
    std::vector<RecordColumn> m_usual;
    std::vector<RecordColumn> m_columns;
};

/// What a record holds under a key; "unit.name" is the name in its unit.
[[nodiscard]] QJsonValue valueAt(const QJsonObject& record, const QString& key);
/// "1234567.80" → "1,234,567.80".
[[nodiscard]] QString groupedYuan(const QString& yuan);
/// The name of a class of 2022, which the server says in Chinese only.
[[nodiscard]] QString classWord(const QString& code, const QString& chinese);
/// The value of a column as a person reads it.
[[nodiscard]] QString shownValue(const RecordColumn& column, const QJsonValue& value);

} // namespace guanwu
