#pragma once

#include "app/client/review/sheet_view.h"

#include <QAbstractListModel>

namespace guanwu {

/// The bureau's recount of a random sample of one sheet: draws it, is the list to walk with, and says what
/// the sample proves so far.
class RecountDesk : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::SheetView* sheet READ sheet WRITE setSheet NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool hasSample READ hasSample NOTIFY changed)
    Q_PROPERTY(bool complete READ isComplete NOTIFY changed)
    Q_PROPERTY(int answered READ answered NOTIFY changed)
    Q_PROPERTY(int size READ size NOTIFY changed)
    Q_PROPERTY(int wrong READ wrong NOTIFY changed)
    /// What the sample proves: "With 95 % confidence at most 3.2 % of the lines are wrong."
    Q_PROPERTY(QString bound READ bound NOTIFY changed)
    Q_PROPERTY(QString boundHint READ boundHint NOTIFY changed)
    /// Where the sample comes from, so that anybody can draw it again.
    Q_PROPERTY(QString origin READ origin NOTIFY changed)
    /// { value, text, icon, key } of what can be found of a line.
    Q_PROPERTY(QVariantList outcomes READ outcomes CONSTANT)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)

public:
    enum Roles {
        AssetRole = Qt::UserRole,
        NameRole,
        PlaceRole,
        ResultRole,
        OutcomeRole,
        OutcomeWordRole,
        OutcomeIconRole,
        OutcomeToneRole,
        NoteRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] SheetView* sheet() const { return m_sheet; }
    void setSheet(SheetView* sheet);
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool hasSample() const { return !m_id.isEmpty(); }
    [[nodiscard]] bool isComplete() const { return m_recount[QLatin1StringView("complete")].toBool(); }
    [[nodiscard]] int answered() const { return m_recount[QLatin1StringView("answered")].toInt(); }
    [[nodiscard]] int size() const { return m_recount[QLatin1StringView("size")].toInt(); }
    [[nodiscard]] int wrong() const { return m_recount[QLatin1StringView("wrong")].toInt(); }
    [[nodiscard]] QString bound() const;
    [[nodiscard]] QString boundHint() const;
    [[nodiscard]] QString origin() const;
    [[nodiscard]] static QVariantList outcomes();
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);

    Q_INVOKABLE void reload();
    Q_INVOKABLE void drawSize(int lines);
    Q_INVOKABLE void drawBound(int wrongPercent, int confidencePercent);
    /// Of the current line; goes on to the next one without an answer.
    Q_INVOKABLE void answer(const QString& outcome, const QString& note = {});
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    void draw(const QJsonObject& body);
    void loadLines();
    void take(const QJsonObject& recount);
    [[nodiscard]] int nextOpen(int from) const;

    struct Line {
        QString asset;
        QString name;
        QString place;
        QString result;
        QString outcome;
        QString note;
    };
    QPointer<SheetView> m_sheet;
    QString m_id;
    QString m_problem;
    QJsonObject m_recount;
    std::vector<Line> m_lines;
    int m_current = 0;
    bool m_loaded = false;
    bool m_busy = false;
};

/// What a recount proves, as a sentence. `recount` as the server tells it.
[[nodiscard]] QString boundSentence(const QJsonObject& recount);

} // namespace guanwu
