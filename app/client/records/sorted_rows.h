#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <vector>

namespace guanwu {

/// All rows of a list in the order of a column, for lists that the API does not order so. Rows are packed: a
/// hundred thousand of them cost what their JSON has in bytes.
class SortedRows {
public:
    explicit SortedRows(QString column)
        : m_column(std::move(column))
    {
    }

    void add(const QJsonObject& row, const QString& id);
    /// Numbers by their value, words as Chinese dictionaries have them; what says nothing stands last, and
    /// rows of one value stay as they came.
    void sort(bool isDescending);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QJsonObject row(int at) const;
    [[nodiscard]] int rowOf(const QString& id) const; ///< -1 = not there

private:
    struct Packed {
        QByteArray json;
        QString key;
        QString id;
    };
    QString m_column;
    std::vector<Packed> m_rows;
};

} // namespace guanwu
