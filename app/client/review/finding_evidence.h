#pragma once

#include "app/client/review/finding_list.h"

namespace guanwu {

/// One finding, looked at: the book beside what was seen, and everything that was told of it.
class FindingEvidence : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::FindingList* findings READ findings WRITE setFindings NOTIFY changed)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY changed)
    Q_PROPERTY(bool there READ isThere NOTIFY changed)
    /// "line", "surplus" or "told".
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(QString word READ word NOTIFY changed)
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    Q_PROPERTY(QString toneName READ toneName NOTIFY changed)
    Q_PROPERTY(QVariantList comparison READ comparison NOTIFY changed)
    Q_PROPERTY(QVariantList history READ history NOTIFY changed)
    Q_PROPERTY(QStringList photos READ photos NOTIFY changed)
    /// { word, reason, proposal, by, at, result, accepted, value, basis, months }; empty = none.
    Q_PROPERTY(QVariantMap decision READ decision NOTIFY changed)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] FindingList* findings() const { return m_findings; }
    void setFindings(FindingList* findings);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString& key);
    [[nodiscard]] bool isThere() const { return finding() != nullptr; }
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString word() const;
    [[nodiscard]] QString icon() const;
    [[nodiscard]] QString toneName() const;
    [[nodiscard]] QVariantList comparison() const;
    [[nodiscard]] QVariantList history() const;
    [[nodiscard]] QStringList photos() const;
    [[nodiscard]] QVariantMap decision() const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const Finding* finding() const { return m_findings ? m_findings->find(m_key) : nullptr; }
    void load();

    QPointer<FindingList> m_findings;
    QString m_key;
    QString m_problem;
    std::vector<QJsonObject> m_told;
    QJsonObject m_placeNames;
    QJsonObject m_userNames;
    bool m_loading = false;
};

} // namespace guanwu
