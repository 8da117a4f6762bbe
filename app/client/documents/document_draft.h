#pragma once

#include "app/client/documents/document_kinds.h"
#include "app/client/forms/asked_fields.h"

#include <QJsonObject>
#include <memory>

namespace guanwu {

/// A document being written: first on this device, then as a draft on the server, which checks it.
class DocumentDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(guanwu::DocumentKinds* kinds READ kinds WRITE setKinds NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed) ///< empty = not on the server yet
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString method READ method NOTIFY changed)
    Q_PROPERTY(bool isAboutAssets READ isAboutAssets NOTIFY changed)
    Q_PROPERTY(bool writesOwnLines READ writesOwnLines NOTIFY changed)
    Q_PROPERTY(bool hasOtherSide READ hasOtherSide NOTIFY changed)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Unit, other side, department, reason: what every document has.
    Q_PROPERTY(guanwu::AskedFields* head READ head CONSTANT)
    Q_PROPERTY(guanwu::AskedFields* facts READ facts CONSTANT)
    /// { title, subtitle, hasFields }
    Q_PROPERTY(QVariantList lines READ lines NOTIFY linesChanged)
    Q_PROPERTY(QString total READ total NOTIFY linesChanged)

public:
    static constexpr int kMostLines = 500; ///< on one screen; more are entered by a file of the command line

    explicit DocumentDraft(QObject* parent = nullptr);
    [[nodiscard]] DocumentKinds* kinds() const { return m_kinds; }
    void setKinds(DocumentKinds* kinds);
    [[nodiscard]] const QString& number() const { return m_number; }
    [[nodiscard]] const QString& kind() const { return m_kind; }
    [[nodiscard]] const QString& method() const { return m_method; }
    [[nodiscard]] bool isAboutAssets() const;
    [[nodiscard]] bool writesOwnLines() const { return m_method == QStringLiteral("leaving"); }
    [[nodiscard]] bool hasOtherSide() const;
    [[nodiscard]] bool isReady() const { return !m_kind.isEmpty() && !m_isLoading; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] AskedFields* head() { return &m_head; }
    [[nodiscard]] AskedFields* facts() { return &m_facts; }
    [[nodiscard]] QVariantList lines() const;
    [[nodiscard]] QString total() const;

    Q_INVOKABLE void begin(const QString& kind, const QString& method, const QString& ownUnit);
    /// What is known from where one comes: head and facts by token, assets by number, and facts of their lines
    /// by number and token.
    Q_INVOKABLE void prefill(
        const QVariantMap& values, const QStringList& assets, const QVariantMap& lineFacts = {});
    /// One that is on the server, to go on with.
    Q_INVOKABLE void load(const QString& number);
    Q_INVOKABLE void addAsset(const QString& number);
    /// { name, class_code, model, unit_of_measure, quantity, unit_price_yuan }
    Q_INVOKABLE void addWish(const QJsonObject& wish);
    Q_INVOKABLE void removeLine(int index);
    Q_INVOKABLE [[nodiscard]] guanwu::AskedFields* lineFields(int index) const;
    Q_INVOKABLE void save();
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void changed();
    void linesChanged();
    void saved(const QString& number);

private:
    struct Line {
        QString assetNo;
        QJsonObject card; ///< as the server has it, once it came
        QJsonObject wish;
        std::shared_ptr<AskedFields> fields;
    };
    void describe();
    void readCard(const QString& assetNo);
    void fillLine(Line& line, const QJsonObject& facts);
    void take(const QJsonObject& document);
    void create();
    void edit();
    void send(Call call, void (DocumentDraft::*then)(const QJsonObject&));
    void created(const QJsonObject& document);
    void edited(const QJsonObject& document);
    void fail(const QString& problem);
    [[nodiscard]] QJsonObject contents() const;

    Calls* m_calls = nullptr;
    DocumentKinds* m_kinds = nullptr;
    QString m_number;
    QString m_kind;
    QString m_method;
    QString m_ownUnit;
    QString m_problem;
    qint64 m_revision = 0;
    AskedFields m_head;
    AskedFields m_facts;
    std::vector<Line> m_lines;
    Call m_last; ///< sent again as the same write after a lost answer
    bool m_isLoading = false;
    bool m_busy = false;
};

} // namespace guanwu
