#pragma once

#include "app/client/review/finding.h"
#include "app/client/review/sheet_view.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QSet>

namespace guanwu {

/// The work list of a sheet: lines whose result is not a match, things without a card, cards seen where they
/// do not belong. Read result after result, page by page, until there are kMost rows; narrowing by kind or to
/// the open ones shows the rest.
class FindingList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::SheetView* sheet READ sheet WRITE setSheet NOTIFY inputChanged)
    /// A result, "surplus", "told", or empty for all that are to be decided (everything but the unseen).
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY inputChanged)
    Q_PROPERTY(bool openOnly READ isOpenOnly WRITE setOpenOnly NOTIFY changed)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(bool isCut READ isCut NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int undecided READ undecided NOTIFY changed)
    Q_PROPERTY(int tickedCount READ tickedCount NOTIFY changed)

public:
    static constexpr std::size_t kMost = 2'000;

    enum Roles {
        KeyRole = Qt::UserRole,
        TitleRole,
        DetailRole,
        WordRole,
        IconRole,
        ToneRole,
        DecisionRole,
        TickedRole,
        PhotosRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] SheetView* sheet() const { return m_sheet; }
    void setSheet(SheetView* sheet);
    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString& kind);
    [[nodiscard]] bool isOpenOnly() const { return m_openOnly; }
    void setOpenOnly(bool on);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    /// Of those that were read: to be decided and not decided.
    [[nodiscard]] int undecided() const;
    [[nodiscard]] int tickedCount() const { return static_cast<int>(m_ticked.size()); }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void tick(int row);
    /// Ticks all that are shown with the result of this row; a decision on many is one on the same kind.
    Q_INVOKABLE void tickSame(int row);
    Q_INVOKABLE void untickAll();
    /// The row of a key, or -1.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& key) const;
    Q_INVOKABLE [[nodiscard]] QString keyAt(int row) const;

    /// Null when there is none.
    [[nodiscard]] const Finding* find(const QString& key) const;
    /// What a decision is about: the ticked ones, or the one given.
    [[nodiscard]] std::vector<const Finding*> chosen(const QString& key) const;
    /// Shows a decision before the server has confirmed it, or the one that is there after all.
    void showDecision(const QString& key, const QJsonObject& decision);

Q_SIGNALS:
    void inputChanged();
    void changed();

private:
    struct Source {
        QString below; ///< "lines", "surplus", "findings"
        QString result;
    };
    void readOn(std::vector<Source> sources, const QString& after, quint64 asked);
    void show();

    QPointer<SheetView> m_sheet;
    QString m_kind;
    QString m_problem;
    std::vector<Finding> m_all;
    std::vector<std::size_t> m_shown;
    QSet<QString> m_ticked;
    QSet<QString> m_decidedNow; ///< stay in the list of the open ones until it is read again
    quint64 m_asked = 0;
    bool m_openOnly = false;
    bool m_loading = false;
    bool m_cut = false;
};

} // namespace guanwu
